package org.zongwu.approvals.course;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.approvals.kind.Watchers;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** The registers: what waits for my stamp, what I have a part in, and all for those who watch. */
@Controller
@RequestMapping("/approvals")
@Allow(everyone = true)
class CourseController {
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> KIND = field(name("r", "kind"), String.class);
    private static final Field<String> TITLE = field(name("r", "title"), String.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Register waiting;
    private final Register mine;
    private final Register all;
    private final CourseRegister courses;
    private final CourseService service;
    private final Approvables approvables;
    private final Registers registers;
    private final Messages messages;

    CourseController(CourseRegister courses, CourseService service, Approvables approvables, Registers registers, Messages messages) {
        this.courses = courses;
        this.service = service;
        this.approvables = approvables;
        this.registers = registers;
        this.messages = messages;
        waiting = register("approvals", "/approvals").order("day", ID).link("approvals.mine.title", "/approvals/mine").link("approvals.all.title", "/approvals/all", Watchers.duties());
        mine = register("approvals.mine", "/approvals/mine").choice("state", STATE, this::states).order("-day", ID).link("approvals.title", "/approvals").link("approvals.all.title", "/approvals/all", Watchers.duties());
        all = register("approvals.all", "/approvals/all").choice("state", STATE, this::states).order("-day", ID).link("approvals.title", "/approvals").link("approvals.mine.title", "/approvals/mine");
    }

    private Register register(String key, String path) {
        return Register.of(key, path)
                .columns(Column.text("thing", TITLE).link(r -> CoursePages.PATH + "/" + r.get(ID)), Column.word("kind", KIND, "approvable"), Column.money("amount", field(name("r", "amount"), Long.class)),
                        Column.text("opened-by", field(name("r", "opened_by"))), Column.date("day", DAY), Column.word("waits-for", field(name("r", "waits_for"), String.class), "duty"),
                        Column.status("state", STATE, "approvals.state", s -> CourseState.valueOf(s).mark()))
                .with(ID).words(TITLE, field(name("r", "no"), String.class), field(name("r", "opened_by"), String.class), field(name("r", "pinyin"), String.class)).days(DAY).choice("kind", KIND, approvables::words)
                .phone("thing", "amount", List.of("kind", "opened-by", "day"), "state");
    }

    private Map<String, String> states() {
        var words = new LinkedHashMap<String, String>();
        for (var state : CourseState.values()) words.put(state.name(), messages.say("approvals.state." + state));
        return words;
    }

    @GetMapping
    Object waiting(HttpServletRequest request, Actor actor) {
        return registers.show(waiting, () -> courses.waiting(actor, service.capacities(actor)), request, actor);
    }

    @GetMapping("/mine")
    Object mine(HttpServletRequest request, Actor actor) {
        return registers.show(mine, () -> courses.mine(actor), request, actor);
    }

    @GetMapping("/all")
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER})
    Object all(HttpServletRequest request, Actor actor) {
        return registers.show(all, courses::all, request, actor);
    }
}
