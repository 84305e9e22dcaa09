package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 我借的: what I have, until when, and the button to keep it longer. First for the phone. */
@Controller
@RequestMapping("/stores/my-loans")
class MyLoans {
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<BigDecimal> OUTSTANDING = field(name("r", "outstanding"), BigDecimal.class);
    private static final Set<String> RENEWABLE = Set.of("OUT", "PARTLY");

    private final LoanSlips slips;
    private final Registers registers;
    private final Register register;
    private final Clock clock;

    MyLoans(LoanSlips slips, LoanPages pages, Registers registers, Clock clock) {
        this.slips = slips;
        this.registers = registers;
        this.clock = clock;
        var due = field(name("r", "due"), LocalDate.class);
        var no = field(name("r", "no"), String.class);
        register = Register.of("stores.my-loan", "/stores/my-loans")
                .columns(Column.text("things", field(name("r", "things"), String.class)).link(r -> LoanController.PATH + "/" + r.get(ID)), Column.quantity("outstanding", OUTSTANDING).blank(),
                        Column.date("due", due).link(r -> RENEWABLE.contains(r.get(STATE)) ? LoanController.PATH + "/" + r.get(ID) + "/renewal" : null),
                        Column.count("late", field(name("r", "late"), Integer.class)).blank(), Column.text("purpose", field(name("r", "purpose"), String.class)), Column.code("no", no),
                        Column.date("day", field(name("r", "day"), LocalDate.class)), Column.status("state", STATE, "stores.loan.state", LoanPages::mark))
                .with(ID).words(field(name("r", "things"), String.class), no).flag("out", OUTSTANDING.gt(BigDecimal.ZERO)).choice("state", STATE, pages::states)
                .order("due", ID).phone("things", "due", List.of("late", "no"), "state").creates(LoanController.PATH + "/new", Duty.values());
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> slips.mine(actor, LocalDate.now(clock)), request, actor);
    }
}
