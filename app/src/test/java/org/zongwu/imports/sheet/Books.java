package org.zongwu.imports.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zongwu.files.FileKind;

/** Workbooks for tests, written as a clerk would write them. */
public final class Books {
    private Books() {}

    /** One sheet, written by the test. */
    public static List<Sheet> of(Path folder, Consumer<Worksheet> content) {
        return read(write(folder, workbook -> content.accept(workbook.newWorksheet("表一"))));
    }

    public static Path write(Path folder, Consumer<Workbook> content) {
        try {
            var file = Files.createTempFile(folder, "book", ".xlsx");
            try (var out = Files.newOutputStream(file); var workbook = new Workbook(out, "Tests", "1.0")) {
                content.accept(workbook);
            }
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static List<Sheet> read(Path file) {
        return SheetFile.read(file, FileKind.XLSX);
    }

    /** A row of texts and numbers from column A on; null leaves a cell empty. */
    public static void row(Worksheet sheet, int line, Object... values) {
        for (var column = 0; column < values.length; column++) {
            switch (values[column]) {
                case null -> { }
                case Number number -> sheet.value(line - 1, column, number);
                case String formula when formula.startsWith("=") -> sheet.formula(line - 1, column, formula.substring(1));
                case Object text -> sheet.value(line - 1, column, text.toString());
            }
        }
    }

    /** Merges a range given in lines from 1 and columns from 0. */
    public static void merge(Worksheet sheet, int firstLine, int firstColumn, int lastLine, int lastColumn) {
        sheet.range(firstLine - 1, firstColumn, lastLine - 1, lastColumn).merge();
    }
}
