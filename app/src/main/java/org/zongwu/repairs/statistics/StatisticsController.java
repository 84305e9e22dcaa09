package org.zongwu.repairs.statistics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static zongwu.db.repairs.Tables.TICKET;
import static zongwu.db.school.Tables.PLACE;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.Span;
import org.zongwu.repairs.ticket.TicketState;
import org.zongwu.school.Terms;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Paper;
import org.zongwu.web.Printer;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;
import org.zongwu.web.Typed;

/** 维修统计: what broke where, how fast it was mended, how often again, and at what cost; by trade, room, building, worker and cause. */
@Controller
@RequestMapping(StatisticsController.PATH)
@Allow({DISPATCHER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ASSET_ADMIN, AUDIT_MEMBER})
class StatisticsController {
    static final String PATH = "/repairs/statistics";

    /** By what it is told apart. */
    enum By { TRADES, ROOMS, BUILDINGS, WORKERS, CAUSES }

    private final Map<By, Register> registers = new EnumMap<>(By.class);
    private final Registers drawn;
    private final Printer printer;
    private final Schools schools;
    private final Terms terms;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    StatisticsController(Registers drawn, Printer printer, Schools schools, Terms terms, Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.drawn = drawn;
        this.printer = printer;
        this.schools = schools;
        this.terms = terms;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        for (var by : By.values()) registers.put(by, register(by));
    }

    private Register register(By by) {
        var key = field(name("r", "key"), String.class);
        var what = switch (by) {
            case TRADES -> Column.word("key", key, "repairs.ticket.trade");
            case CAUSES -> Column.word("key", key, "repairs.ticket.cause");
            default -> Column.text("key", key);
        };
        var register = Register.of("repairs.statistics." + by.name().toLowerCase(Locale.ROOT), PATH + "/" + by.name().toLowerCase(Locale.ROOT))
                .columns(what, of("tickets").sorts(), of("done"), of("late"), of("again"), Column.quantity("hours", field(name("r", "hours"), BigDecimal.class)).blank(),
                        Column.money("cost", field(name("r", "cost"), Long.class)).summed().blank())
                .words(key).span().order("-tickets", key).phone("key", "tickets", List.of("done", "late"), "cost");
        for (var other : By.values()) if (other != by) register.link("repairs.statistics." + other.name().toLowerCase(Locale.ROOT) + ".short", PATH + "/" + other.name().toLowerCase(Locale.ROOT));
        return register.link("repairs.statistics.print", PATH + "/sheet.pdf");
    }

    private static Column of(String column) {
        return Column.count(column, field(name("r", column), Integer.class)).summed().blank();
    }

    @GetMapping("/{by}")
    Object list(@PathVariable String by, @RequestParam @Nullable String from, @RequestParam @Nullable String to, HttpServletRequest request, Actor actor) {
        var what = by(by);
        return drawn.show(registers.get(what), () -> rows(what, span(from, to)), request, actor);
    }

    /** 月度维修统计表, or of whatever days are asked for. */
    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> print(@RequestParam @Nullable String from, @RequestParam @Nullable String to, Actor actor) {
        var today = LocalDate.now(clock);
        var span = Typed.span(from, to, new Span(today.withDayOfMonth(1), today));
        var paper = tenancy.read(actor.schoolId(), () -> paper(span));
        return printer.a4(schools.find(actor.schoolId()).orElseThrow().name(), paper, new Journal.Print(1, actor.name(), clock.instant()));
    }

    @Bean
    static NavEntry statisticsInMenu() {
        return NavEntry.of("repairs", "repairs.statistics.trades.title", PATH + "/trades", 356, DISPATCHER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ASSET_ADMIN, AUDIT_MEMBER);
    }

    private Table<?> rows(By by, Span span) {
        Field<String> key = switch (by) {
            case TRADES -> TICKET.TRADE;
            case ROOMS -> coalesce(PLACE.BUILDING.concat(PLACE.CODE), TICKET.PLACE);
            case BUILDINGS -> coalesce(PLACE.BUILDING, org.jooq.impl.DSL.inline("—"));
            case WORKERS -> coalesce(TICKET.WORKER, org.jooq.impl.DSL.inline("—"));
            case CAUSES -> coalesce(TICKET.CAUSE, org.jooq.impl.DSL.inline("UNKNOWN"));
        };
        var hours = field("extract(epoch from {0} - {1}) / 3600", BigDecimal.class, TICKET.DONE_AT, TICKET.REPORTED_AT);
        return db.select(key.as("key"), count().as("tickets"), count().filterWhere(TICKET.DONE_DAY.isNotNull()).as("done"), count().filterWhere(TICKET.DONE_AT.gt(TICKET.FINISH_BY)).as("late"),
                        count().filterWhere(TICKET.REWORK.isTrue()).as("again"), round(percentileCont(BigDecimal.valueOf(0.5)).withinGroupOrderBy(hours).cast(BigDecimal.class), 1).as("hours"),
                        coalesce(sum(TICKET.MATERIAL_COST.plus(coalesce(TICKET.VENDOR_COST, 0L))).cast(Long.class), 0L).as("cost"))
                .from(TICKET).leftJoin(PLACE).on(PLACE.SCHOOL_ID.eq(TICKET.SCHOOL_ID), PLACE.ID.eq(TICKET.ROOM_ID))
                .where(TICKET.SCHOOL_ID.eq(tenancy.current()), TICKET.DAY.between(span.from(), span.to()), TICKET.VOIDED_AT.isNull(), TICKET.STATE.notIn(TicketState.UNCOUNTED.stream().map(Enum::name).toList()))
                .groupBy(key).asTable("r");
    }

    private Paper paper(Span span) {
        var lines = new ArrayList<List<String>>();
        for (var by : List.of(By.TRADES, By.BUILDINGS, By.WORKERS)) {
            for (var r : db.selectFrom(rows(by, span)).orderBy(field(name("r", "tickets")).desc(), field(name("r", "key"))).fetch()) {
                var word = r.get("key", String.class);
                lines.add(List.of(messages.say("repairs.statistics." + by.name().toLowerCase(Locale.ROOT) + ".short"), by == By.TRADES ? messages.say("repairs.ticket.trade." + word) : word, r.get("tickets", String.class),
                        r.get("done", String.class), blank(r.get("late", String.class)), blank(r.get("again", String.class)), r.get("hours") == null ? "" : r.get("hours", BigDecimal.class).toPlainString(),
                        Shown.money(r.get("cost", Long.class))));
            }
        }
        return new Paper(messages.say("repairs.statistics.paper"), span.from() + " — " + span.to(), List.of(), List.of(head("by", false, 22), head("key", false, 0), head("tickets", true, 18), head("done", true, 18), head("late", true, 18),
                head("again", true, 18), head("hours", true, 24), head("cost", true, 28)), lines, "", 0, List.of(), null,
                List.of(new Paper.Stamp(messages.say("duty.DISPATCHER"), "", "", null, false), new Paper.Stamp(messages.say("duty.GA_DIRECTOR"), "", "", null, false)), null);
    }

    private static String blank(String number) {
        return number.equals("0") ? "" : number;
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say("repairs.statistics." + key), right, mm);
    }

    /** The term, when nothing is said. */
    private Span span(@Nullable String from, @Nullable String to) {
        var today = LocalDate.now(clock);
        var term = terms.on(today).map(t -> new Span(t.startsOn(), t.endsOn())).orElse(new Span(today.minusMonths(6), today));
        return Typed.span(from, to, term);
    }

    private static By by(String path) {
        try {
            return By.valueOf(path.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
