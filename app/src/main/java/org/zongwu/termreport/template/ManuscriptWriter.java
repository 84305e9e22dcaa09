package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Manuscript.Run;
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
    private final Map<Part.Name, String> names;
    private final boolean planned;
    private final List<Manuscript.Block> blocks = new ArrayList<>();
    private final List<Manuscript.Missing> missing = new ArrayList<>();
    private final int[] count = new int[4];

    private ManuscriptWriter(FigureBook book, Map<Part.Name, String> names, boolean planned) {
        this.book = book;
        this.names = names;
        this.planned = planned;
    }

    /** @param planned whether the plan has any item; without one its section is missing like any other */
    public static Manuscript write(Template template, FigureBook book, Map<Part.Name, String> names, boolean planned) {
        var writer = new ManuscriptWriter(book, names, planned);
        var title = template.title().stream().map(writer::sentence).toList();
        template.sections().forEach(writer::section);
        return new Manuscript(title, List.copyOf(writer.blocks), List.copyOf(writer.missing));
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
        var own = section.paragraphs().isEmpty() || hasOwnData(section);
        if (own) section.paragraphs().forEach(p -> blocks.add(new Manuscript.Paragraph(runs(p))));
        var silent = section.ownFigureIds().stream().filter(id -> !book.hasData(id)).toList();
        if (!silent.isEmpty()) missing.add(new Manuscript.Missing(heading, !own, silent));
        if (section.plan() && planned) blocks.add(new Manuscript.Plan());
        section.parts().forEach(this::section);
    }

    private boolean isLive(Section section) {
        if (section.plan()) return planned;
        return !section.paragraphs().isEmpty() && hasOwnData(section) && !isPreface(section) || section.parts().stream().anyMatch(this::isLive);
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
                case Part.Token token -> {
                    runs.add(new Manuscript.Number(text(token), token.figureId()));
                    if (book.hasData(token.figureId()) && !token.measure().isEmpty()) say(runs, token.measure());
                }
            }
        }
        return List.copyOf(runs);
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

    private String sentence(Paragraph paragraph) {
        var words = new StringBuilder();
        for (var run : runs(paragraph)) {
            words.append(switch (run) {
                case Manuscript.Words w -> w.words();
                case Manuscript.Number n -> n.text();
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
