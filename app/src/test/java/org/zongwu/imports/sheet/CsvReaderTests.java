package org.zongwu.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

class CsvReaderTests {
    @TempDir
    Path folder;

    @Test
    void the_encoding_of_old_office_programs_is_recognised() {
        for (var charset : new Charset[] {Charset.forName("GB18030"), StandardCharsets.UTF_8}) {
            assertThat(read("编号,名称\r\nS01,青禾文具店\r\n", charset).line(2).cells()).containsExactly("S01", "青禾文具店");
        }
        assertThat(read("\uFEFF编号,名称", StandardCharsets.UTF_8).line(1).cells()).containsExactly("编号", "名称");
        assertThat(read("\uFEFF编号\t名称", StandardCharsets.UTF_16LE).line(1).cells()).containsExactly("编号", "名称");
    }

    @Test
    void quoted_cells_hold_commas_quotes_and_line_breaks() {
        var sheet = read("a,\"1,286,520.35\",\"说\"\"好\"\"\",\"上\n下\",=\"00123\"\n第二行", StandardCharsets.UTF_8);
        assertThat(sheet.line(1).cells()).containsExactly("a", "1,286,520.35", "说\"好\"", "上 下", "00123");
        assertThat(sheet.line(2).cells()).containsExactly("第二行");
    }

    @Test
    void blank_lines_keep_their_numbers() {
        var sheet = read("甲,乙\n\n,,\n丙", StandardCharsets.UTF_8);
        assertThat(sheet.line(2).isBlank()).isTrue();
        assertThat(sheet.line(3).isBlank()).isTrue();
        assertThat(sheet.line(4).text(0)).isEqualTo("丙");
    }

    @Test
    void tabs_and_semicolons_separate_too() {
        assertThat(read("甲\t乙,丙\t丁\n1\t2\t3", StandardCharsets.UTF_8).line(1).cells()).containsExactly("甲", "乙,丙", "丁");
        assertThat(read("甲;乙;丙\n1;2;3", StandardCharsets.UTF_8).line(2).cells()).containsExactly("1", "2", "3");
    }

    @Test
    void a_web_page_called_xls_is_refused() {
        assertThatThrownBy(() -> read("<html><table><tr><td>甲</td></tr></table></html>", StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.web-page"));
    }

    private Sheet read(String text, Charset charset) {
        try {
            var file = Files.createTempFile(folder, "a", ".csv");
            Files.write(file, text.getBytes(charset));
            return SheetFile.read(file, FileKind.TEXT).getFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
