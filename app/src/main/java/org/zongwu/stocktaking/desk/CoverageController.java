package org.zongwu.stocktaking.desk;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Typed;

/** 盘点覆盖率 and 账实相符率, by place and as figures of each kind of thing. */
@Controller
class CoverageController implements FigureSource {
    static final String PATH = "/stocktakes/coverage";
    private static final Field<UUID> PLACE_ID = field(name("r", "place_id"), UUID.class);
    private static final Field<String> KIND = field(name("r", "kind"), String.class);
    private static final Field<Integer> THINGS = field(name("r", "things"), Integer.class);
    private static final Field<Integer> COUNTED = field(name("r", "counted"), Integer.class);
    private static final Field<Integer> MATCHED = field(name("r", "matched"), Integer.class);

    private final Register register;
    private final Coverage coverage;
    private final Countables countables;
    private final Registers registers;
    private final Messages messages;
    private final Terms terms;
    private final Clock clock;

    CoverageController(Coverage coverage, Countables countables, Registers registers, Messages messages, Terms terms, Clock clock) {
        this.coverage = coverage;
        this.countables = countables;
        this.registers = registers;
        this.messages = messages;
        this.terms = terms;
        this.clock = clock;
        register = Register.of("stocktake.coverage", PATH)
                .columns(Column.text("place", field(name("r", "place"))), Column.word("kind", KIND, "countable"), Column.text("keeper", field(name("r", "keeper"))), Column.count("things", THINGS).summed(),
                        Column.count("counted", COUNTED).summed(), Column.rate("cover", COUNTED, THINGS), Column.count("matched", MATCHED).summed(), Column.rate("match", MATCHED, COUNTED),
                        Column.date("counted-on", field(name("r", "counted_on"), LocalDate.class)))
                .with(PLACE_ID).span().choice("kind", KIND, this::kinds).order("place", PLACE_ID).phone("place", "cover", List.of("counted", "things", "keeper"), "match");
    }

    @GetMapping(PATH)
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(@RequestParam(required = false) String from, @RequestParam(required = false) String to, HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> coverage.rows(span(from, to)), request, actor);
    }

    @Override
    public List<FigureDefinition> definitions() {
        return countables.all().stream().flatMap(c -> List.of(cover(c.figures()), match(c.figures())).stream()).toList();
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = coverage.rows(span);
        var figures = new ArrayList<Figure>();
        for (var c : countables.all()) {
            var f = coverage.db().select(sum(r.field("things", Integer.class)), sum(r.field("counted", Integer.class)), sum(r.field("matched", Integer.class)), sum(r.field("imported", Integer.class)))
                    .from(r).where(r.field("kind", String.class).eq(c.kind())).fetchSingle();
            var things = number(f.value1());
            var counted = number(f.value2());
            var evidence = new Evidence(counted.longValue(), number(f.value4()).longValue());
            var link = PATH + "?from=" + span.from() + "&to=" + span.to() + "&kind=" + c.kind();
            figures.add(evidence.figure(cover(c.figures()), span, percent(counted, things), link));
            figures.add(evidence.figure(match(c.figures()), span, percent(number(f.value3()), counted), link));
        }
        return figures;
    }

    private static FigureDefinition cover(String prefix) {
        return new FigureDefinition(prefix + "_CHECK_COVER", Unit.PERCENT, 1);
    }

    private static FigureDefinition match(String prefix) {
        return new FigureDefinition(prefix + "_MATCH_RATE", Unit.PERCENT, 1);
    }

    private static BigDecimal number(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private Span span(@Nullable String from, @Nullable String to) {
        var today = LocalDate.now(clock);
        var usual = terms.on(today).map(Term::span).orElse(new Span(today.withDayOfYear(1), today.withMonth(12).withDayOfMonth(31)));
        var first = day(from, usual.from());
        var last = day(to, usual.to());
        return last.isBefore(first) ? new Span(first, first) : new Span(first, last);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        var day = text == null || text.isBlank() ? null : Typed.day(text, otherwise);
        return day == null ? otherwise : day;
    }

    private Map<String, String> kinds() {
        var all = new LinkedHashMap<String, String>();
        countables.all().forEach(c -> all.put(c.kind(), messages.say("countable." + c.kind())));
        return all;
    }
}
