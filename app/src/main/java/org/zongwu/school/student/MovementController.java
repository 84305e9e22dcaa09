package org.zongwu.school.student;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.*;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 学籍变动: who came, who went, who changed class. */
@Controller
@RequestMapping(MovementController.PATH)
class MovementController {
    static final String PATH = "/school/movements";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "student_no"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);

    private final Register register;
    private final StudentRegister rows;
    private final Registers registers;
    private final Messages messages;

    MovementController(StudentRegister rows, Registers registers, Messages messages) {
        this.rows = rows;
        this.registers = registers;
        this.messages = messages;
        register = Register.of("school.movement", PATH)
                .columns(Column.date("day", StudentRegister.DAY), Column.word("kind", StudentRegister.KIND, "school.movement.kind"),
                        Column.code("student_no", NO), Column.text("name", NAME).link(r -> StudentController.PATH + "/" + r.get(ID)),
                        Column.text("class", field(name("r", "class_title"))), Column.word("reason", field(name("r", "reason")), "leavingreason"))
                .with(ID).words(NO, NAME, field(name("r", "pinyin"), String.class)).days(StudentRegister.DAY).choice("kind", StudentRegister.KIND, this::kinds)
                .order("-day", field(name("r", "movement_id"))).phone("name", "kind", List.of("day", "class"), "reason");
    }

    private Map<String, String> kinds() {
        var all = new LinkedHashMap<String, String>();
        for (var kind : List.of("IN", "OUT", "MOVED")) all.put(kind, messages.say("school.movement.kind." + kind));
        return all;
    }

    @GetMapping
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, FEE_CLERK, CASHIER, AUDIT_MEMBER, HEAD_TEACHER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows.movements(StudentRegister.readableBy(actor)), request, actor);
    }
}
