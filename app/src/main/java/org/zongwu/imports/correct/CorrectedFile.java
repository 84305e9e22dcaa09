package org.zongwu.imports.correct;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.files.FileKind;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.imports.sheet.SheetFile;

/** The file that was handed in, with a column of errors; a file too large for that is answered with a list of them. */
public final class CorrectedFile {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectedFile.class);
    private static final int MOST_ROWS = 20_000;
    private static final long MOST_BYTES = 3 * 1024 * 1024;
    private static final long MOST_UNPACKED = 40 * 1024 * 1024;
    static final String WRONG = "FFC7CE";

    private final ImportReport report;
    private final UnaryOperator<String> words;

    /** @param words the message of a key in the language of the person */
    public CorrectedFile(ImportReport report, UnaryOperator<String> words) {
        this.report = report;
        this.words = words;
    }

    /** As .xlsx, whatever came in. */
    public byte[] write(Path original, FileKind kind) {
        try {
            if (report.counts().read() > MOST_ROWS || Files.size(original) > MOST_BYTES) return list();
            if (kind != FileKind.XLSX) return fromLines(original, kind);
            if (unpacked(original) > MOST_UNPACKED) return list();
            return new MarkedWorkbook(report, words.apply("imports.error-column")).write(original);
        } catch (IOException | RuntimeException e) {
            LOG.info("the workbook cannot be written again, its findings are listed instead: {}", e.toString());
            return list();
        }
    }

    /** What is to be said of one line, by line number. */
    static TreeMap<Integer, List<Finding>> byLine(ImportReport report, ImportReport.Sheet of) {
        var lines = new TreeMap<Integer, List<Finding>>();
        for (var finding : report.findings()) {
            if (finding.sheet().equals(of.name())) lines.computeIfAbsent(finding.line(), l -> new ArrayList<>()).add(finding);
        }
        return lines;
    }

    static String sentences(List<Finding> findings) {
        return String.join("；", findings.stream().map(Finding::sentence).distinct().toList());
    }

    /** Columns, from 0, whose cells the findings are about. */
    static List<Integer> columns(ImportReport.Sheet of, List<Finding> findings) {
        return of.headings().stream().filter(h -> findings.stream().anyMatch(f -> isAbout(f, h))).map(ImportReport.Heading::column).toList();
    }

    private static boolean isAbout(Finding finding, ImportReport.Heading heading) {
        if (finding.column() != null) return finding.column() == heading.column();
        return finding.field() != null && (finding.field().equals(heading.fieldTitle()) || finding.field().equals(heading.text()));
    }

    /** What the workbook takes up in memory, which the file does not show. */
    private static long unpacked(Path original) throws IOException {
        try (var zip = new ZipFile(original.toFile())) {
            var total = 0L;
            var buffer = new byte[16 * 1024];
            for (var entries = zip.entries(); entries.hasMoreElements() && total <= MOST_UNPACKED; ) {
                try (var in = zip.getInputStream(entries.nextElement())) {
                    for (int n; total <= MOST_UNPACKED && (n = in.read(buffer)) >= 0; ) total += n;
                }
            }
            return total;
        }
    }

    /** Every sheet anew, as texts: an old workbook or a text file has no room for colours, or not the same ones. */
    private byte[] fromLines(Path original, FileKind kind) {
        var sheets = SheetFile.read(original, kind);
        return book(out -> sheets.forEach(sheet -> fromLines(out.newWorksheet(sheet.name().isEmpty() ? words.apply("imports.error-column") : sheet.name()), sheet)));
    }

    private void fromLines(Worksheet out, Sheet sheet) {
        for (var line : sheet.lines()) {
            for (var column = 0; column < line.cells().size(); column++) {
                if (!line.text(column).isEmpty()) out.value(line.number() - 1, column, line.text(column));
            }
        }
        var read = report.sheets().stream().filter(s -> s.isRead() && s.name().equals(sheet.name())).findFirst();
        if (read.isEmpty()) return;
        var errors = sheet.lines().stream().mapToInt(l -> l.cells().size()).max().orElse(0);
        out.value(read.get().headerLine() - 1, errors, words.apply("imports.error-column"));
        byLine(report, read.get()).forEach((line, of) -> {
            out.value(line - 1, errors, sentences(of));
            columns(read.get(), of).forEach(column -> out.style(line - 1, column).fillColor(WRONG).set());
        });
    }

    private byte[] list() {
        return book(book -> {
            var out = book.newWorksheet(words.apply("imports.error-column"));
            var heads = List.of("imports.sheet", "imports.row", "imports.column", "imports.written-there", "imports.what");
            for (var c = 0; c < heads.size(); c++) out.value(0, c, words.apply(heads.get(c)));
            var line = 1;
            for (var f : report.findings()) {
                out.value(line, 0, f.sheet());
                out.value(line, 1, f.line());
                out.value(line, 2, f.field() == null ? "" : f.field());
                out.value(line, 3, f.written());
                out.value(line++, 4, f.sentence());
            }
        });
    }

    private static byte[] book(Consumer<Workbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Zongwu", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
