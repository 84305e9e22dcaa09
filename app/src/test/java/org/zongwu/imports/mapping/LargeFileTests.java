package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.imports.sheet.SheetFile;

class LargeFileTests {
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_rows_are_read_in_ten_seconds_and_a_quarter_of_a_gigabyte() throws Exception {
        var file = folder.resolve("large.xlsx");
        write(file);
        var java = ProcessHandle.current().info().command().orElseThrow();
        var reading = new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), LargeFileTests.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        var said = new String(reading.getInputStream().readAllBytes());
        assertThat(reading.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var last = said.lines().toList().getLast().split(" ");
        assertThat(last).as(said).startsWith("rows", String.valueOf(ROWS));
        assertThat(Double.parseDouble(last[3])).as("seconds of computing").isLessThan(10);
    }

    /** What the child process does, under its own small heap. */
    static void main(String[] args) {
        var sheet = SheetFile.read(Path.of(args[0]), FileKind.XLSX).getFirst();
        var header = new HeaderFinder(Fields.GOODS, Map.of()).find(sheet).orElseThrow();
        var rows = RowReader.read(sheet, header, Fields.YEARS).rows().size();
        var computed = ProcessHandle.current().info().totalCpuDuration().orElseThrow(); // other builds on the machine do not count
        System.out.println("rows " + rows + " seconds " + computed.toMillis() / 1000.0);
    }

    private static void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file); var workbook = new Workbook(out, "Tests", "1.0")) {
            var sheet = workbook.newWorksheet("物资");
            var titles = new String[] {"类别", "编号", "品名", "规格型号", "单位", "期初数量", "单价", "金额", "存放位置", "备注"};
            for (var c = 0; c < titles.length; c++) sheet.value(0, c, titles[c]);
            for (var r = 1; r <= ROWS; r++) {
                sheet.value(r, 0, "第" + r % 9 + "类");
                sheet.value(r, 1, 100_000 + r);
                sheet.value(r, 2, "物品" + r);
                sheet.value(r, 3, "规格 " + r % 700);
                sheet.value(r, 4, "个");
                sheet.value(r, 5, r % 500);
                sheet.value(r, 6, r % 97 + 0.5);
                sheet.value(r, 7, (r % 500) * (r % 97 + 0.5));
                sheet.value(r, 8, "B-" + r % 12);
                sheet.value(r, 9, "1箱=" + r % 40 + "个");
                if (r % 1000 == 0) sheet.flush();
            }
        }
    }
}
