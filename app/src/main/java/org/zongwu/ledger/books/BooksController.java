package org.zongwu.ledger.books;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Submissions;

/** 开账: before the books of a year are open, nothing of that year can be posted. */
@Controller
@RequestMapping(BooksController.PATH)
@Allow({ACCOUNTANT, ACC_SUPERVISOR})
class BooksController {
    static final String PATH = "/ledger/years";
    private static final String BALANCES = "/ledger/balances";

    private final Form form = Form.of("ledger.year").whole("year");
    private final BooksService service;
    private final Submissions submissions;
    private final Messages messages;
    private final Clock clock;

    BooksController(BooksService service, Submissions submissions, Messages messages, Clock clock) {
        this.service = service;
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return page(FormView.blank(form).with("year", service.nextYear(actor, LocalDate.now(clock))));
    }

    @PostMapping
    Object open(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, BALANCES + "?did=books-opened", in -> service.openYear(actor, in.whole("year")), this::page);
    }

    private ModelAndView page(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("ledger.balances.new"), BALANCES, messages.say("ledger.balances.title"), PATH, view, messages.say("ledger.year.do"))
                .lead(messages.say("ledger.year.lead"))));
    }
}
