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

/** Merged ranges by sheet id; the reader library leaves them out. */
final class MergedCells {
    private static final Pattern RANGE = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
    private static final String WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels";
    private static final int MOST_MERGES = 100_000;

    private MergedCells() {}

    static Map<String, Merges> read(Path file) throws IOException {
        var found = new HashMap<String, Merges>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var link : links(zip).entrySet()) {
                var entry = zip.getEntry(link.getValue());
                if (entry == null) continue;
                try (var in = zip.getInputStream(entry)) {
                    found.put(link.getKey(), new Merges(merges(in)));
                }
            }
        }
        return found;
    }

    private static Map<String, String> links(ZipFile zip) throws IOException {
        var links = new HashMap<String, String>();
        var entry = zip.getEntry(WORKBOOK_LINKS);
        if (entry == null) return links;
        try (var in = zip.getInputStream(entry)) {
            each(in, "Relationship", r -> {
                var type = r.getAttributeValue(null, "Type");
                var target = r.getAttributeValue(null, "Target");
                if (type == null || target == null || !type.endsWith("/worksheet")) return;
                links.put(r.getAttributeValue(null, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            });
        }
        return links;
    }

    private static List<Merges.Merge> merges(InputStream in) throws IOException {
        var merges = new ArrayList<Merges.Merge>();
        each(in, "mergeCell", r -> {
            var range = RANGE.matcher(String.valueOf(r.getAttributeValue(null, "ref")));
            if (!range.matches() || merges.size() == MOST_MERGES) return;
            merges.add(new Merges.Merge(Integer.parseInt(range.group(2)), column(range.group(1)),
                    Integer.parseInt(range.group(4)), column(range.group(3))));
        });
        return merges;
    }

    /** A is 0, Z is 25, AA is 26. */
    static int column(String letters) {
        var column = 0;
        for (var i = 0; i < letters.length(); i++) column = column * 26 + letters.charAt(i) - 'A' + 1;
        return column - 1;
    }

    private static void each(InputStream in, String element, Consumer<XMLStreamReader> work) throws IOException {
        var factory = new InputFactoryImpl(); // the parser of the reader library: fast, and it resolves nothing
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && element.equals(reader.getLocalName())) work.accept(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed", e);
        }
    }
}
