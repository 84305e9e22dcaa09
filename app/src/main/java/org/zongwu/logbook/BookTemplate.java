package org.zongwu.logbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;

/** A book as an import template: its blanks are the fields, its rules judge the rows. */
final class BookTemplate implements ImportTemplate {
    /** What fits into a count and into a price. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final Logbook book;
    private final BookDesk desk;

    BookTemplate(Logbook book, BookDesk desk) {
        this.book = book;
        this.desk = desk;
    }

    @Override
    public String id() {
        return book.key();
    }

    @Override
    public int order() {
        return book.importOrder;
    }

    @Override
    public List<Duty> duties() {
        return BookKeeper.importers(book);
    }

    @Override
    public List<Field> fields() {
        return book.isView() ? List.of() : book.importedBlanks().stream().map(this::field).toList();
    }

    private Field field(Blank blank) {
        var field = new Field(blank.name(), !blank.optional && !blank.hereOnly && book.blanks.contains(blank), kind(blank), titles(blank));
        if (blank.inTitle != null) field = field.fromTitle(blank.inTitle);
        if (blank.byMonth) field = field.byMonth();
        if (blank.kind == Blank.Kind.DAY && blank.ofDay != null) field = field.sameDayAs(BookKeeper.nameOf(book, blank.ofDay));
        for (var unit : blank.units.entrySet()) field = field.unit(unit.getKey(), unit.getValue());
        return field;
    }

    /** Its title in every language: a file is not written in the language of the person who brings it. */
    private List<String> titles(Blank blank) {
        var own = desk.messages().inEveryLanguage(book.key() + "." + blank.name());
        return own.isEmpty() ? desk.messages().inEveryLanguage("label." + blank.name()) : own;
    }

    private static Kind kind(Blank blank) {
        if (blank.reading != null) return Kind.TEXT;
        return switch (blank.kind) {
            case PARENT -> blank.parentKey.getType() == LocalDate.class ? Kind.DATE : Kind.TEXT;
            case DAY -> Kind.DATE;
            case MOMENT -> Kind.MOMENT;
            case MONEY -> Kind.MONEY;
            case WHOLE, QUANTITY, PRICE -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    @Override
    public Optional<Matrix> matrix() {
        return book.matrix.isEmpty() ? Optional.empty()
                : Optional.of(Matrix.ofDays(BookKeeper.nameOf(book, book.matrix.getFirst()), BookKeeper.nameOf(book, book.matrix.getLast())));
    }

    @Override
    public Map<String, List<String>> options() {
        var all = new LinkedHashMap<String, List<String>>();
        for (var b : book.importedBlanks()) if (b.choices != null) all.put(b.name(), Arrays.stream(b.choices.getEnumConstants()).map(v -> word(b, v.name())).toList());
        return all;
    }

    private String word(Blank blank, String value) {
        return desk.messages().say(book.key() + "." + blank.name() + "." + value);
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return desk.tenancy().write(actor.schoolId(), () -> {
            var outcomes = new Taking().take(asAbove(rows), actor);
            return IntStream.range(0, rows.size()).mapToObj(i -> of(rows.get(i), outcomes.get(i))).toList();
        });
    }

    private static Outcome of(Row row, Outcome outcome) {
        return new Outcome(row, outcome.verdict(), outcome.field(), outcome.key(), outcome.args(), outcome.made(), outcome.opened());
    }

    /** The rows with what is written only once, beside the first of those that it is meant for. */
    private List<Row> asAbove(List<Row> rows) {
        var names = book.importedBlanks().stream().filter(b -> b.asAbove).map(Blank::name).toList();
        if (names.isEmpty()) return rows;
        var all = new ArrayList<Row>();
        for (var row : rows) {
            var above = all.isEmpty() || !all.getLast().sheet().equals(row.sheet()) ? null : all.getLast();
            var cells = new HashMap<>(row.cells());
            if (above != null) for (var name : names) if (row.get(name) == null && above.get(name) != null) cells.put(name, above.get(name));
            all.add(new Row(row.sheet(), row.number(), row.column(), cells));
        }
        return all;
    }

    /** Every row of this book in a file, read, judged and kept together. */
    private final class Taking {
        private final Links links = new Links(desk.directories(), desk.today());
        private final Map<Blank, Map<String, String>> choices = new HashMap<>();
        private final WrittenRow written = new WrittenRow(book, desk.messages());
        private final List<Field> fields = fields();
        private final List<Blank> blanks = book.importedBlanks();
        // By the row itself: what stands in it need not be compared, and two rows may say the same
        private final Map<Row, Draft> drafts = new IdentityHashMap<>();
        private final Map<Row, Outcome> refused = new IdentityHashMap<>();

        List<Outcome> take(List<Row> rows, Actor actor) {
            for (var row : rows) read(row);
            parents();
            var alive = rows.stream().filter(row -> !refused.containsKey(row)).toList();
            var broken = desk.keeper().judge(book, alive.stream().map(drafts::get).toList());
            var known = known();
            var taken = new ArrayList<Draft>();
            var said = new IdentityHashMap<Row, Outcome>();
            for (var row : alive) {
                var draft = drafts.get(row);
                var outcome = outcome(row, draft, broken.getOrDefault(draft, Map.of()), known);
                if (outcome.verdict() == Verdict.ACCEPTED || outcome.verdict() == Verdict.WARNING) taken.add(draft);
                said.put(row, outcome);
            }
            var refs = new HashMap<UUID, WorkRef>();
            if (!taken.isEmpty()) desk.keeper().keep(actor, book, taken, Grade.IMPORTED, "imported").forEach(r -> refs.put(r.id(), r));
            return rows.stream().map(row -> {
                var outcome = refused.containsKey(row) ? refused.get(row) : said.get(row);
                var draft = drafts.get(row);
                return draft != null && refs.containsKey(draft.id()) ? outcome.made(refs.get(draft.id())) : outcome;
            }).toList();
        }

        private void read(Row row) {
            var said = written.plain(row);
            var flaw = ImportTemplate.flaw(said, fields);
            if (flaw.isPresent()) {
                refused.put(row, Outcome.of(Verdict.PROBLEM, row, flaw.get().field(), flaw.get().key(), flaw.get().args().toArray()));
                return;
            }
            var draft = Draft.blank();
            for (var blank : blanks) {
                var text = said.get(blank.name());
                if (text != null && !read(draft, blank, row, text)) return;
            }
            drafts.put(row, draft);
        }

        private boolean read(Draft draft, Blank blank, Row row, String text) {
            if (blank.reading != null) {
                var value = blank.reading.apply(text);
                draft.put(blank.field, value);
                return value != null || refuse(row, Outcome.of(Verdict.PROBLEM, row, blank.name(), "import.logbook.unreadable", text));
            }
            switch (blank.kind) {
                case DAY -> draft.put(blank.field, row.day(blank.name()));
                case MOMENT -> draft.put(blank.field, BookForm.instant(LocalDateTime.parse(text)));
                case MONEY -> draft.put(blank.field, row.number(blank.name()).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
                case WHOLE, PRICE -> {
                    var number = row.number(blank.name()).setScale(blank.kind == Blank.Kind.WHOLE ? 0 : 6, RoundingMode.HALF_UP);
                    if (number.abs().compareTo(MOST) > 0) return refuse(row, Outcome.of(Verdict.PROBLEM, row, blank.name(), "import.logbook.unreadable", text));
                    draft.put(blank.field, blank.kind == Blank.Kind.WHOLE ? (Object) number.intValueExact() : number);
                }
                case QUANTITY -> draft.put(blank.field, row.number(blank.name()).setScale(3, RoundingMode.HALF_UP));
                case CHOICE, YES -> {
                    var value = choices.computeIfAbsent(blank, this::choices).get(Words.plain(text));
                    if (value == null) return refuse(row, Outcome.of(Verdict.PROBLEM, row, blank.name(), "import.logbook.no-choice", text));
                    draft.put(blank.field, blank.kind == Blank.Kind.YES ? (Object) Boolean.valueOf(value) : value);
                }
                case PERSON, ROOM, CLASS, PARTY, DEPARTMENT -> {
                    draft.put(blank.field, links.find(blank.kind, text).orElse(null));
                    draft.put(blank.readable(), text);
                }
                case PARENT -> draft.put(blank.readable(), text);
                default -> draft.put(blank.field, text);
            }
            return true;
        }

        private boolean refuse(Row row, Outcome outcome) {
            refused.put(row, outcome);
            return false;
        }

        private Map<String, String> choices(Blank blank) {
            var all = new HashMap<String, String>();
            if (blank.kind == Blank.Kind.YES) {
                for (var yes : List.of("true", "false")) Words.of(desk.messages(), "yes." + yes).forEach(w -> all.put(w, yes));
                return all;
            }
            for (var value : blank.choices.getEnumConstants()) {
                Words.of(desk.messages(), book.key() + "." + blank.name() + "." + value.name()).forEach(w -> all.putIfAbsent(w, value.name()));
            }
            return all;
        }

        /** Finds the records of the other book that the rows name. */
        private void parents() {
            var blank = book.parentBlank();
            if (blank == null) return;
            var parent = blank.parent.get();
            var byNumber = new HashMap<String, UUID>();
            desk.records().all(parent, blank.parentKey).forEach((key, id) -> byNumber.putIfAbsent(Words.number(String.valueOf(key)), id));
            drafts.forEach((row, draft) -> {
                if (refused.containsKey(row)) return;
                var written = draft.get(blank.written);
                var id = written == null ? null : byNumber.get(Words.number(written));
                if (id == null && !blank.loose) refuse(row, Outcome.of(Verdict.PROBLEM, row, blank.name(), "import.logbook.no-parent", Objects.toString(written, ""), desk.messages().say(parent.key() + ".one")));
                else draft.put(blank.field, id);
            });
        }

        /** What is there already, of the days in the file. */
        private Set<List<Object>> known() {
            if (book.once.isEmpty()) return new HashSet<>();
            var days = drafts.values().stream().map(d -> BookKeeper.day(book, d)).filter(Objects::nonNull).sorted().toList();
            return new HashSet<>(desk.records().keys(book, days.isEmpty() ? null : days.getFirst(), days.isEmpty() ? null : days.getLast()));
        }

        private Outcome outcome(Row row, Draft draft, Map<Rule, Rule.Broken> broken, Set<List<Object>> known) {
            for (var e : broken.entrySet()) if (e.getKey().keepsOut()) return said(Verdict.PROBLEM, row, e.getKey(), e.getValue());
            if (!book.once.isEmpty() && !known.add(BookRepository.key(book.once, draft::get))) {
                return Outcome.of(Verdict.DUPLICATE, row, BookKeeper.nameOf(book, book.once.getFirst()), "import.logbook.twice");
            }
            broken.keySet().forEach(rule -> draft.doubt(rule.id()));
            return broken.entrySet().stream().filter(e -> e.getKey().reports()).findFirst().map(e -> said(Verdict.WARNING, row, e.getKey(), e.getValue())).orElseGet(() -> Outcome.accepted(row));
        }

        private static Outcome said(Verdict verdict, Row row, Rule rule, Rule.Broken broken) {
            return Outcome.of(verdict, row, rule.field().getName(), broken.key(), broken.args().toArray());
        }
    }

    /** Rows of a file that was taken back are void: what was seen stays to be seen. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        var all = new ArrayList<Dependent>();
        var why = desk.messages().say("logbook.import-taken-back");
        for (var ref : made) {
            for (var child : book.childBooks()) {
                for (var row : desk.records().of(child, ref.id())) {
                    if (!LogbookParts.VOID.equals(row.get(child.state()))) {
                        all.add(new Dependent(desk.messages().say(child.key() + ".one") + " " + row.get(child.no()), new WorkRef(child.key(), row.get(child.id()), row.get(child.no()))));
                    }
                }
            }
        }
        if (all.isEmpty()) desk.keeper().cancelAll(actor, book, made, why);
        return all;
    }
}
