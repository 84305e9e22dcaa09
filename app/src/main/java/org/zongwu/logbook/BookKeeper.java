package org.zongwu.logbook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Rule.Broken;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The one way into every logbook: completes, judges, numbers, keeps and writes the trail. */
@Service
class BookKeeper implements Logbooks {
    private final ObjectProvider<Logbook> declared;
    private final BookRepository records;
    private final Series series;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Tenancy tenancy;
    private final Clock clock;

    BookKeeper(ObjectProvider<Logbook> declared, BookRepository records, Series series, Trail trail, ApplicationEventPublisher events, Tenancy tenancy, Clock clock) {
        this.events = events;
        this.declared = declared;
        this.records = records;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public List<Logbook> all() {
        return declared.stream().sorted(Comparator.comparingInt((Logbook b) -> b.menuOrder).thenComparing(LogbookParts::key)).toList();
    }

    @Override
    public Logbook of(Table<?> table) {
        return declared.stream().filter(b -> b.table.equals(table)).findFirst().orElseThrow();
    }

    @Override
    public WorkRef enter(Actor actor, Logbook book, Draft draft) {
        return tenancy.write(actor.schoolId(), () -> {
            accept(book, draft);
            var ref = keep(actor, book, List.of(draft), Grade.WORKED, "recorded").getFirst();
            if (book.lines != null && !draft.lines().isEmpty()) enterLines(actor, book.lines.get(), draft);
            events.publishEvent(new Entered(ref));
            return ref;
        });
    }

    private void enterLines(Actor actor, Logbook lines, Draft draft) {
        var link = lines.parentBlank();
        for (var line : draft.lines()) {
            line.put(link.field(), draft.id());
            line.put(link.readable(), String.valueOf(draft.get(link.parentKey)));
            accept(lines, line);
        }
        keep(actor, lines, draft.lines(), Grade.WORKED, "recorded");
    }

    /** Completes the draft and asks every rule of its book, as for work that is done here. */
    void accept(Logbook book, Draft draft) {
        takeOver(book, List.of(draft));
        Stream.concat(book.completions.stream(), book.hereCompletions.stream()).forEach(c -> c.accept(draft));
        for (var blank : book.blanks) {
            if (!blank.optional && !draft.has(blank.readable())) throw RuleBroken.at(blank.name(), "R-LOG-1", "rule.logbook.missing");
        }
        for (var rule : book.allRules()) {
            if (rule.onlyFiled()) continue;
            for (var broken : rule.judge().apply(List.of(draft))) {
                if (rule.marks()) draft.doubt(rule.id());
                else throw refusal(rule, broken);
            }
        }
        if (!book.once.isEmpty() && records.keys(book, day(book, draft), day(book, draft)).contains(BookRepository.key(book.once, draft::get))) {
            throw RuleBroken.at(nameOf(book, book.once.getLast()), "R-LOG-3", "rule.logbook.twice");
        }
    }

    /** What drafts have from the records that they belong to. */
    private void takeOver(Logbook book, List<Draft> drafts) {
        var link = book.parentBlank();
        if (link == null || link.brought.isEmpty()) return;
        var parents = records.all(link.parent.get(), drafts.stream().map(d -> (UUID) d.get(link.field)).filter(Objects::nonNull).distinct().toList());
        for (var draft : drafts) {
            var parent = parents.get((UUID) draft.get(link.field));
            if (parent != null) link.brought.forEach((here, there) -> draft.put(here, parent.get(there)));
        }
    }

    private static RuleBroken refusal(Rule rule, Broken broken) {
        return RuleBroken.at(rule.field().getName(), rule.id(), broken.key(), broken.args().toArray());
    }

    static String nameOf(Logbook book, Field<?> field) {
        return book.allBlanks().stream().filter(b -> b.field().equals(field) || b.readable().equals(field)).findFirst().map(Blank::name).orElse(field.getName());
    }

    static @Nullable LocalDate day(Logbook book, Draft draft) {
        return book.firstDay == null ? null : draft.get(book.firstDay);
    }

    /** Numbers and adds records that have been judged; one trail row each. Within the caller's transaction. */
    List<WorkRef> keep(Actor actor, Logbook book, List<Draft> drafts, Grade grade, String action) {
        var at = now();
        var byYear = new LinkedHashMap<Integer, List<Draft>>();
        for (var draft : drafts) {
            var day = day(book, draft);
            byYear.computeIfAbsent((day == null ? LocalDate.now(clock) : day).getYear(), y -> new ArrayList<>()).add(draft);
        }
        byYear.forEach((year, of) -> {
            var numbers = series.next(book.series, year, of.size());
            var signed = new Signature(book);
            for (var i = 0; i < of.size(); i++) signed.sign(actor, of.get(i), numbers.get(i), grade, at);
        });
        records.insert(book, drafts);
        var type = book.key();
        var no = book.no();
        var refs = drafts.stream().map(d -> new WorkRef(type, d.id(), d.get(no))).toList();
        trail.write(actor, action, refs, book.table);
        return refs;
    }

    /** The columns that every book has, found once for all its records. */
    private final class Signature {
        private final Logbook book;
        private final Field<Long> school;
        private final Field<UUID> id;
        private final Field<String> no;
        private final Field<String> grade;
        private final Field<String> state;
        private final Field<UUID> madeBy;
        private final Field<String> madeByName;
        private final Field<Instant> madeAt;
        private final Field<Integer> version;
        private final Field<String> doubts;

        Signature(Logbook book) {
            this.book = book;
            school = book.schoolId();
            id = book.id();
            no = book.no();
            grade = book.grade();
            state = book.state();
            madeBy = book.madeBy();
            madeByName = book.madeByName();
            madeAt = book.madeAt();
            version = book.column("version", Integer.class);
            doubts = book.doubts();
        }

        void sign(Actor actor, Draft draft, String number, Grade as, Instant at) {
            draft.set(school, tenancy.current()).set(id, draft.id()).set(no, number).set(grade, as.name()).set(state, book.begins.apply(draft).name()).set(madeBy, actor.employeeId())
                    .set(madeByName, actor.name()).set(madeAt, at).set(version, 1).set(doubts, draft.doubts().isEmpty() ? null : String.join(" ", draft.doubts()));
        }
    }

    @Override
    public void step(Actor actor, Logbook book, UUID id, String name, Draft filled) {
        var step = book.step(name);
        tenancy.write(actor.schoolId(), () -> {
            var row = locked(book, id);
            var record = BookRepository.draft(book, row);
            requireDue(book, step, record);
            requirePerson(actor, step, record);
            var values = new HashMap<Field<?>, Object>();
            for (var blank : step.blanks) {
                values.put(blank.field(), filled.get(blank.field()));
                values.put(blank.readable(), filled.get(blank.readable()));
            }
            if (step.doneBy != null) values.put(step.doneBy, actor.employeeId());
            if (step.doneByName != null) values.put(step.doneByName, actor.name());
            values.forEach(record::put);
            if (step.completion != null) step.completion.complete(actor, record, filled);
            step.completed.forEach(column -> values.put(column, record.get(column)));
            var rules = new ArrayList<Rule>();
            step.blanks.stream().filter(b -> b.least != null).map(Blank::leastRule).forEach(rules::add);
            rules.addAll(step.rules);
            for (var rule : rules) for (var broken : rule.judge().apply(List.of(record))) throw refusal(rule, broken);
            var to = step.to == null ? record.get(book.state()) : step.to.apply(record).name();
            if (!records.step(book, id, row.get(book.column("version", Integer.class)), values, to)) throw new RuleBroken("R-EDIT", "form.conflict");
            trail.write(actor, name, new WorkRef(book.key(), id, row.get(book.no())), reason(step, filled), Images.of(book.table, records.one(book, id)));
            if (step.follows != null) step.follows.accept(actor, record);
        });
    }

    /** A void record is final: even a lock on it is refused. */
    private Record locked(Logbook book, UUID id) {
        return records.lock(book, id).orElseThrow(() -> records.find(book, id, null).isEmpty() ? new NotFound() : new RuleBroken("R-LOG-4", "rule.logbook.void-already"));
    }

    /** The first text that was filled in is the person's own word for what he did. */
    private static @Nullable String reason(Step step, Draft filled) {
        return step.blanks.stream().filter(b -> b.kind == Blank.Kind.AREA).map(b -> (String) filled.get(b.field())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    static void requireDue(Logbook book, Step step, Draft record) {
        if (!step.from.contains(record.get(book.state()))) throw new RuleBroken("R-LOG-4", "rule.logbook.not-due");
    }

    static void requirePerson(Actor actor, Step step, Draft record) {
        if (step.others.stream().anyMatch(f -> actor.employeeId().equals(record.get(f)))) throw new RuleBroken(step.otherRule, "rule.logbook.another-person");
        if (!allowed(actor, step, record)) throw new NotFound();
    }

    @Override
    public Set<String> open(Actor actor, Logbook book, UUID id) {
        return records.find(book, id, null).map(row -> BookRepository.draft(book, row)).stream()
                .flatMap(record -> book.steps.stream().filter(step -> open(actor, book, step, record))).map(Step::name).collect(Collectors.toUnmodifiableSet());
    }

    static boolean allowed(Actor actor, Step step, Draft record) {
        return step.duties.stream().anyMatch(actor::holds) || step.persons.stream().anyMatch(f -> actor.employeeId().equals(record.get(f)));
    }

    /** Whether the step is this person's next thing to do with the record. */
    static boolean open(Actor actor, Logbook book, Step step, Draft record) {
        return step.from.contains(record.get(book.state())) && allowed(actor, step, record) && step.others.stream().noneMatch(f -> actor.employeeId().equals(record.get(f)));
    }

    @Override
    public void cancel(Actor actor, Logbook book, UUID id, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            var row = locked(book, id);
            if (book.lines != null) cancelLines(actor, book.lines.get(), id, reason);
            for (var child : book.children.stream().map(Supplier::get).toList()) {
                var standing = records.of(child, id).stream().filter(r -> !LogbookParts.VOID.equals(r.get(child.state()))).toList();
                if (!standing.isEmpty()) throw new RuleBroken("R-LOG-5", "rule.logbook.stands-on-it", standing.getFirst().get(child.no()), standing.size());
            }
            if (records.cancel(book, List.of(id), actor, now(), reason) == 0) throw new RuleBroken("R-LOG-4", "rule.logbook.void-already");
            trail.write(actor, "voided", new WorkRef(book.key(), id, row.get(book.no())), reason, Images.of(book.table, records.one(book, id)));
        });
    }

    /** Makes many records void at once, as those of a file that was taken back. Within the caller's transaction. */
    void cancelAll(Actor actor, Logbook book, List<WorkRef> made, String reason) {
        records.cancel(book, made.stream().map(WorkRef::id).toList(), actor, now(), reason);
        trail.write(actor, "voided", made, book.table);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Lines were written together with their record and go with it. */
    private void cancelLines(Actor actor, Logbook lines, UUID parent, String reason) {
        for (var line : records.of(lines, parent)) {
            if (!LogbookParts.VOID.equals(line.get(lines.state()))) cancel(actor, lines, line.get(lines.id()), reason);
        }
    }

    /** Duties that may bring a file of this book. */
    static List<Duty> importers(Logbook book) {
        return List.copyOf(book.writes);
    }

    /** Completes drafts of a file and finds what each breaks, by draft; what is refused is told by its weight. */
    Map<Draft, Map<Rule, Broken>> judge(Logbook book, List<Draft> drafts) {
        takeOver(book, drafts);
        for (var draft : drafts) {
            book.completions.forEach(c -> c.accept(draft));
            book.filedCompletions.forEach(c -> c.accept(draft));
        }
        var all = new HashMap<Draft, Map<Rule, Broken>>();
        for (var rule : book.allRules()) {
            for (var broken : rule.judge().apply(drafts)) all.computeIfAbsent(broken.draft(), d -> new LinkedHashMap<>()).putIfAbsent(rule, broken);
        }
        return all;
    }
}
