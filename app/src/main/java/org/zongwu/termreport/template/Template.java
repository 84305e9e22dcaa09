package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;

/**
 * The text of a report with holes where the figures go. It holds no logic but one question a section: is there any data?
 *
 * @param title     each element is a line of its own
 * @param leftovers what the next term has to do where a figure is not nought
 * @param tasks     what else it has to do, as a person has written it
 */
public record Template(List<Paragraph> title, List<Section> sections, List<Leftover> leftovers, List<Typed> tasks) {
    /** Every figure that the text asks for, in the order of the text. */
    public Set<String> figureIds() {
        var ids = new LinkedHashSet<String>();
        title.forEach(line -> ids.addAll(line.figureIds()));
        sections.forEach(section -> section.collect(ids));
        leftovers.forEach(leftover -> ids.add(leftover.figureId()));
        return ids;
    }

    /** The figures of which the text says how they have changed against that base. */
    public Set<String> compared(Part.Style base) {
        var ids = new LinkedHashSet<String>();
        each(paragraph -> paragraph.parts().forEach(part -> {
            if (part instanceof Part.Token t && t.style() == base) ids.add(t.figureId());
        }), insert -> {
            if (insert.kind() == Insert.Kind.TABLE && base == Part.Style.YEAR) ids.addAll(insert.arguments());
        });
        return ids;
    }

    /** The tables and charts that the text asks for. */
    public List<Insert> inserts() {
        var all = new ArrayList<Insert>();
        each(paragraph -> { }, all::add);
        return all;
    }

    private void each(Consumer<Paragraph> paragraph, Consumer<Insert> insert) {
        title.forEach(paragraph);
        sections.forEach(s -> s.each(paragraph, insert));
    }

    /** What stands under a heading. */
    public sealed interface Content {
        /** Where it stands in the text, from 1. */
        int line();
    }

    /** A task of the plan: the figure counts what is left, the words say what to do with it. */
    public record Leftover(int line, String figureId, String words) {}

    /**
     * A task of the plan that a person sets: {@code + 任务｜目标｜责任人｜期限｜预算}, all but the first may be left out.
     *
     * @param by who answers for it; empty before the text has been saved
     */
    public record Typed(int line, String task, String target, String owner, String due, String budget, String by) {
        private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

        /** The budget; null when none is set, or when it is no amount. */
        public @Nullable Money money() {
            var digits = budget.replaceAll("[,，元\\s]", "");
            return YUAN.matcher(digits).matches() ? Money.ofYuan(digits) : null;
        }
    }

    /**
     * A heading with what stands under it.
     *
     * @param level 1 for 一、, 2 for （一）, 3 for 1.; 0 for the lead before the first heading, whose heading is null
     * @param needs the section is written when any of these figures has data; empty: any figure of its own paragraphs
     */
    public record Section(int level, @Nullable Paragraph heading, List<String> needs, List<Content> contents, List<Section> parts) {
        void collect(Set<String> ids) {
            if (heading != null) ids.addAll(heading.figureIds());
            ids.addAll(needs);
            ids.addAll(ownFigureIds());
            parts.forEach(part -> part.collect(ids));
        }

        Set<String> ownFigureIds() {
            var ids = new LinkedHashSet<String>();
            for (var content : contents) {
                switch (content) {
                    case Paragraph p -> ids.addAll(p.figureIds());
                    case Insert i -> ids.addAll(i.figureIds());
                    case Claim c -> ids.addAll(c.figureIds());
                }
            }
            return ids;
        }

        private void each(Consumer<Paragraph> paragraph, Consumer<Insert> insert) {
            if (heading != null) paragraph.accept(heading);
            for (var content : contents) {
                switch (content) {
                    case Paragraph p -> paragraph.accept(p);
                    case Insert i -> insert.accept(i);
                    case Claim c -> paragraph.accept(c.words());
                }
            }
            parts.forEach(part -> part.each(paragraph, insert));
        }
    }

    /** @param line where it stands in the file, from 1 */
    public record Paragraph(int line, List<Part> parts) implements Content {
        List<String> figureIds() {
            return parts.stream().filter(Part.Token.class::isInstance).map(part -> ((Part.Token) part).figureId()).toList();
        }
    }

    /**
     * {@code ! FIGURE | WITNESS WITNESS | words}: what is only said when nothing has happened and when those who would have seen it
     * did look (R-SUM-6): the figure has nought or no record, and each witness has records.
     */
    public record Claim(int line, String figureId, List<String> witnesses, Paragraph words) implements Content {
        List<String> figureIds() {
            var ids = new ArrayList<>(List.of(figureId));
            ids.addAll(witnesses);
            ids.addAll(words.figureIds());
            return ids;
        }
    }

    /** {@code @plan}, {@code @score}, {@code @calendar}, {@code @table FIGURE FIGURE}, {@code @chart FIGURE}, {@code @list HONOURS}. */
    public record Insert(int line, Kind kind, List<String> arguments) implements Content {
        /** PLAN: what is to be done; SCORE: what became of the last plan; CALENDAR: its days; TABLE, CHART: of figures; LIST: the records of a figure, one by one. */
        public enum Kind { PLAN, SCORE, CALENDAR, TABLE, CHART, LIST }

        List<String> figureIds() {
            return arguments;
        }
    }
}
