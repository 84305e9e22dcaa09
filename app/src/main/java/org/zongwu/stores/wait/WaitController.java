package org.zongwu.stores.wait;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Typed;

/** The registers behind the figures of waiting and of consumption. */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class WaitController {
    static final String WAITS = "/stores/waits";
    static final String CONSUMPTION = "/stores/consumption";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Waits waits;
    private final Terms terms;
    private final Registers registers;
    private final Clock clock;

    private final Register byWait = Register.of("stores.wait", WAITS)
            .columns(Column.code("no", field(name("r", "no"), String.class)).link(r -> "/stores/issues/" + r.get(ID)), Column.date("day", DAY),
                    Column.text("receiver", field(name("r", "receiver"), String.class)), Column.text("department", field(name("r", "department"), String.class)),
                    Column.text("warehouse", field(name("r", "warehouse"), String.class)), Column.time("requested", field(name("r", "requested_at"), Instant.class)),
                    Column.time("posted", field(name("r", "posted_at"), Instant.class)), Column.quantity("hours", field(name("r", "hours"), BigDecimal.class)).median(),
                    Column.count("promised", field(name("r", "promised_hours"), Integer.class)),
                    Column.share("in-time", field(name("r", "in_time"), Integer.class), field(name("r", "whole"), Integer.class)))
            .with(ID).words(field(name("r", "no"), String.class), field(name("r", "receiver"), String.class), field(name("r", "department"), String.class))
            .days(DAY).order("-hours", ID).phone("receiver", "hours", List.of("no", "day", "department"), "in-time");

    private final Register byHead = Register.of("stores.consumption", CONSUMPTION)
            .columns(Column.code("staff-no", field(name("r", "staff_no"), String.class)), Column.text("name", field(name("r", "name"), String.class)),
                    Column.text("department", field(name("r", "department"), String.class)), Column.count("slips", field(name("r", "slips"), Integer.class)).summed(),
                    Column.money("amount", field(name("r", "amount"), Long.class)).summed(), Column.money("per-head", field(name("r", "per_head"), Long.class)).average())
            .with(ID).words(field(name("r", "name"), String.class), field(name("r", "pinyin"), String.class), field(name("r", "department"), String.class))
            .span().order("-amount", ID).phone("name", "amount", List.of("department", "staff-no"), "slips");

    WaitController(Waits waits, Terms terms, Registers registers, Clock clock) {
        this.waits = waits;
        this.terms = terms;
        this.registers = registers;
        this.clock = clock;
    }

    @GetMapping(WAITS)
    Object waits(HttpServletRequest request, Actor actor) {
        return registers.show(byWait, waits::rows, request, actor);
    }

    @GetMapping(CONSUMPTION)
    Object consumption(@RequestParam @Nullable String from, @RequestParam @Nullable String to, HttpServletRequest request, Actor actor) {
        return registers.show(byHead, () -> waits.consumption(span(from, to)), request, actor);
    }

    /** As typed; without a span the term of today, else the year. */
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
}
