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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.Span;
import org.zongwu.ledger.Balances;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Paper;
import org.zongwu.web.Printer;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 月末收发存汇总表: every month beside 1302 in the books (R-STK-4), and the paper of one by category. */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class MonthController {
    static final String PATH = "/stores/months";
    private static final Field<String> NAME = field(name("r", "name"), String.class);

    private final Register register = Register.of("stores.month", PATH)
            .columns(Column.code("month", NAME).link(r -> PATH + "/" + r.get(NAME)), money("opening"), money("came").summed().blank(), money("used").summed().blank(), money("scrapped").summed().blank(),
                    money("found").summed().blank(), money("closing"), money("booked"), money("difference").blank(),
                    Column.status("state", field(name("r", "state"), String.class), "stores.month.state", state -> "AGREES".equals(state) ? Column.Mark.OK : Column.Mark.LATE))
            .days(field(name("r", "month"), LocalDate.class)).order("-month", NAME).phone("month", "closing", List.of("came", "used"), "state");

    private final MonthBooks books;
    private final Balances balances;
    private final Registers registers;
    private final Printer printer;
    private final Schools schools;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    MonthController(MonthBooks books, Balances balances, Registers registers, Printer printer, Schools schools, Messages messages, Tenancy tenancy, Clock clock) {
        this.books = books;
        this.balances = balances;
        this.registers = registers;
        this.printer = printer;
        this.schools = schools;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, books::rows, request, actor);
    }

    @GetMapping(PATH + "/{month}")
    ModelAndView show(@PathVariable String month, Actor actor) {
        var span = span(month);
        return tenancy.read(actor.schoolId(), () -> {
            var rows = books.categories(span);
            var agrees = total(rows).closing().equals(booked(span));
            var related = List.of(new DocumentPage.Related(messages.say("stores.summary.title"), messages.say("stores.month.by-item"), "/stores/summary?from=" + span.from() + "&to=" + span.to()),
                    new DocumentPage.Related(messages.say("stores.move.title"), messages.say("stores.month.by-move"), "/stores/moves?from=" + span.from() + "&to=" + span.to()));
            return new ModelAndView("web/document", Map.of("page", new DocumentPage(messages.say("stores.month.one", month), messages.say("stores.month.state." + (agrees ? "AGREES" : "DIFFERS")),
                    agrees ? Column.Mark.OK : Column.Mark.LATE, PATH, messages.say("stores.month.title"), paper(month, span, rows), List.of(), related,
                    List.of(DocumentPage.Button.link(messages.say("stores.month.print"), PATH + "/" + month + "/sheet.pdf", "print")), null, FormView.blank(Form.BUTTON))));
        });
    }

    @GetMapping(PATH + "/{month}/sheet.pdf")
    ResponseEntity<byte[]> print(@PathVariable String month, Actor actor) {
        var span = span(month);
        var paper = tenancy.read(actor.schoolId(), () -> paper(month, span, books.categories(span)));
        return printer.a4(schools.find(actor.schoolId()).orElseThrow().name(), paper, new Journal.Print(1, actor.name(), clock.instant()));
    }

    @Bean
    static NavEntry monthsInMenu() {
        return NavEntry.of("stock", "stores.month.title", PATH, 241, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER);
    }

    private Paper paper(String month, Span span, List<MonthBooks.Row> rows) {
        var lines = new ArrayList<List<String>>();
        rows.forEach(r -> lines.add(cells(r)));
        var total = total(rows);
        lines.add(cells(total));
        var booked = booked(span);
        lines.add(List.of(messages.say("stores.month.booked"), booked(new Span(span.from().minusMonths(1), span.from().minusDays(1))).toString(), "", "", "", "", booked.toString(), ""));
        lines.add(List.of(messages.say("stores.month.difference"), "", "", "", "", "", total.closing().minus(booked).toString(), ""));
        return new Paper(messages.say("stores.month.paper"), month, List.of(new Paper.Meta(messages.say("label.day"), span.from() + " — " + span.to())),
                List.of(head("label.category", false, 30), head("stores.month.opening", true, 0), head("stores.month.came", true, 0), head("stores.month.used", true, 0), head("stores.month.scrapped", true, 0),
                        head("stores.month.found", true, 0), head("stores.month.closing", true, 0), head("stores.month.lent", true, 0)),
                lines, "", 0, List.of(), messages.say("stores.month.note"), List.of(signed("stores.keeper"), signed("stores.month.accountant"), signed("stores.month.director")), null);
    }

    private MonthBooks.Row total(List<MonthBooks.Row> rows) {
        var none = new MonthBooks.Row(messages.say("stores.month.total"), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
        return rows.stream().reduce(none, MonthBooks.Row::plus);
    }

    private static List<String> cells(MonthBooks.Row r) {
        return List.of(r.category(), r.opening().toString(), blank(r.came()), blank(r.used()), blank(r.scrapped()), blank(r.found()), r.closing().toString(), blank(r.lent()));
    }

    private static String blank(Money amount) {
        return amount.isZero() ? "" : amount.toString();
    }

    private Money booked(Span span) {
        return balances.balance(MonthBooks.ACCOUNT, span.to());
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say(key), right, mm);
    }

    private Paper.Stamp signed(String roleKey) {
        return new Paper.Stamp(messages.say(roleKey), "", "", null, false);
    }

    private static Column money(String column) {
        return Column.money(column, field(name("r", column), Long.class));
    }

    private static Span span(String month) {
        try {
            var of = YearMonth.parse(month);
            return new Span(of.atDay(1), of.atEndOfMonth());
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }
}
