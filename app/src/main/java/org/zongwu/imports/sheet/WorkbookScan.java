package org.zongwu.imports.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/**
 * Goes through a workbook before the reader library does: counts its sheets, lines and cells, refuses what would have the
 * library fetch, run or hoard something, and notes the merged ranges, which the library leaves out.
 */
final class WorkbookScan {
    static final int MOST_SHEETS = 200;
    private static final Pattern RANGE = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
    private static final String WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels";
    private static final String WORDS = "xl/sharedStrings.xml";
    private static final int MOST_MERGES = 100_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_LINES = 1_048_576;
    private static final long MOST_WORDS = 48L * 1024 * 1024;
    private static final int DEEPEST = 40;

    private final Map<String, Merges> merges = new HashMap<>();
    private long cells;

    private WorkbookScan() {}

    /** Merged ranges by sheet id. @throws RuleBroken {@code R-IMP-1} when the workbook is more, or another thing, than a ledger */
    static Map<String, Merges> of(Path file) throws IOException {
        var scan = new WorkbookScan();
        try (var zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(e -> requireLedger(e.getName()));
            requireFewWords(zip);
            var links = links(zip);
            if (links.size() > MOST_SHEETS) throw refused("rule.imports.too-many-sheets", links.size(), MOST_SHEETS);
            for (var link : links.entrySet()) {
                var entry = zip.getEntry(link.getValue());
                if (entry == null) continue;
                try (var in = zip.getInputStream(entry)) {
                    scan.sheet(link.getKey(), in);
                }
            }
        }
        return scan.merges;
    }

    private static RuleBroken refused(String key, Object... args) {
        return RuleBroken.at("file", "R-IMP-1", key, args);
    }

    /** What reaches out of the file, or runs, has no place in a ledger. */
    private static void requireLedger(String name) {
        if (name.startsWith("xl/externalLinks/") || name.equals("xl/connections.xml")) throw refused("rule.imports.external");
        if (name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/") || name.startsWith("xl/activeX/")) throw refused("rule.imports.macros");
    }

    /** The library keeps all words of a workbook in memory. */
    private static void requireFewWords(ZipFile zip) throws IOException {
        var entry = zip.getEntry(WORDS);
        if (entry == null || entry.getCompressedSize() < MOST_WORDS / 1000) return;
        try (var in = zip.getInputStream(entry)) {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                total += n;
                if (total > MOST_WORDS) throw refused("rule.imports.too-many-cells", SheetFile.MOST_CELLS);
            }
        }
    }

    private static Map<String, String> links(ZipFile zip) throws IOException {
        var links = new HashMap<String, String>();
        var entry = zip.getEntry(WORKBOOK_LINKS);
        if (entry == null) return links;
        try (var in = zip.getInputStream(entry)) {
            each(in, r -> {
                if (!r.getLocalName().equals("Relationship")) return;
                var type = r.getAttributeValue(null, "Type");
                var target = r.getAttributeValue(null, "Target");
                if (type == null || target == null || !type.endsWith("/worksheet")) return;
                links.put(r.getAttributeValue(null, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            });
        }
        return links;
    }

    private void sheet(String id, InputStream in) throws IOException {
        var found = new ArrayList<Merges.Merge>();
        each(in, r -> {
            switch (r.getLocalName()) {
                case "c" -> {
                    count();
                    requireInReach(r.getAttributeValue(null, "r"));
                }
                case "row" -> {
                    count();
                    var number = r.getAttributeValue(null, "r");
                    if (number != null && (number.length() > 7 || !number.matches("\\d+") || Integer.parseInt(number) > MOST_LINES)) throw refused("rule.imports.damaged");
                }
                case "mergeCell" -> merge(r.getAttributeValue(null, "ref"), found);
                default -> { }
            }
        });
        merges.put(id, new Merges(found));
    }

    private void count() {
        if (++cells > SheetFile.MOST_CELLS) throw refused("rule.imports.too-many-cells", SheetFile.MOST_CELLS);
    }

    private static void requireInReach(@Nullable String place) {
        if (place == null) return;
        var letters = 0;
        while (letters < place.length() && place.charAt(letters) >= 'A' && place.charAt(letters) <= 'Z') letters++;
        var digits = place.length() - letters;
        if (letters == 0 || letters > 3 || digits == 0 || digits > 7 || column(place.substring(0, letters)) >= MOST_COLUMNS) throw refused("rule.imports.damaged");
    }

    private static void merge(@Nullable String ref, List<Merges.Merge> found) {
        var range = RANGE.matcher(String.valueOf(ref));
        if (!range.matches()) return;
        if (found.size() == MOST_MERGES) throw refused("rule.imports.too-many-merges", MOST_MERGES);
        found.add(new Merges.Merge(Integer.parseInt(range.group(2)), column(range.group(1)), Integer.parseInt(range.group(4)), column(range.group(3))));
    }

    /** A is 0, Z is 25, AA is 26. */
    static int column(String letters) {
        var column = 0;
        for (var i = 0; i < letters.length(); i++) column = column * 26 + letters.charAt(i) - 'A' + 1;
        return column - 1;
    }

    private static void each(InputStream in, Consumer<XMLStreamReader> work) throws IOException {
        var factory = new InputFactoryImpl(); // the parser of the reader library: fast, and it resolves nothing
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(in);
            var depth = 0;
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT) depth--;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                if (++depth > DEEPEST) throw refused("rule.imports.damaged");
                work.accept(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed", e);
        }
    }
}
