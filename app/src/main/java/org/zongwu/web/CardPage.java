package org.zongwu.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Provenance;

/**
 * A thing of the office on the screen, as a person, a class or a supplier: what it is, the lists that belong to it, what
 * happened, and the next steps this reader may take. A document with lines and signatures is a {@link DocumentPage}.
 *
 * @param source the line of a file that it came from
 */
public record CardPage(String title, @Nullable String state, Column.Mark mark, String backPath, String backText, List<Fact> facts, List<Listing> listings,
        List<DocumentPage.Step> steps, List<DocumentPage.Button> buttons, Provenance.@Nullable Source source) {
    public CardPage(String title, @Nullable String state, Column.Mark mark, String backPath, String backText, List<Fact> facts, List<Listing> listings,
            List<DocumentPage.Step> steps, List<DocumentPage.Button> buttons) {
        this(title, state, mark, backPath, backText, facts, listings, steps, buttons, null);
    }

    public CardPage from(Provenance.@Nullable Source line) {
        return new CardPage(title, state, mark, backPath, backText, facts, listings, steps, buttons, line);
    }

    /** @param path opens what the value names */
    public record Fact(String label, String value, @Nullable String path) {
        public static Fact of(String label, @Nullable Object value) {
            return new Fact(label, value == null || value.toString().isBlank() ? "—" : value.toString(), null);
        }
    }

    /** @param empty what is said when there is no row */
    public record Listing(String title, List<String> heads, List<List<Cell>> rows, String empty) {}

    public record Cell(String text, @Nullable String path) {
        public static Cell of(@Nullable Object value) {
            return new Cell(value == null ? "" : value.toString(), null);
        }
    }
}
