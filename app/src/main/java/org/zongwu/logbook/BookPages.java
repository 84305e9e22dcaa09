package org.zongwu.logbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Provenance;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** How a record looks: its paper, what happened to it, what belongs to it, and the next steps of this reader. */
final class BookPages {
    private static final int SIGNATURES = 4;
    private static final int LABEL_MM = 34;

    private final Logbook book;
    private final BookForm form;
    private final BookRegister register;
    private final BookRepository records;
    private final Trail trail;
    private final Journal journal;
    private final Optional<Provenance> provenance;
    private final Messages messages;

    BookPages(Logbook book, BookForm form, BookRegister register, BookRepository records, Trail trail, Journal journal, Optional<Provenance> provenance, Messages messages) {
        this.book = book;
        this.form = form;
        this.register = register;
        this.records = records;
        this.trail = trail;
        this.journal = journal;
        this.provenance = provenance;
        this.messages = messages;
    }

    WorkRef ref(Record row) {
        return new WorkRef(book.key(), row.get(book.id()), row.get(book.no()));
    }

    DocumentPage page(Record row, Actor actor, FormView view) {
        var state = row.get(book.state());
        var prints = journal.prints(row.get(book.id()));
        return new DocumentPage(messages.say(book.key() + ".one") + " " + row.get(book.no()), register.word(state), register.mark(state), book.path(),
                messages.say(book.key() + ".title"), paper(row), Timeline.of(steps(row), messages), related(row, actor), buttons(row, actor),
                prints == 0 ? messages.say("paper.never-printed") : messages.say("paper.printed", prints), view);
    }

    Paper paper(Record row) {
        var child = BookKeeper.childBooks(book).stream().findFirst().orElse(null);
        var texts = book.allBlanks().stream().filter(b -> b.kind == Blank.Kind.AREA && row.get(b.field()) != null).toList();
        var meta = book.allBlanks().stream().filter(b -> b.kind != Blank.Kind.AREA && b.kind != Blank.Kind.FILE && row.get(b.readable()) != null)
                .map(b -> new Paper.Meta(label(book, b), form.shown(b, row.get(b.readable())))).toList();
        var lines = child == null ? texts.stream().map(b -> List.of(label(book, b), row.get(b.field()).toString())).toList() : lines(child, row);
        var heads = child != null ? heads(child) : texts.isEmpty() ? List.<Paper.Head>of()
                : List.of(new Paper.Head(messages.say("logbook.what"), false, LABEL_MM), new Paper.Head(messages.say("logbook.text"), false, 0));
        return new Paper(messages.say(book.key() + ".one"), row.get(book.no()), meta, heads, lines, words(row), 1,
                heads.isEmpty() ? List.of() : List.of(), note(row), stamps(row), LogbookParts.VOID.equals(row.get(book.state())) ? messages.say("logbook.void-mark") : null);
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

    /** The one amount of a record, written out. */
    private String words(Record row) {
        var amounts = book.blanks.stream().filter(b -> b.kind == Blank.Kind.MONEY && b.summed).toList();
        if (amounts.size() != 1 || BookKeeper.childBooks(book).isEmpty() && texts(row)) return "";
        var fen = (Long) row.get(amounts.getFirst().field());
        return fen == null ? "" : new Money(fen).inWords();
    }

    private boolean texts(Record row) {
        return book.allBlanks().stream().noneMatch(b -> b.kind == Blank.Kind.AREA && row.get(b.field()) != null);
    }

    private List<Paper.Head> heads(Logbook child) {
        return listed(child).stream().map(b -> new Paper.Head(label(child, b), b.kind == Blank.Kind.MONEY || b.kind == Blank.Kind.QUANTITY, 0)).toList();
    }

    private static List<Blank> listed(Logbook child) {
        return child.allBlanks().stream().filter(b -> b.listed && b.kind != Blank.Kind.PARENT).limit(6).toList();
    }

    private List<List<String>> lines(Logbook child, Record row) {
        var all = new ArrayList<>(records.of(child, row.get(book.id())).stream().filter(r -> !LogbookParts.VOID.equals(r.get(child.state())))
                .map(r -> listed(child).stream().map(b -> shown(child, b, r)).toList()).toList());
        book.allBlanks().stream().filter(b -> b.kind == Blank.Kind.AREA && row.get(b.field()) != null).map(b -> text(child, b, row)).forEach(all::add);
        return all;
    }

    /** A text of the record as a line below the lines, in the column that has most room: the foot of a paper has none. */
    private List<String> text(Logbook child, Blank blank, Record row) {
        var columns = listed(child);
        var cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        var wide = columns.stream().filter(b -> b.wide).findFirst().map(columns::indexOf).orElse(columns.size() - 1);
        cells.set(0, label(book, blank));
        cells.set(wide, wide == 0 ? label(book, blank) + " " + row.get(blank.field()) : row.get(blank.field()).toString());
        return cells;
    }

    private String shown(Logbook child, Blank blank, Record row) {
        var value = row.get(blank.readable());
        return blank.kind == Blank.Kind.CHOICE && value != null ? messages.say(child.key() + "." + blank.name() + "." + value) : form.shown(blank, value);
    }

    private @Nullable String note(Record row) {
        var reason = row.get(book.column("void_reason", String.class));
        if (reason != null) return messages.say("logbook.void-because", reason);
        if (row.get(book.doubts()) != null) return messages.say("logbook.doubts", row.get(book.doubts()));
        return null;
    }

    /** Who made it, and who did the last steps. */
    private List<Paper.Stamp> stamps(Record row) {
        var all = new ArrayList<Paper.Stamp>();
        var maker = row.get(book.madeByName());
        all.add(new Paper.Stamp(messages.say("logbook.made-by"), maker == null ? messages.say("logbook.in-confidence") : maker, Shown.time(row.get(book.madeAt())), null));
        steps(row).reversed().stream().filter(s -> book.steps.stream().anyMatch(b -> b.name.equals(s.action())))
                .forEach(s -> all.add(new Paper.Stamp(messages.say("trail." + s.action()), s.actorName() == null ? "" : s.actorName(), Shown.time(s.at()), null)));
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
        for (var child : BookKeeper.childBooks(book)) {
            if (!child.readsAll(actor)) continue;
            var link = child.parentBlank();
            all.add(new Related(messages.say(child.key() + ".title"), messages.say("logbook.count", records.of(child, row.get(book.id())).size()),
                    child.path() + "?" + link.field().getName() + "=" + row.get(book.id())));
        }
        provenance.flatMap(p -> p.of(row.get(book.id()))).ifPresent(s -> all.add(new Related(messages.say("logbook.from-file"),
                messages.say("logbook.from-line", s.fileName(), s.sheet(), s.line()), s.link())));
        all.add(new Related(messages.say("label.grade"), messages.say("grade." + row.get(book.grade())), null));
        return all;
    }

    private List<Button> buttons(Record row, Actor actor) {
        var path = book.path() + "/" + row.get(book.id());
        var record = BookRepository.draft(book, row);
        var all = new ArrayList<Button>();
        if (!LogbookParts.VOID.equals(row.get(book.state())) && book.mayVoid(actor)) all.add(Button.danger(messages.say("logbook.cancel"), path + "/voiding", "trash"));
        for (var child : BookKeeper.childBooks(book)) {
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
