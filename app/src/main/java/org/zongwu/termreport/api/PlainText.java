package org.zongwu.termreport.api;

import java.util.stream.Collectors;
import org.zongwu.termreport.template.Manuscript;

/** A report without its looks: a line a paragraph, a row of a table with tabs between its cells. */
final class PlainText {
    private PlainText() {}

    static String of(Manuscript manuscript) {
        return String.join("", manuscript.title()) + "\n\n" + manuscript.blocks().stream().map(PlainText::block).collect(Collectors.joining("\n")) + "\n";
    }

    private static String block(Manuscript.Block block) {
        return switch (block) {
            case Manuscript.Heading h -> h.number() + h.words();
            case Manuscript.Paragraph p -> p.runs().stream().map(PlainText::run).collect(Collectors.joining());
            case Manuscript.Table t -> table(t);
            case Manuscript.Chart c -> c.caption() + "\n" + c.finding();
        };
    }

    private static String run(Manuscript.Run run) {
        return switch (run) {
            case Manuscript.Words w -> w.words();
            case Manuscript.Number n -> n.text();
            case Manuscript.Handwritten h -> h.words();
        };
    }

    private static String table(Manuscript.Table table) {
        var heads = table.heads().stream().map(Manuscript.Head::words).collect(Collectors.joining("\t"));
        var rows = table.rows().stream().map(row -> row.stream().map(Manuscript.Cell::words).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        return table.caption() + "\n" + heads + "\n" + rows + (table.note() == null ? "" : "\n" + table.note());
    }
}
