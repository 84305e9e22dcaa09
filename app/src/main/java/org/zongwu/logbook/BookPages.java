package org.zongwu.logbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.ListSource;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Provenances;
import org.zongwu.web.Shown;

/** How a record looks: its paper, what happened to it, what belongs to it, and the next steps of this reader. */
final class BookPages {
    private static final int SIGNATURES = 4;
    private static final int NUMBER_MM = 24;
    private static final int WORDS_MM = 28;

    private final Logbook book;
    private final BookForm form;
    private final BookRegister register;
    private final BookRepository records;
    private final Trail trail;
    private final Journal journal;
    private final Provenances provenances;
    private final Messages messages;

    BookPages(Logbook book, BookForm form, BookRegister register, BookRepository records, Trail trail, Journal journal, Provenances provenances, Messages messages) {
        this.book = book;
        this.form = form;
        this.register = register;
        this.records = records;
        this.trail = trail;
        this.journal = journal;
        this.provenances = provenances;
        this.messages = messages;
    }

    WorkRef ref(Record row) {
        return new WorkRef(book.key(), row.get(book.id()), row.get(book.no()));
    }

    DocumentPage page(Record row, Actor actor, FormView view, LocalDate today) {
        var state = row.get(book.state());
        var shown = records.shownState(book, row.get(book.id()), today);
        var prints = journal.prints(row.get(book.id()));
        return new DocumentPage(messages.say(book.key() + ".one") + " " + row.get(book.no()), shown.equals(state) ? register.word(state) : register.word(shown) + " · " + register.word(state),
                register.mark(shown), book.path(), messages.say(book.key() + ".title"), paper(row), Timeline.of(steps(row), messages), related(row, actor), buttons(row, actor),
                prints == 0 ? messages.say("paper.never-printed") : messages.say("paper.printed", prints), view, provenances.of(row.get(book.id()), actor));
    }

    Paper paper(Record row) {
        var child = book.childBooks().stream().findFirst().orElse(null);
        return new Paper(messages.say(book.key() + ".one"), row.get(book.no()), facts(row), child == null ? List.of() : heads(child), child == null ? List.of() : lines(child, row),
                texts(row), "", 1, List.of(), note(row), stamps(row), LogbookParts.VOID.equals(row.get(book.state())) ? messages.say("logbook.void-mark") : null);
    }

    /** What is written in a few words each. */
    List<Paper.Meta> facts(Record row) {
        return book.allBlanks().stream().filter(b -> b.kind != Blank.Kind.AREA && b.kind != Blank.Kind.FILE && row.get(b.readable()) != null)
                .map(b -> new Paper.Meta(withUnit(label(book, b), b), form.shown(b, row.get(b.readable())))).toList();
    }

    /** What is said at length, and the one amount of a record written out. */
    List<Paper.Meta> texts(Record row) {
        var all = new ArrayList<Paper.Meta>();
        var amounts = book.blanks.stream().filter(b -> b.kind == Blank.Kind.MONEY && b.summed).toList();
        if (amounts.size() == 1 && row.get(amounts.getFirst().field()) instanceof Long fen) {
            all.add(new Paper.Meta(messages.say("logbook.in-words", label(book, amounts.getFirst())), new Money(fen).inWords()));
        }
        book.allBlanks().stream().filter(b -> b.kind == Blank.Kind.AREA && row.get(b.field()) != null).map(b -> new Paper.Meta(label(book, b), row.get(b.field()).toString())).forEach(all::add);
        return all;
    }

    /** A number of money is followed by nothing: its name says the yuan. */
    private String withUnit(String label, Blank blank) {
        var yuan = messages.say("unit.YUAN");
        return blank.kind != Blank.Kind.MONEY && blank.kind != Blank.Kind.PRICE || label.contains(yuan) ? label : messages.say("logbook.in-unit", label, yuan);
    }

    /** What was done to it; by whom is left out of what its maker did, where that was told in confidence. */
    private List<Trail.Step> steps(Record row) {
        var all = trail.steps(row.get(book.id()));
        if (row.get(book.madeBy()) != null || all.isEmpty()) return all;
        var maker = all.getLast().actorId();
        return all.stream().map(s -> Objects.equals(s.actorId(), maker) ? new Trail.Step(s.at(), null, null, s.action(), s.reason()) : s).toList();
    }

    private String label(Logbook of, Blank blank) {
        return messages.first(of.key() + "." + blank.name(), "label." + blank.name());
    }

    /** How a report heads a column, a state or what a blank says. */
    ListSource.Head head(Field<?> column) {
        if (column.equals(book.state())) return new ListSource.Head(messages.say("label.state"), 18, false);
        var blank = blank(column);
        var share = column.equals(book.title) || blank.wide ? 52 : switch (blank.kind) {
            case PERSON, CHOICE, YES -> 18;
            case DAY, MONEY, QUANTITY, WHOLE, PRICE, MOMENT -> 26;
            default -> 38;
        };
        return new ListSource.Head(withUnit(label(book, blank), blank), share, blank.isNumber());
    }

    /** What a report says there; nothing where nothing is written. */
    String said(Field<?> column, Record row) {
        if (column.equals(book.state())) return register.word(row.get("shown_state", String.class));
        var value = row.get(column.getName());
        return value == null ? "" : form.shown(blank(column), value);
    }

    private Blank blank(Field<?> column) {
        return book.allBlanks().stream().filter(b -> b.readable().equals(column)).findFirst().orElseThrow();
    }

    private List<Paper.Head> heads(Logbook child) {
        return listed(child).stream().map(b -> new Paper.Head(withUnit(label(child, b), b), b.isNumber(), b.isNumber() || b.kind == Blank.Kind.DAY ? NUMBER_MM : b.wide ? 0 : WORDS_MM)).toList();
    }

    private static List<Blank> listed(Logbook child) {
        return child.allBlanks().stream().filter(b -> b.listed && b.kind != Blank.Kind.PARENT).limit(6).toList();
    }

    private List<List<String>> lines(Logbook child, Record row) {
        return records.of(child, row.get(book.id())).stream().filter(r -> !LogbookParts.VOID.equals(r.get(child.state())))
                .map(r -> listed(child).stream().map(b -> shown(child, b, r)).toList()).toList();
    }

    private String shown(Logbook child, Blank blank, Record row) {
        var value = row.get(blank.readable());
        return blank.kind == Blank.Kind.CHOICE && value != null ? messages.say(child.key() + "." + blank.name() + "." + value) : form.shown(blank, value);
    }

    private @Nullable String note(Record row) {
        var reason = row.get(book.column("void_reason", String.class));
        if (reason != null) return messages.say("logbook.void-because", reason);
        return row.get(book.doubts()) == null ? null : messages.say("logbook.doubts", doubts(row));
    }

    /** Each rule that marked the record, in its own words; by its number where the record alone no longer breaks it. */
    private String doubts(Record row) {
        var draft = List.of(BookRepository.draft(book, row));
        return Arrays.stream(row.get(book.doubts()).split("[ ,]+")).map(id -> book.allRules().stream().filter(r -> r.id().equals(id))
                .flatMap(r -> r.judge().apply(draft).stream()).findFirst().map(b -> messages.say(b.key(), b.args())).orElse(id)).distinct().collect(Collectors.joining(messages.say("list.and")));
    }

    /** Who made it, and who did the last steps. */
    private List<Paper.Stamp> stamps(Record row) {
        var all = new ArrayList<Paper.Stamp>();
        var maker = row.get(book.madeByName());
        all.add(new Paper.Stamp(messages.say("logbook.made-by"), maker == null ? messages.say("logbook.in-confidence") : maker, Shown.fullTime(row.get(book.madeAt())), null));
        steps(row).reversed().stream().filter(s -> book.steps.stream().anyMatch(b -> b.name.equals(s.action())))
                .forEach(s -> all.add(new Paper.Stamp(messages.say("trail." + s.action()), s.actorName() == null ? "" : s.actorName(), Shown.fullTime(s.at()), null)));
        return all.size() <= SIGNATURES ? all : new ArrayList<>(all.subList(all.size() - SIGNATURES, all.size()));
    }

    private List<Related> related(Record row, Actor actor) {
        var all = new ArrayList<Related>();
        for (var blank : book.allBlanks()) {
            var id = row.get(blank.field());
            if (id == null) continue;
            if (blank.kind == Blank.Kind.PARENT && records.find(blank.parent.get(), UUID.fromString(id.toString()), actor).isPresent()) all.add(new Related(label(book, blank), row.get(blank.readable()).toString(), blank.parent.get().path() + "/" + id));
            if (blank.kind == Blank.Kind.FILE) all.add(new Related(label(book, blank), messages.say("logbook.open-file"), "/files/" + id));
        }
        for (var child : book.childBooks()) {
            if (!child.readsAll(actor)) continue;
            var link = child.parentBlank();
            all.add(new Related(messages.say(child.key() + ".title"), messages.say("logbook.count", records.of(child, row.get(book.id())).size()),
                    child.path() + "?" + link.field().getName() + "=" + row.get(book.id())));
        }
        all.add(new Related(messages.say("label.grade"), messages.say("grade." + row.get(book.grade())), null));
        return all;
    }

    private List<Button> buttons(Record row, Actor actor) {
        var path = book.path() + "/" + row.get(book.id());
        var record = BookRepository.draft(book, row);
        var all = new ArrayList<Button>();
        if (!LogbookParts.VOID.equals(row.get(book.state())) && book.mayVoid(actor)) all.add(Button.danger(messages.say("logbook.cancel"), path + "/voiding", "trash"));
        for (var child : book.childBooks()) {
            if (child.mayWrite(actor) && !LogbookParts.VOID.equals(row.get(book.state()))) {
                all.add(Button.link(messages.say(child.key() + ".new"), child.path() + "/new?" + child.parentBlank().name() + "=" + row.get(book.no()), "plus"));
            }
        }
        all.add(Button.plain(messages.say("paper.print"), path + "/prints", "print"));
        for (var step : book.steps) {
            if (!BookKeeper.open(actor, book, step, record)) continue;
            var words = stepWords(step);
            if (!step.blanks.isEmpty()) all.add(new Button(words, path + "/" + step.name, false, step.primary ? "pri" : "", "check"));
            else all.add(step.primary ? Button.primary(words, path + "/" + step.name, "check") : Button.plain(words, path + "/" + step.name, "check"));
        }
        return oneFirst(all);
    }

    /** What comes next is one thing: of several steps the furthest one, and it stands last. */
    private static List<Button> oneFirst(List<Button> all) {
        var next = all.stream().filter(b -> b.css().equals("pri")).reduce((a, b) -> b).orElse(null);
        if (next == null) return all;
        var others = all.stream().filter(b -> b != next).map(b -> b.css().equals("pri") ? new Button(b.text(), b.path(), b.post(), "", b.icon()) : b);
        return Stream.concat(others, Stream.of(next)).toList();
    }

    String stepWords(Step step) {
        return messages.first(book.key() + ".step." + step.name, "trail." + step.name);
    }
}
