package org.zongwu.termreport.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a report with holes where the figures go. It holds no logic but one question a section: is there any data?
 *
 * @param title     each element is a line of its own
 * @param leftovers what the next term has to do where a figure is not nought
 */
public record Template(List<Paragraph> title, List<Section> sections, List<Leftover> leftovers) {
    /** Every figure that the text asks for, in the order of the text. */
    public Set<String> figureIds() {
        var ids = new LinkedHashSet<String>();
        title.forEach(line -> ids.addAll(line.figureIds()));
        sections.forEach(section -> section.collect(ids));
        leftovers.forEach(leftover -> ids.add(leftover.figureId()));
        return ids;
    }

    /** A task of the plan: the figure counts what is left, the words say what to do with it. */
    public record Leftover(int line, String figureId, String words) {}

    /**
     * A heading with what stands under it.
     *
     * @param level 1 for 一、, 2 for （一）, 3 for 1.; 0 for the lead before the first heading, whose heading is null
     * @param needs the section is written when any of these figures has data; empty: any figure of its own paragraphs
     */
    public record Section(int level, @Nullable Paragraph heading, List<String> needs, List<Paragraph> paragraphs, boolean plan, List<Section> parts) {
        void collect(Set<String> ids) {
            if (heading != null) ids.addAll(heading.figureIds());
            ids.addAll(needs);
            paragraphs.forEach(p -> ids.addAll(p.figureIds()));
            parts.forEach(part -> part.collect(ids));
        }

        Set<String> ownFigureIds() {
            var ids = new LinkedHashSet<String>();
            paragraphs.forEach(p -> ids.addAll(p.figureIds()));
            return ids;
        }
    }

    /** @param line where it stands in the file, from 1 */
    public record Paragraph(int line, List<Part> parts) {
        List<String> figureIds() {
            return parts.stream().filter(Part.Token.class::isInstance).map(part -> ((Part.Token) part).figureId()).toList();
        }
    }
}
