package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Manuscript.Run;
import org.zongwu.termreport.template.Template.Claim;
import org.zongwu.termreport.template.Template.Content;
import org.zongwu.termreport.template.Template.Insert;
import org.zongwu.termreport.template.Template.Paragraph;
import org.zongwu.termreport.template.Template.Section;

/**
 * Puts figures and names into a template. A part without data is not filled with phrases: it is left out and named in the
 * list of what is missing (R-SUM-8).
 */
public final class ManuscriptWriter {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String LEAD = "导语";

    private final FigureBook book;
    private final Map<Part.Style, FigureBook> bases;
    private final Map<Part.Name, String> names;
    private final Function<Insert, Optional<Manuscript.Inserted>> inserts;
    private final List<Manuscript.Block> blocks = new ArrayList<>();
    private final List<Manuscript.Handwritten> handwritten = new ArrayList<>();
    private final List<Manuscript.Missing> missing = new ArrayList<>();
    private final Set<String> cited = new LinkedHashSet<>();
    private final int[] count = new int[4];

    private ManuscriptWriter(FigureBook book, Map<Part.Style, FigureBook> bases, Map<Part.Name, String> names, Function<Insert, Optional<Manuscript.Inserted>> inserts) {
        this.book = book;
        this.bases = bases;
        this.names = names;
        this.inserts = inserts;
    }

    /**
     * @param bases   what sentences compare with, by {@link Part.Style#YEAR} and {@link Part.Style#LAST}
     * @param inserts the tables and charts; one that is empty is missing like a figure without a record
     */
    public static Manuscript write(Template template, FigureBook book, Map<Part.Style, FigureBook> bases, Map<Part.Name, String> names,
            Function<Insert, Optional<Manuscript.Inserted>> inserts) {
        var writer = new ManuscriptWriter(book, bases, names, inserts);
        var title = template.title().stream().map(writer::sentence).toList();
        template.sections().forEach(writer::section);
        return new Manuscript(title, List.copyOf(writer.blocks), List.copyOf(writer.missing), List.copyOf(writer.handwritten), writer.cited);
    }

    private void section(Section section) {
        var heading = section.heading() == null ? LEAD : sentence(section.heading());
        if (!isLive(section)) {
            var ids = new LinkedHashSet<String>();
            section.collect(ids);
            missing.add(new Manuscript.Missing(heading, true, List.copyOf(ids)));
            return;
        }
        if (section.heading() != null) blocks.add(new Manuscript.Heading(section.level(), number(section.level()), heading));
        var own = section.contents().isEmpty() || hasOwnData(section) || hasInsert(section);
        if (own) section.contents().forEach(this::content);
        var silent = section.ownFigureIds().stream().filter(id -> !book.hasData(id)).toList();
        if (!silent.isEmpty()) missing.add(new Manuscript.Missing(heading, !own, silent));
        section.parts().forEach(this::section);
    }

    private void content(Content content) {
        if (!says(content)) return;
        switch (content) {
            case Paragraph p -> blocks.add(new Manuscript.Paragraph(runs(p)));
            case Insert i -> inserts.apply(i).ifPresent(made -> {
                cited.addAll(i.figureIds());
                blocks.add(made);
            });
            case Claim c -> blocks.add(new Manuscript.Paragraph(runs(c.words())));
        }
    }

    /** A paragraph of whose figures none has a record says nothing: they are named among what is missing (R-SUM-8). */
    private boolean says(Content content) {
        return switch (content) {
            case Paragraph p -> p.figureIds().isEmpty() || p.figureIds().stream().anyMatch(book::hasData);
            case Insert i -> inserts.apply(i).isPresent();
            case Claim c -> holds(c);
        };
    }

    /** Nothing has happened, and whoever would have seen it did look (R-SUM-6). */
    private boolean holds(Claim claim) {
        return book.find(claim.figureId()).map(Figure::value).filter(v -> v.signum() != 0).isEmpty() && claim.witnesses().stream().allMatch(book::hasData);
    }

    private boolean hasInsert(Section section) {
        return section.contents().stream().anyMatch(c -> c instanceof Insert i && inserts.apply(i).isPresent());
    }

    /** A section whose words only lead to a table lives by the table. */
    private boolean isLive(Section section) {
        var asks = section.contents().stream().anyMatch(Insert.class::isInstance);
        if (asks && section.needs().isEmpty() && section.ownFigureIds().isEmpty()) return hasInsert(section) || section.parts().stream().anyMatch(this::isLive);
        return section.contents().stream().anyMatch(this::says) && (hasOwnData(section) || hasInsert(section)) && !isPreface(section) || section.parts().stream().anyMatch(this::isLive);
    }

    /** Words that lead to sub-sections and say no figure: alone they would be a heading with a phrase. */
    private static boolean isPreface(Section section) {
        return !section.parts().isEmpty() && section.needs().isEmpty() && section.ownFigureIds().isEmpty();
    }

    private boolean hasOwnData(Section section) {
        var needs = section.needs().isEmpty() ? section.ownFigureIds() : section.needs();
        return needs.isEmpty() || needs.stream().anyMatch(book::hasData);
    }

    private List<Run> runs(Paragraph paragraph) {
        var runs = new ArrayList<Run>();
        for (var part : paragraph.parts()) {
            switch (part) {
                case Part.Text text -> say(runs, text.words());
                case Part.Word word -> say(runs, names.get(word.name()));
                case Part.Token token when token.style().compares() -> {
                    var change = change(token);
                    if (!change.isEmpty()) runs.add(cited(new Manuscript.Number(change, token.figureId())));
                }
                case Part.Token token -> {
                    runs.add(cited(new Manuscript.Number(text(token), token.figureId())));
                    if (book.hasData(token.figureId()) && !token.measure().isEmpty()) say(runs, token.measure());
                }
                case Part.Handwritten typed -> {
                    var run = new Manuscript.Handwritten(typed.words(), typed.by());
                    handwritten.add(run);
                    runs.add(run);
                }
            }
        }
        return List.copyOf(runs);
    }

    private Manuscript.Number cited(Manuscript.Number number) {
        cited.add(number.figureId());
        return number;
    }

    private static void say(List<Run> runs, String words) {
        if (!runs.isEmpty() && runs.getLast() instanceof Manuscript.Words before) {
            runs.set(runs.size() - 1, new Manuscript.Words(before.words() + words));
        } else {
            runs.add(new Manuscript.Words(words));
        }
    }

    private String text(Part.Token token) {
        return book.find(token.figureId()).map(f -> FigureText.of(f.value(), f.definition().unit(), token.style())).orElse(FigureText.NONE);
    }

    private String change(Part.Token token) {
        var since = token.style() == Part.Style.YEAR ? "上年同期" : "上期";
        var base = Optional.ofNullable(bases.get(token.style())).flatMap(b -> b.find(token.figureId()));
        return book.find(token.figureId()).map(now -> FigureText.change(now, base, since, token.measure())).orElse("");
    }

    private String sentence(Paragraph paragraph) {
        var words = new StringBuilder();
        for (var run : runs(paragraph)) {
            words.append(switch (run) {
                case Manuscript.Words w -> w.words();
                case Manuscript.Number n -> n.text();
                case Manuscript.Handwritten h -> h.words();
            });
        }
        return words.toString();
    }

    private String number(int level) {
        count[level]++;
        for (var below = level + 1; below < count.length; below++) count[below] = 0;
        return switch (level) {
            case 1 -> numeral(count[1]) + "、";
            case 2 -> "（" + numeral(count[2]) + "）";
            default -> count[3] + ".";
        };
    }

    /** 1 to 99 as 一 to 九十九. */
    static String numeral(int n) {
        var tens = n / 10 > 1 ? NUMERALS.charAt(n / 10) + "十" : n / 10 == 1 ? "十" : "";
        return tens + (n % 10 == 0 ? "" : NUMERALS.charAt(n % 10));
    }
}
