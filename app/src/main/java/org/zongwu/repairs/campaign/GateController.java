package org.zongwu.repairs.campaign;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static zongwu.db.repairs.Tables.HOLIDAY_WORK;
import static zongwu.db.school.Tables.PLACE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 开学放行: a building opens when every line of the holiday's list in it is accepted, or put off in so many words (R-CAMP-1). */
@Controller
class GateController {
    static final String PATH = "/repairs/gates";
    private static final Field<String> BUILDING = field(name("r", "building"), String.class);
    private static final Field<String> GATE = field(name("r", "gate"), String.class);

    private final Register register = Register.of("repairs.gate", PATH)
            .columns(Column.text("building", BUILDING), Column.text("campaign", field(name("r", "campaign"))), Column.date("opens_on", field(name("r", "opens_on"), LocalDate.class)), of("lines"), of("accepted"), of("carried"), of("unsettled"),
                    Column.status("gate", GATE, "repairs.gate.state", g -> "OPEN".equals(g) ? Column.Mark.OK : Column.Mark.LATE))
            .words(BUILDING).days(field(name("r", "opens_on"), LocalDate.class)).order("-opens_on", BUILDING).phone("building", "gate", List.of("campaign", "opens_on"), "unsettled");
    private final Registers registers;
    private final DSLContext db;
    private final Tenancy tenancy;

    GateController(Registers registers, DSLContext db, Tenancy tenancy) {
        this.registers = registers;
        this.db = db;
        this.tenancy = tenancy;
    }

    private static Column of(String column) {
        return Column.count(column, field(name("r", column), Integer.class)).summed().blank();
    }

    @GetMapping(PATH)
    @Allow({GA_DIRECTOR, DISPATCHER, PRINCIPAL, VP_LOGISTICS})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, this::rows, request, actor);
    }

    @Bean
    static NavEntry gatesInMenu() {
        return NavEntry.of("repairs", "repairs.gate.title", PATH, 355, GA_DIRECTOR, DISPATCHER, PRINCIPAL, VP_LOGISTICS);
    }

    private Table<?> rows() {
        var building = coalesce(PLACE.BUILDING, HOLIDAY_WORK.PLACE);
        var unsettled = count().filterWhere(HOLIDAY_WORK.STATE.notIn("ACCEPTED", "CARRIED"));
        return db.select(building.as("building"), HOLIDAY_WORK.CAMPAIGN, HOLIDAY_WORK.OPENS_ON, count().as("lines"), count().filterWhere(HOLIDAY_WORK.STATE.eq("ACCEPTED")).as("accepted"),
                        count().filterWhere(HOLIDAY_WORK.STATE.eq("CARRIED")).as("carried"), unsettled.as("unsettled"), when(unsettled.eq(0), inline("OPEN")).otherwise(inline("SHUT")).as("gate"))
                .from(HOLIDAY_WORK).leftJoin(PLACE).on(PLACE.SCHOOL_ID.eq(HOLIDAY_WORK.SCHOOL_ID), PLACE.ID.eq(HOLIDAY_WORK.ROOM_ID))
                .where(HOLIDAY_WORK.SCHOOL_ID.eq(tenancy.current()), HOLIDAY_WORK.VOIDED_AT.isNull()).groupBy(building, HOLIDAY_WORK.CAMPAIGN, HOLIDAY_WORK.OPENS_ON).asTable("r");
    }
}
