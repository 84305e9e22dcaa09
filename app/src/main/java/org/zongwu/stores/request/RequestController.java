package org.zongwu.stores.request;

import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.WORKER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.Stores.Wanted;
import org.zongwu.stores.issue.OwnSlips;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** 我要领物: from a phone, in one tap; and what became of it. */
@Controller
@RequestMapping(RequestController.PATH)
@Allow({TEACHER, HEAD_TEACHER, WORKER, CANTEEN_MANAGER})
class RequestController {
    static final String PATH = "/stores/requests";
    private static final int OWN = 12;

    private final RequestService requests;
    private final OwnSlips slips;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Form form;

    RequestController(RequestService requests, OwnSlips slips, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.requests = requests;
        this.slips = slips;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        form = Form.of("stores.request").choice("purpose", this::purposes).text("remark").optional()
                .line("item", Form.Kind.TEXT, null).optionalLine("quantity", Form.Kind.TEXT).optionalLine("unit", Form.Kind.TEXT);
    }

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(q, FormView.blank(form).with("purpose", RequestService.usual(actor)), actor));
    }

    /** The items alone, to be put into the page while somebody types. */
    @GetMapping("/offers")
    ModelAndView offers(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("stores/request/offers", Map.of("offers", requests.offers(actor, q), "form", FormView.blank(form), "q", q)));
    }

    @PostMapping
    Object request(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=requested",
                in -> requests.request(actor, Purpose.valueOf(in.text("purpose")), in.optional("remark"), wanted(in)), view -> page(q, view, actor));
    }

    /** Of everything on the page what has a quantity. */
    private List<Wanted> wanted(Typed in) {
        var all = new ArrayList<Wanted>();
        for (var line : in.lines()) {
            var typed = line.optional("quantity");
            if (typed == null || typed.matches("0+")) continue;
            var text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
            if (!text.matches("\\d{1,9}(\\.\\d{1,3})?")) throw RuleBroken.at(line.field("quantity"), "R-ISS-8", "rule.stores.pick.no-number", typed);
            all.add(new Wanted(line.text("item"), line.optional("unit"), new Quantity(new BigDecimal(text))));
        }
        return all;
    }

    private ModelAndView page(String q, FormView view, Actor actor) {
        return new ModelAndView("stores/request/page", Map.of("offers", requests.offers(actor, q), "own", slips.of(actor, OWN), "form", view, "q", q));
    }

    private Map<String, String> purposes() {
        var all = new java.util.LinkedHashMap<String, String>();
        for (var purpose : List.of(Purpose.TEACHING, Purpose.ADMIN)) all.put(purpose.name(), messages.say("stores.purpose." + purpose));
        return all;
    }
}
