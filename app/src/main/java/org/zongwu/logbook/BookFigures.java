package org.zongwu.logbook;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.ListSource;
import org.zongwu.kernel.OwnFigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Measure.Kind;
import org.zongwu.logbook.Measure.Reach;

/** The figures over all books, of the office and of each person, and the records behind those that may be listed. */
@Component
class BookFigures implements FigureSource, OwnFigureSource, ListSource {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BookDesk desk;
    private final BookKeeper keeper;
    private final BookRepository records;
    private final DSLContext db;

    BookFigures(BookDesk desk) {
        this.desk = desk;
        keeper = desk.keeper();
        records = desk.records();
        db = desk.db();
    }

    @Override
    public List<FigureDefinition> definitions() {
        return keeper.all().stream().flatMap(b -> b.measures.stream()).map(m -> m.definition).toList();
    }

    @Override
    public List<FigureDefinition> ownDefinitions() {
        return keeper.all().stream().flatMap(b -> b.ownMeasures.stream()).map(m -> m.definition).toList();
    }

    @Override
    public Set<String> lists() {
        return keeper.all().stream().flatMap(b -> b.allMeasures().stream()).filter(m -> !m.listed.isEmpty()).map(m -> m.definition.id()).collect(Collectors.toUnmodifiableSet());
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

    @Override
    public List<Figure> figuresOf(UUID employeeId, Span span) {
        return keeper.all().stream().filter(b -> !b.ownMeasures.isEmpty()).flatMap(b -> figures(b, b.ownMeasures, span, employeeId).stream()).toList();
    }

    /** Of one book. */
    List<Figure> figures(Logbook book, Span span) {
        return figures(book, book.measures, span, null);
    }

    /** All these figures of one book in one statement: for each how many records stand behind it, how many of them came from files, and the value. */
    private List<Figure> figures(Logbook book, List<Measure> measures, Span span, @Nullable UUID person) {
        var r = records.rows(book, span.to(), null);
        var fields = new ArrayList<Field<?>>();
        for (var m : measures) {
            var looked = looked(book, r, m, span, person);
            var counted = looked.and(flagged(r, m));
            if (m.kind == Kind.RATE && book.shares.containsKey(m.rate)) looked = looked.and(flagged(r, m)).and(r.field(m.rate + "_whole", Integer.class).eq(1));
            fields.add(count().filterWhere(looked));
            fields.add(count().filterWhere(looked.and(r.field("grade", String.class).eq(Grade.IMPORTED.name()))));
            fields.add(value(book, r, m, counted));
        }
        var row = db.select(fields).from(r).fetchSingle();
        var all = new ArrayList<Figure>();
        for (var i = 0; i < measures.size(); i++) {
            var m = measures.get(i);
            var value = row.get(i * 3 + 2, BigDecimal.class);
            all.add(new Evidence(row.get(i * 3, Long.class), row.get(i * 3 + 1, Long.class)).figure(m.definition, span, value, link(book, m, span, person)));
        }
        return all;
    }

    @Override
    public Listing list(String figureId, Span span, @Nullable UUID person, int most) {
        var book = keeper.all().stream().filter(b -> b.allMeasures().stream().anyMatch(m -> m.definition.id().equals(figureId))).findFirst().orElseThrow();
        var m = book.allMeasures().stream().filter(of -> of.definition.id().equals(figureId)).findFirst().orElseThrow();
        var r = records.rows(book, span.to(), null);
        var which = looked(book, r, m, span, person).and(flagged(r, m));
        var day = m.by == null ? book.firstDay : m.by;
        var no = r.field("no", String.class);
        var rows = db.select(r.fields()).from(r).where(which).orderBy(day == null ? no : r.field(day.getName()), no).limit(most).fetch();
        var words = desk.pages(book, new BookRegister(book, desk.messages(), db, desk.tenancy()));
        return new Listing(m.listed.stream().map(words::head).toList(), rows.map(row -> m.listed.stream().map(column -> words.said(column, (Record) row)).toList()),
                rows.size() < most ? rows.size() : db.fetchCount(db.selectOne().from(r).where(which)), link(book, m, span, person));
    }

    /** Every valid record in reach; a figure of one's own reaches no other person's. */
    private static Condition looked(Logbook book, Table<?> r, Measure m, Span span, @Nullable UUID person) {
        if ((m.person == null) != (person == null)) throw new IllegalArgumentException("R-PS-1: " + m.definition.id() + " is " + (person == null ? "a person's own" : "of the whole office"));
        var valid = reach(book, r, m, span).and(r.field("valid", Boolean.class).isTrue());
        return m.person == null ? valid : valid.and(r.field(m.person.getName(), UUID.class).eq(person));
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
            case MEDIAN -> round(percentileCont(BigDecimal.valueOf(0.5)).withinGroupOrderBy(r.field(m.field.getName(), BigDecimal.class)).filterWhere(counted).cast(BigDecimal.class), 2);
            case RATE -> {
                var ratio = book.ratios.get(m.rate);
                var part = r.field(ratio == null ? m.rate + "_part" : ratio.part().getName(), BigDecimal.class);
                var whole = r.field(ratio == null ? m.rate + "_whole" : ratio.whole().getName(), BigDecimal.class);
                yield round(sum(part).filterWhere(counted).mul(HUNDRED).div(nullif(sum(whole).filterWhere(counted), BigDecimal.ZERO)), 2);
            }
        };
    }

    private static String link(Logbook book, Measure m, Span span, @Nullable UUID person) {
        var days = book.firstDay == null && m.by == null ? "" : m.reach == Reach.WITHIN ? "from=" + span.from() + "&to=" + span.to() + "&"
                : m.reach == Reach.UNTIL ? "to=" + span.to() + "&" : "from=" + span.to() + "&to=" + span.to() + "&";
        var more = new StringBuilder();
        m.flags.forEach(f -> more.append('&').append(f).append("=yes"));
        if (m.by != null) more.append('&').append(BookRegister.by(m.by)).append("=yes");
        if (m.person != null) more.append('&').append(m.person.getName()).append('=').append(person);
        return book.path() + "?" + days + BookRegister.VALID + "=yes" + more;
    }
}
