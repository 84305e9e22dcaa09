package org.zongwu.imports.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

/** Opens a spreadsheet of any kind that the house reads. */
public final class SheetFile {
    /** More cells than an office's ledger ever has; past it the file is not one. */
    static final int MOST_CELLS = 3_000_000;

    /** What a person may rely on when he reads the name. */
    private static final Map<String, FileKind> CALLED = Map.of("xlsx", FileKind.XLSX, "xls", FileKind.XLS, "csv", FileKind.TEXT, "tsv", FileKind.TEXT, "txt", FileKind.TEXT);

    private SheetFile() {}

    /** A name without an extension, or with one that says nothing of spreadsheets, promises nothing. @throws RuleBroken {@code R-IMP-1} when the name says another thing than the content */
    public static void requireCalledSo(String name, FileKind kind) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var called = CALLED.get(extension);
        if (called != null && called != kind) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.other-kind", extension, kind);
    }

    /**
     * Reads every sheet. The file has been looked through by {@code files} before.
     *
     * @throws RuleBroken {@code R-IMP-1} when it is no spreadsheet, a web page in disguise, too large, or damaged
     */
    public static List<Sheet> read(Path file, FileKind kind) {
        try {
            return switch (kind) {
                case XLSX -> new XlsxReader().read(file);
                case TEXT -> List.of(new CsvReader().read(file));
                case XLS -> new XlsReader().read(file);
                default -> throw RuleBroken.at("file", "R-IMP-1", "rule.imports.no-spreadsheet");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
