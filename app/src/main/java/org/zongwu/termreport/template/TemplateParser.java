package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.template.Template.Paragraph;
import org.zongwu.termreport.template.Template.Section;

/**
 * Reads a report template: plain text that a clerk can edit. One line is one paragraph; {@code #} begins a remark,
 * {@code =} a line of the title, {@code 一、} {@code （一）} {@code 1.} a heading of the first, second, third level (counted anew when
 * the report is written), {@code ?} the figures of which a section needs at least one, {@code @plan} stands for the plan, and
 * {@code +} with a figure is a task of the plan while the figure is above nought.
 */
public final class TemplateParser {
    private static final List<Pattern> HEADINGS = List.of(Pattern.compile("[一二三四五六七八九十]+、(.+)"),
            Pattern.compile("（[一二三四五六七八九十]+）(.+)"), Pattern.compile("\\d+\\.\\s*(.+)"));
    private static final Pattern LEFTOVER = Pattern.compile("\\+\\s*([A-Z][A-Z0-9_]*)\\s+(\\S.*)");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern FIGURE = Pattern.compile("([A-Z][A-Z0-9_]*)(?::(wan|yuan))?(?: (\\S+))?");

    private final List<Paragraph> title = new ArrayList<>();
    private final List<Template.Leftover> leftovers = new ArrayList<>();
    private final List<Open> path = new ArrayList<>(List.of(new Open(0, null)));

    private TemplateParser() {}

    /** @throws IllegalArgumentException with the number of the line that cannot be read */
    public static Template parse(String text) {
        var parser = new TemplateParser();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) parser.line(number, line.strip());
        }
        return parser.end();
    }

    private void line(int number, String line) {
        var here = path.getLast();
        if (line.startsWith("=")) title.add(paragraph(number, line.substring(1).strip()));
        else if (line.startsWith("?")) here.needs.addAll(needs(number, line.substring(1).strip()));
        else if (line.startsWith("+")) leftovers.add(leftover(number, line));
        else if (line.equals("@plan")) here.plan = true;
        else if (!heading(number, line)) here.paragraphs.add(paragraph(number, line));
    }

    private boolean heading(int number, String line) {
        for (var level = 1; level <= HEADINGS.size(); level++) {
            var heading = HEADINGS.get(level - 1).matcher(line);
            if (!heading.matches()) continue;
            var above = level == 1 ? 0 : level - 1;
            while (path.getLast().level >= level || level == 1 && path.size() > 1) close();
            if (path.getLast().level != above) throw wrong(number, "a heading of level " + level + " stands without one of level " + above);
            path.add(new Open(level, paragraph(number, heading.group(1))));
            return true;
        }
        return false;
    }

    private void close() {
        var done = path.removeLast();
        path.getLast().parts.add(done.section());
    }

    private Template end() {
        while (path.size() > 1) close();
        var root = path.getFirst();
        var sections = new ArrayList<Section>();
        if (!root.paragraphs.isEmpty()) sections.add(new Section(0, null, List.copyOf(root.needs), List.copyOf(root.paragraphs), false, List.of()));
        sections.addAll(root.parts);
        if (title.isEmpty()) throw new IllegalArgumentException("the template has no title: a line that begins with =");
        return new Template(List.copyOf(title), List.copyOf(sections), List.copyOf(leftovers));
    }

    private static Template.Leftover leftover(int number, String line) {
        var parts = LEFTOVER.matcher(line);
        if (!parts.matches()) throw wrong(number, "a task is + FIGURE and words: " + line);
        return new Template.Leftover(number, parts.group(1), parts.group(2));
    }

    private static List<String> needs(int number, String ids) {
        var needs = List.of(ids.split("\\s+"));
        for (var id : needs) if (!id.matches("[A-Z][A-Z0-9_]*")) throw wrong(number, "not a figure: " + id);
        return needs;
    }

    private static Paragraph paragraph(int number, String line) {
        var parts = new ArrayList<Part>();
        var hole = HOLE.matcher(line);
        var at = 0;
        while (hole.find()) {
            if (hole.start() > at) parts.add(words(number, line.substring(at, hole.start())));
            parts.add(hole(number, hole.group(1)));
            at = hole.end();
        }
        if (at < line.length()) parts.add(words(number, line.substring(at)));
        return new Paragraph(number, List.copyOf(parts));
    }

    private static Part words(int number, String words) {
        if (words.indexOf('{') >= 0 || words.indexOf('}') >= 0) throw wrong(number, "a brace without its other half: " + words);
        return new Part.Text(words);
    }

    private static Part hole(int number, String inside) {
        var figure = FIGURE.matcher(inside);
        if (figure.matches()) {
            var style = figure.group(2) == null ? Part.Style.USUAL : Part.Style.valueOf(figure.group(2).toUpperCase(Locale.ROOT));
            return new Part.Token(figure.group(1), style, figure.group(3) == null ? "" : figure.group(3));
        }
        for (var name : Part.Name.values()) if (name.name().toLowerCase(Locale.ROOT).equals(inside)) return new Part.Word(name);
        throw wrong(number, "neither a figure nor a known name: {" + inside + "}");
    }

    private static IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException("line " + number + ": " + what);
    }

    /** A section that is still being read. */
    private static final class Open {
        private final int level;
        private final @Nullable Paragraph heading;
        private final List<String> needs = new ArrayList<>();
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final List<Section> parts = new ArrayList<>();
        private boolean plan;

        private Open(int level, @Nullable Paragraph heading) {
            this.level = level;
            this.heading = heading;
        }

        private Section section() {
            return new Section(level, heading, List.copyOf(needs), List.copyOf(paragraphs), plan, List.copyOf(parts));
        }
    }
}
