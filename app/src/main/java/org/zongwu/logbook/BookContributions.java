package org.zongwu.logbook;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Measure.Kind;
import org.zongwu.logbook.Measure.Reach;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.web.Messages;

/** What the books together know: figures, to-dos, plan items, search hits, and the proof that their rules hold. */
@Component
class BookContributions implements FigureSource, TodoSource, PlanSource, SearchSource, Control {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
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

    @Override
    public List<FigureDefinition> definitions() {
        return keeper.all().stream().flatMap(b -> b.measures.stream()).map(m -> m.definition).toList();
    }

    @Override
    public List<Figure> figures(Span span) {
        return keeper.all().stream().filter(b -> !b.measures.isEmpty()).flatMap(b -> figures(b, span).stream()).toList();
    }

    @Override
    public List<Figure> figures(Span span, Set<String> ids) {
        return keeper.all().stream().filter(b -> b.measures.stream().anyMatch(m -> ids.contains(m.definition.id()))).flatMap(b -> figures(b, span).stream())
                .filter(f -> ids.contains(f.definition().id())).toList();
    }

    /** All figures of one book in one statement: for each how many records stand behind it, how many of them came from files, and the value. */
    List<Figure> figures(Logbook book, Span span) {
        var r = records.rows(book, span.to(), null);
        var fields = new ArrayList<Field<?>>();
        for (var m : book.measures) {
            var looked = reach(book, r, m, span).and(r.field("valid", Boolean.class).isTrue());
            var counted = looked.and(flagged(r, m));
            if (m.kind == Kind.RATE && book.shares.containsKey(m.rate)) looked = looked.and(flagged(r, m)).and(r.field(m.rate + "_whole", Integer.class).eq(1));
            fields.add(count().filterWhere(looked));
            fields.add(count().filterWhere(looked.and(r.field("grade", String.class).eq(Grade.IMPORTED.name()))));
            fields.add(value(book, r, m, counted));
        }
        var row = db.select(fields).from(r).fetchSingle();
        var all = new ArrayList<Figure>();
        for (var i = 0; i < book.measures.size(); i++) {
            var m = book.measures.get(i);
            var value = row.get(i * 3 + 2, BigDecimal.class);
            all.add(new Evidence(row.get(i * 3, Long.class), row.get(i * 3 + 1, Long.class)).figure(m.definition, span, value, link(book, m, span)));
        }
        return all;
    }

    private static Condition reach(Logbook book, Table<?> r, Measure m, Span span) {
        if (m.by != null) return r.field(m.by.getName(), LocalDate.class).between(m.reach == Reach.WITHIN ? span.from() : LocalDate.EPOCH, span.to());
        if (book.firstDay == null) return trueCondition();
        var first = r.field(book.firstDay.getName(), LocalDate.class);
        var last = r.field(book.lastDay.getName(), LocalDate.class);
        var open = !book.lastDay.equals(book.firstDay);
        return switch (m.reach) {
            case WITHIN -> first.le(span.to()).and(open ? last.ge(span.from()).or(last.isNull()) : first.ge(span.from()));
            case UNTIL -> first.le(span.to());
            case ON -> first.le(span.to()).and(last.ge(span.to()).or(last.isNull()));
        };
    }

    private static Condition flagged(Table<?> r, Measure m) {
        var all = noCondition();
        for (var flag : m.flags) all = all.and(r.field("flag_" + flag, Boolean.class).isTrue());
        return all;
    }

    private static Field<BigDecimal> value(Logbook book, Table<?> r, Measure m, Condition counted) {
        return switch (m.kind) {
            case COUNT -> count().filterWhere(counted).cast(BigDecimal.class);
            case DISTINCT -> countDistinct(r.field(m.field.getName())).filterWhere(counted).cast(BigDecimal.class);
            case SUM -> {
                var total = coalesce(sum(r.field(m.field.getName()).coerce(BigDecimal.class)).filterWhere(counted), BigDecimal.ZERO);
                yield m.definition.unit() == Unit.YUAN ? total.div(HUNDRED) : total;
            }
            case RATE -> {
                var ratio = book.ratios.get(m.rate);
                var part = r.field(ratio == null ? m.rate + "_part" : ratio.part().getName(), BigDecimal.class);
                var whole = r.field(ratio == null ? m.rate + "_whole" : ratio.whole().getName(), BigDecimal.class);
                yield round(sum(part).filterWhere(counted).mul(HUNDRED).div(nullif(sum(whole).filterWhere(counted), BigDecimal.ZERO)), 2);
            }
        };
    }

    private static String link(Logbook book, Measure m, Span span) {
        var days = book.firstDay == null && m.by == null ? "" : m.reach == Reach.WITHIN ? "from=" + span.from() + "&to=" + span.to() + "&"
                : m.reach == Reach.UNTIL ? "to=" + span.to() + "&" : "from=" + span.to() + "&to=" + span.to() + "&";
        var flags = new StringBuilder();
        m.flags.forEach(f -> flags.append('&').append(f).append("=yes"));
        if (m.by != null) flags.append('&').append(BookRegister.by(m.by)).append("=yes");
        return book.path() + "?" + days + BookRegister.VALID + "=yes" + flags;
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
        return db.select(inline("todo." + book.key() + "." + asked.name()), title, no, due, r.field("id", UUID.class), inline(book.path())).from(r).where(which)
                .orderBy(asked.due() == null ? no : due).limit(MOST_TODOS);
    }

    @Override
    public List<PlanItem> planItems(Span finished) {
        var all = new ArrayList<PlanItem>();
        for (var book : keeper.all()) {
            book.plans.forEach((flag, owner) -> {
                var r = records.rows(book, finished.to(), null);
                var until = book.firstDay == null ? trueCondition() : r.field(book.firstDay.getName(), LocalDate.class).le(finished.to());
                var open = db.fetchCount(db.selectOne().from(r).where(r.field("valid", Boolean.class).isTrue(), r.field("flag_" + flag, Boolean.class).isTrue(), until));
                var name = duties.holders(owner, finished.to()).stream().findFirst().map(Employee::name).orElse(null);
                if (open > 0) all.add(new PlanItem(book.key(), "plan." + book.key() + "." + flag, List.of(open), open, name,
                        book.path() + "?to=" + finished.to() + "&" + BookRegister.VALID + "=yes&" + flag + "=yes"));
            });
        }
        return all;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        return records.found(keeper.all().stream().filter(b -> !b.isView() && (b.ownReads || b.readsAll(actor))).toList(), actor, words, limit).stream()
                .map(f -> new Hit(f.book().key() + ".one", f.title(), f.no(), f.book().path() + "/" + f.id(), f.no().equalsIgnoreCase(words))).toList();
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
