package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.termreport.template.Template.Paragraph;
import org.zongwu.termreport.template.Template.Section;

/**
 * Reads a report template: plain text that a clerk can edit. One line is one paragraph; {@code #} begins a remark,
 * {@code =} a line of the title, {@code 一、} {@code （一）} {@code 1.} a heading of the first, second, third level (counted anew when
 * the report is written), {@code ?} the figures of which a section needs at least one, {@code @} a table or a chart, {@code !} what
 * is only said when nothing has happened, {@code +} with a figure is a task of the plan while the figure is above nought, and
 * {@code +} with words one that a person sets.
 */
public final class TemplateParser {
    private static final List<Pattern> HEADINGS = List.of(Pattern.compile("[一二三四五六七八九十]+、(.+)"),
            Pattern.compile("（[一二三四五六七八九十]+）(.+)"), Pattern.compile("\\d+\\.\\s*(.+)"));
    private static final Pattern LEFTOVER = Pattern.compile("\\+\\s*([A-Z][A-Z0-9_]{2,})\\s+(\\S.*)");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final String ID = "[A-Z][A-Z0-9_]*";
    private static final Pattern FIGURE = Pattern.compile("(" + ID + ")(?::(wan|yuan|about|year|last))?(?: (\\S+))?");
    private static final Pattern HANDWRITTEN = Pattern.compile("!([^|]+)(?:\\|([^|]*))?");
    private static final Pattern CLAIM = Pattern.compile("!\\s*(" + ID + ")\\s*\\|\\s*([A-Z0-9_ ]+?)\\s*\\|\\s*(\\S.*)");
    private static final Pattern INSERT = Pattern.compile("@([a-z]+)((?:\\s+\\S+)*)");
    private static final String BAR = "\\s*[｜|]\\s*";
    private static final int BLANKS = 5;

    private final List<Paragraph> title = new ArrayList<>();
    private final List<Template.Leftover> leftovers = new ArrayList<>();
    private final List<Template.Typed> tasks = new ArrayList<>();
    private final List<Open> path = new ArrayList<>(List.of(new Open(0, null)));

    private TemplateParser() {}

    /** @throws RuleBroken at {@code text}, with the number of the line that cannot be read and what stands there */
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
        else if (line.startsWith("+")) task(number, line);
        else if (line.startsWith("@")) here.contents.add(insert(number, line));
        else if (line.startsWith("!")) here.contents.add(claim(number, line));
        else if (!heading(number, line)) here.contents.add(paragraph(number, line));
    }

    private boolean heading(int number, String line) {
        for (var level = 1; level <= HEADINGS.size(); level++) {
            var heading = HEADINGS.get(level - 1).matcher(line);
            if (!heading.matches()) continue;
            var above = level == 1 ? 0 : level - 1;
            while (path.getLast().level >= level || level == 1 && path.size() > 1) close();
            if (path.getLast().level != above) throw wrong(number, "R-SUM-1", "heading", line);
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
        if (!root.contents.isEmpty()) sections.add(new Section(0, null, List.copyOf(root.needs), List.copyOf(root.contents), List.of()));
        sections.addAll(root.parts);
        if (title.isEmpty()) throw wrong(1, "R-SUM-1", "no-title", "");
        return new Template(List.copyOf(title), List.copyOf(sections), List.copyOf(leftovers), List.copyOf(tasks));
    }

    private void task(int number, String line) {
        var figure = LEFTOVER.matcher(line);
        if (figure.matches()) leftovers.add(new Template.Leftover(number, figure.group(1), figure.group(2)));
        else tasks.add(typed(number, line.substring(1).strip()));
    }

    /** The name of who set it comes last, behind an at. */
    private static Template.Typed typed(int number, String line) {
        var at = line.lastIndexOf("@");
        var by = at < 0 ? "" : line.substring(at + 1).strip();
        var blanks = new ArrayList<>(List.of((at < 0 ? line : line.substring(0, at)).strip().split(BAR, -1)));
        if (blanks.getFirst().isBlank()) throw wrong(number, "R-PLAN-2", "task-empty", line);
        if (blanks.size() > BLANKS) throw wrong(number, "R-PLAN-2", "task-long", line);
        while (blanks.size() < BLANKS) blanks.add("");
        var typed = new Template.Typed(number, blanks.get(0), blanks.get(1), blanks.get(2), blanks.get(3), blanks.get(4), by);
        if (!typed.budget().isEmpty() && typed.money() == null) throw wrong(number, "R-PLAN-1", "task-budget", typed.budget());
        return typed;
    }

    private static Template.Insert insert(int number, String line) {
        var insert = INSERT.matcher(line);
        if (!insert.matches()) throw wrong(number, "R-SUM-1", "insert", line);
        var arguments = insert.group(2).isBlank() ? List.<String>of() : List.of(insert.group(2).strip().split("\\s+"));
        for (var kind : Template.Insert.Kind.values()) {
            if (!kind.name().toLowerCase(Locale.ROOT).equals(insert.group(1))) continue;
            var figures = kind == Template.Insert.Kind.TABLE || kind == Template.Insert.Kind.CHART || kind == Template.Insert.Kind.LIST;
            if (figures == arguments.isEmpty()) throw wrong(number, "R-SUM-1", "insert", line);
            if (figures) needs(number, String.join(" ", arguments));
            return new Template.Insert(number, kind, arguments);
        }
        throw wrong(number, "R-SUM-1", "insert", line);
    }

    private static Template.Claim claim(int number, String line) {
        var claim = CLAIM.matcher(line);
        if (!claim.matches()) throw wrong(number, "R-SUM-6", "claim", line);
        return new Template.Claim(number, claim.group(1), needs(number, claim.group(2)), paragraph(number, claim.group(3)));
    }

    private static List<String> needs(int number, String ids) {
        var needs = List.of(ids.split("\\s+"));
        for (var id : needs) if (!id.matches(ID)) throw wrong(number, "R-SUM-1", "no-figure", id);
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
        if (words.indexOf('{') >= 0 || words.indexOf('}') >= 0) throw wrong(number, "R-SUM-1", "brace", words);
        return new Part.Text(words);
    }

    private static Part hole(int number, String inside) {
        var figure = FIGURE.matcher(inside);
        if (figure.matches()) {
            var style = figure.group(2) == null ? Part.Style.USUAL : Part.Style.valueOf(figure.group(2).toUpperCase(Locale.ROOT));
            return new Part.Token(figure.group(1), style, figure.group(3) == null ? "" : figure.group(3));
        }
        var typed = HANDWRITTEN.matcher(inside);
        if (typed.matches()) return new Part.Handwritten(typed.group(1).strip(), typed.group(2) == null ? "" : typed.group(2).strip());
        for (var name : Part.Name.values()) if (name.name().toLowerCase(Locale.ROOT).equals(inside)) return new Part.Word(name);
        throw wrong(number, "R-SUM-1", "hole", "{" + inside + "}");
    }

    private static RuleBroken wrong(int number, String rule, String what, String said) {
        return RuleBroken.at("text", rule, "rule.termreport.text." + what, number, said);
    }

    /** A section that is still being read. */
    private static final class Open {
        private final int level;
        private final @Nullable Paragraph heading;
        private final List<String> needs = new ArrayList<>();
        private final List<Template.Content> contents = new ArrayList<>();
        private final List<Section> parts = new ArrayList<>();

        private Open(int level, @Nullable Paragraph heading) {
            this.level = level;
            this.heading = heading;
        }

        private Section section() {
            return new Section(level, heading, List.copyOf(needs), List.copyOf(contents), List.copyOf(parts));
        }
    }
}
