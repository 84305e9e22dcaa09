package org.zongwu.logbook;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.web.Messages;

/** What the books together ask and say of themselves: to-dos, plan items, search hits, and the proof that their rules hold. */
@Component
class BookContributions implements TodoSource, PlanSource, SearchSource, Control {
    private static final int MOST_TODOS = 30;

    private final BookKeeper keeper;
    private final BookRepository records;
    private final DSLContext db;
    private final Messages messages;
    private final Duties duties;
    private final Clock clock;

    BookContributions(BookKeeper keeper, BookRepository records, DSLContext db, Messages messages, Duties duties, Clock clock) {
        this.keeper = keeper;
        this.records = records;
        this.clock = clock;
        this.db = db;
        this.messages = messages;
        this.duties = duties;
    }

    /** What all books ask of this person, in one statement. */
    @Override
    public List<Todo> todos(Actor actor) {
        Select<Record6<String, String, String, LocalDate, UUID, String>> all = null;
        for (var book : keeper.all()) {
            for (var asked : book.todos) {
                if (!isAsked(actor, asked)) continue;
                var part = asked(book, asked, actor);
                all = all == null ? part : all.unionAll(part);
            }
        }
        return all == null ? List.of() : all.fetch(row -> new Todo(row.value1(), row.value2(), row.value3(), row.value4(), null, row.value6() + "/" + row.value5()));
    }

    private static boolean isAsked(Actor actor, LogbookParts.Asked asked) {
        return asked.person() != null || asked.duties().stream().anyMatch(actor::holds);
    }

    private Select<Record6<String, String, String, LocalDate, UUID, String>> asked(Logbook book, LogbookParts.Asked asked, Actor actor) {
        var r = records.rows(book, LocalDate.now(clock), null);
        var which = r.field("valid", Boolean.class).isTrue().and(r.field("flag_" + asked.flag(), Boolean.class).isTrue());
        if (asked.person() != null) which = which.and(r.field(asked.person().getName(), UUID.class).eq(actor.employeeId()));
        var no = r.field("no", String.class);
        var title = book.title == null ? no : r.field(book.title.getName(), String.class);
        var due = asked.due() == null ? inline((LocalDate) null, LocalDate.class) : r.field(asked.due().getName(), LocalDate.class);
        return db.select(inline("todo." + book.key() + "." + asked.name()), title, no, due, r.field("id", UUID.class), inline(book.cards())).from(r).where(which)
                .orderBy(asked.due() == null ? no : due).limit(MOST_TODOS);
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        return keeper.all().stream().flatMap(book -> book.plans.stream().flatMap(planned -> planItem(book, planned, finished).stream())).toList();
    }

    private Optional<PlanItem> planItem(Logbook book, LogbookParts.Planned planned, Span finished) {
        var r = records.rows(book, finished.to(), null);
        var until = book.firstDay == null ? trueCondition() : r.field(book.firstDay.getName(), LocalDate.class).le(finished.to());
        var due = planned.due() == null ? inline((LocalDate) null, LocalDate.class) : r.field(planned.due().getName(), LocalDate.class).sub(planned.leadDays());
        var coming = due.gt(finished.to());
        var open = db.select(count(), min(due).filterWhere(coming), max(due).filterWhere(coming)).from(r)
                .where(r.field("valid", Boolean.class).isTrue(), r.field("flag_" + planned.flag(), Boolean.class).isTrue(), until).fetchSingle();
        if (open.value1() == 0) return Optional.empty();
        var name = duties.holders(planned.owner(), finished.to()).stream().findFirst().map(Employee::name).orElse(null);
        return Optional.of(new PlanItem(book.key(), "plan." + book.key() + "." + planned.flag(), List.of(open.value1()), open.value1(), name, new Due(open.value2(), open.value3()),
                book.path() + "?to=" + finished.to() + "&" + BookRegister.VALID + "=yes&" + planned.flag() + "=yes"));
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        return records.found(keeper.all().stream().filter(b -> !b.isView() && (b.ownReads || b.readsAll(actor))).toList(), actor, words, limit).stream()
                .map(f -> new Hit(f.book().key() + ".one", f.title(), f.no(), f.book().cards() + "/" + f.id(), f.no().equalsIgnoreCase(words))).toList();
    }

    @Override
    public String id() {
        return "LOGBOOKS";
    }

    /** Every record that was made here is judged again: none may break what nobody may do. */
    @Override
    public Result check() {
        var rows = 0L;
        var findings = new ArrayList<String>();
        for (var book : keeper.all().stream().filter(b -> !b.isView()).toList()) {
            var drafts = records.worked(book);
            rows += drafts.size();
            for (var rule : book.allRules()) {
                if (rule.marks() || rule.onlyFiled()) continue;
                rule.judge().apply(drafts).forEach(broken -> findings.add(messages.say("logbook.broken", messages.say(book.key() + ".one"), broken.draft().get(book.no()), rule.id())));
            }
        }
        return new Result(rows, findings);
    }
}
