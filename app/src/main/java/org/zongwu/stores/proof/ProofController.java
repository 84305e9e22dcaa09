package org.zongwu.stores.proof;

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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.ItemService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Typed;

/** 三有对账: one page that proves each item over a term (R-3L-1). */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class ProofController {
    static final String PATH = "/stores/proof";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);

    private final Register register;
    private final ProofBooks books;
    private final Registers registers;
    private final Terms terms;
    private final Clock clock;

    ProofController(ProofBooks books, ItemService items, Registers registers, Terms terms, Messages messages, Clock clock) {
        this.books = books;
        this.registers = registers;
        this.terms = terms;
        this.clock = clock;
        register = Register.of("stores.proof", PATH)
                .columns(Column.code("code", field(name("r", "code"), String.class)).link(r -> "/stores/cards/" + r.get(ID)), Column.text("name", field(name("r", "name"), String.class)),
                        Column.text("spec", field(name("r", "spec"), String.class)), Column.text("unit", field(name("r", "unit"), String.class)), quantity("opening"), quantity("came"), quantity("used").blank(),
                        quantity("scrapped").blank(), quantity("found").blank(), quantity("lent").blank(), quantity("shelf"), quantity("counted"), quantity("difference").blank(),
                        Column.date("counted_on", field(name("r", "counted_on"), LocalDate.class)), Column.status("state", STATE, "stores.proof.state", ProofController::mark))
                .with(ID).finds(words -> items.finds(ID, words)).span().choice("state", STATE, () -> states(messages))
                .order("code", ID).phone("name", "shelf", List.of("code", "counted"), "state");
    }

    @GetMapping(PATH)
    Object list(@RequestParam @Nullable String from, @RequestParam @Nullable String to, HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> books.rows(span(from, to)), request, actor);
    }

    @Bean
    static NavEntry proofInMenu() {
        return NavEntry.of("stock", "stores.proof.title", PATH, 246, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER);
    }

    private Span span(@Nullable String from, @Nullable String to) {
        var today = LocalDate.now(clock);
        var usual = terms.on(today).map(Term::span).orElse(new Span(today.withDayOfYear(1), today.withMonth(12).withDayOfMonth(31)));
        return Typed.span(from, to, usual);
    }

    private static Column quantity(String column) {
        return Column.quantity(column, field(name("r", column), BigDecimal.class));
    }

    private static Column.Mark mark(String state) {
        return switch (state) {
            case "DIFFERS" -> Column.Mark.LATE;
            case "UNCOUNTED" -> Column.Mark.PLAIN;
            default -> Column.Mark.OK;
        };
    }

    private static Map<String, String> states(Messages messages) {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("PROVED", "DIFFERS", "UNCOUNTED")) all.put(state, messages.say("stores.proof.state." + state));
        return all;
    }
}
