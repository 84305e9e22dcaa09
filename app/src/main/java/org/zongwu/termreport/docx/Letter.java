package org.zongwu.termreport.docx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlObject;

/** The school's own Word file: its words in double braces are filled in, and the report stands where {@link #BODY} stood. */
public final class Letter {
    public static final String BODY = "{{正文}}";
    static final String TITLE = "{{标题}}";

    private Letter() {}

    /** The paragraph in whose place the report is written. */
    public static Optional<XWPFParagraph> place(XWPFDocument document) {
        return document.getParagraphs().stream().filter(p -> p.getText().contains(BODY)).findFirst();
    }

    /** Whether the file says itself where the title goes. */
    static boolean hasTitle(XWPFDocument document) {
        return paragraphs(document).anyMatch(p -> p.getText().contains(TITLE));
    }

    /** Fills in words, in the text, in tables, at the head and at the foot; each keeps the look of its first letters. */
    static void fill(XWPFDocument document, Map<String, String> words) {
        paragraphs(document).forEach(p -> fill(p, words));
    }

    private static void fill(XWPFParagraph paragraph, Map<String, String> words) {
        var text = paragraph.getText();
        var filled = text;
        for (var word : words.entrySet()) filled = filled.replace(word.getKey(), word.getValue());
        if (filled.equals(text) || paragraph.getRuns().isEmpty()) return;
        // Word cuts a paragraph into runs anywhere, also within the braces
        paragraph.getRuns().getFirst().setText(filled, 0);
        while (paragraph.getRuns().size() > 1) paragraph.removeRun(paragraph.getRuns().size() - 1);
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.of(document.getBodyElements().stream(), document.getHeaderList().stream().flatMap(h -> h.getBodyElements().stream()),
                document.getFooterList().stream().flatMap(f -> f.getBodyElements().stream())).flatMap(s -> s).flatMap(Letter::paragraphs);
    }

    private static Stream<XWPFParagraph> paragraphs(IBodyElement element) {
        if (element instanceof XWPFParagraph p) return Stream.of(p);
        if (element instanceof XWPFTable t) return t.getRows().stream().flatMap(r -> r.getTableCells().stream()).flatMap(c -> c.getBodyElements().stream()).flatMap(Letter::paragraphs);
        return Stream.empty();
    }

    /** Moves what was written at the end of the document to the place, which goes. */
    static void move(XWPFDocument document, XWPFParagraph place, int from) {
        List<XmlObject> written = document.getBodyElements().subList(from, document.getBodyElements().size()).stream().<XmlObject>map(Letter::node).toList();
        for (var node : written) {
            try (var to = place.getCTP().newCursor(); var at = node.newCursor()) {
                at.moveXml(to);
            }
        }
        try (var gone = place.getCTP().newCursor()) {
            gone.removeXml();
        }
    }

    private static XmlObject node(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph p -> p.getCTP();
            case XWPFTable t -> t.getCTTbl();
            default -> throw new IllegalStateException("not written by us: " + element.getElementType());
        };
    }
}
