package org.zongwu.imports.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.mapping.Headings.Candidate;
import org.zongwu.imports.mapping.Headings.Named;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.ImportTemplate.Kind;

/** Finds the header among the first lines: the line, or two lines together, in which most fields are named. */
public final class HeaderFinder {
    private static final int WAYS = 5;
    private static final int ALIKE = 2;

    private final TemplateFields template;
    private final Map<String, String> remembered;
    private final Map<String, List<String>> fieldsByName = new HashMap<>();
    private final Map<String, List<String>> fieldsAlike = new HashMap<>();

    /** @param remembered field by heading key, as a person said; an empty field leaves the column out */
    public HeaderFinder(TemplateFields template, Map<String, String> remembered) {
        this.template = template;
        this.remembered = remembered;
        for (var field : template.fields()) {
            field.names().forEach(n -> fieldsByName.merge(n, List.of(field.name()), HeaderFinder::both));
            field.alike().forEach(n -> fieldsAlike.merge(n, List.of(field.name()), HeaderFinder::both));
        }
    }

    public Optional<Header> find(Sheet sheet) {
        return find(new Headings(sheet));
    }

    /** The best header of the sheet, even when it does not fit; none when not one heading is known. */
    public Optional<Header> find(Headings headings) {
        var best = Comparator.comparing((Header h) -> h.fits()).thenComparing(h -> h.found().size())
                .thenComparing(h -> -(h.lastLine() - h.firstLine())).thenComparing(h -> -h.firstLine());
        return headings.candidates().stream().flatMap(c -> header(headings.sheet(), c).stream()).max(best);
    }

    /** Where not one heading is known: the first line with the most texts, so that a person can say what they are. */
    public Optional<Header> guess(Sheet sheet) {
        var headings = new Headings(sheet);
        var found = find(headings);
        if (found.isPresent()) return found;
        return headings.candidates().stream().map(Candidate::upper).distinct()
                .max(Comparator.comparingLong(HeaderFinder::texts).thenComparing(l -> -l.number())).filter(l -> texts(l) > 1)
                .map(l -> header(sheet, l, l, matched(headings.candidate(l, null).headings())));
    }

    private static List<String> both(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static long texts(Line line) {
        return line.cells().stream().filter(t -> !t.isEmpty() && !Numbers.isPlain(t)).count();
    }

    private Optional<Header> header(Sheet sheet, Candidate candidate) {
        var columns = matched(candidate.headings());
        if (columns.stream().allMatch(c -> c.field() == null || c.how() == Header.How.ACROSS)) return Optional.empty();
        return Optional.of(header(sheet, candidate.upper(), candidate.lower(), columns));
    }

    private Header header(Sheet sheet, Line first, Line last, List<Header.Column> columns) {
        var said = new LinkedHashMap<String, String>();
        for (var known : template.fields()) {
            var pattern = known.field().inTitle();
            if (pattern == null || columns.stream().anyMatch(c -> known.name().equals(c.field()))) continue;
            titles(sheet, first.number()).map(pattern::matcher).filter(Matcher::find).findFirst().ifPresent(m -> said.put(known.name(), m.groupCount() == 0 ? m.group() : m.group(1)));
        }
        return new Header(template, first.number(), last.number(), columns, said);
    }

    /** The sheet's name, then what stands above the header, cell by cell. */
    private static Stream<String> titles(Sheet sheet, int firstLine) {
        var above = sheet.lines().stream().takeWhile(l -> l.number() < firstLine).flatMap(l -> l.cells().stream()).filter(t -> !t.isEmpty());
        return Stream.concat(Stream.of(sheet.name()), above);
    }

    /** From the surest to the loosest; a field is given once, to the first column that has it. */
    private List<Header.Column> matched(List<Named> headings) {
        var given = new HashMap<Integer, String>();
        var byHand = new HashSet<Integer>();
        var taken = new HashSet<String>();
        for (var h : headings) {
            var field = remembered.get(h.key());
            if (field == null || !field.isEmpty() && !isField(field)) continue;
            byHand.add(h.column());
            if (!field.isEmpty() && taken.add(field)) given.put(h.column(), field);
        }
        var open = headings.stream().filter(h -> !byHand.contains(h.column())).toList();
        for (var way = 0; way < WAYS; way++) {
            var nth = way;
            // What can only be one field goes first: 加班时间 is the day where 起止时间 stands beside it
            give(open, given, taken, h -> only(free(fieldsByName, h.ways().get(nth), taken)));
            give(open, given, taken, h -> free(fieldsByName, h.ways().get(nth), taken).stream().findFirst());
        }
        for (var way = 0; way < ALIKE; way++) {
            var nth = way;
            give(open, given, taken, h -> only(free(fieldsAlike, h.alike().get(nth), taken)));
        }
        monthsAndDays(open, given, taken);
        give(open, given, taken, h -> h.above().stream().flatMap(a -> only(free(fieldsByName, a, taken)).stream()).findFirst());
        return headings.stream().map(h -> column(h, given.get(h.column()), byHand.contains(h.column()), taken)).toList();
    }

    /** Two columns, 月 and 日, are the first day that is still wanted. */
    private void monthsAndDays(List<Named> headings, Map<Integer, String> given, Set<String> taken) {
        for (var i = 1; i < headings.size(); i++) {
            var month = headings.get(i - 1);
            var day = headings.get(i);
            if (month.column() != day.column() - 1 || given.containsKey(month.column()) || given.containsKey(day.column()) || !Heading.isMonthAndDay(month.full(), day.full())) continue;
            template.fields().stream().filter(f -> f.kind() == Kind.DATE && !taken.contains(f.name())).min(Comparator.comparing(f -> !f.required())).ifPresent(f -> {
                taken.add(f.name());
                given.put(day.column(), f.name());
            });
        }
    }

    private static void give(List<Named> headings, Map<Integer, String> given, Set<String> taken, Function<Named, Optional<String>> meant) {
        for (var h : headings) {
            if (given.containsKey(h.column())) continue;
            meant.apply(h).ifPresent(field -> {
                taken.add(field);
                given.put(h.column(), field);
            });
        }
    }

    private Header.Column column(Named heading, @Nullable String field, boolean byHand, Set<String> taken) {
        if (byHand) return new Header.Column(heading.column(), heading.full(), heading.key(), field, field == null ? Header.How.LEFT_OUT : Header.How.BY_HAND);
        if (field != null) return new Header.Column(heading.column(), heading.full(), heading.key(), field, Header.How.KNOWN);
        if (isAcross(heading, taken)) return new Header.Column(heading.column(), heading.full(), heading.key(), template.matrix().cellField(), Header.How.ACROSS);
        return new Header.Column(heading.column(), heading.full(), heading.key(), null, Header.How.UNKNOWN);
    }

    /** One of the many columns of a matrix, unless the sheet has a column for what they would say. */
    private boolean isAcross(Named heading, Set<String> taken) {
        var matrix = template.matrix();
        if (matrix == null || taken.contains(matrix.headingField()) || taken.contains(matrix.cellField())) return false;
        if (matrix.headings() != null) return matrix.headings().matcher(heading.full()).find() || matrix.headings().matcher(heading.own()).find();
        return DayText.of(heading.full(), false).isDay() || DayText.of(heading.own(), false).isDay();
    }

    private boolean isField(String name) {
        return template.fields().stream().anyMatch(f -> f.name().equals(name));
    }

    /** The fields that go by this name and that no column has yet. */
    private static List<String> free(Map<String, List<String>> fields, String heading, Set<String> taken) {
        return heading.isEmpty() ? List.of() : fields.getOrDefault(heading, List.of()).stream().filter(f -> !taken.contains(f)).toList();
    }

    private static Optional<String> only(List<String> fields) {
        return fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty();
    }
}
