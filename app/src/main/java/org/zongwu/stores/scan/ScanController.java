package org.zongwu.stores.scan;

import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.receipt.ReceiptService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** One focused box and a running list, which end as the draft of an issue or a receipt. */
@Controller
@RequestMapping(ScanController.PATH)
@Allow(STOREKEEPER)
class ScanController {
    static final String PATH = "/stores/scan";
    /** What stands before the code in the QR of a label. */
    private static final String LABEL = "/stores/i/";
    private static final int NEAR = 6;

    private final ItemService items;
    private final IssueService issues;
    private final ReceiptService receipts;
    private final WarehouseService warehouses;
    private final People people;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Form issue;
    private final Form receipt;

    ScanController(ItemService items, IssueService issues, ReceiptService receipts, WarehouseService warehouses, People people, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.items = items;
        this.issues = issues;
        this.receipts = receipts;
        this.warehouses = warehouses;
        this.people = people;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        issue = lines(Form.of("stores.scan").choice("warehouse", this::names).choice("purpose", this::purposes).pick("receiver", "/school/employees/pick"));
        receipt = lines(Form.of("stores.scan").choice("warehouse", this::names));
    }

    private static Form lines(Form form) {
        return form.line("item", Form.Kind.TEXT, null).line("quantity", Form.Kind.QUANTITY, null);
    }

    /** What a scanned or typed text may mean: one that is exactly it, or the nearest. */
    record Found(String value, String label, String detail, boolean exact) {}

    @GetMapping
    ModelAndView page(@RequestParam(name = "for", defaultValue = "issue") String what, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var view = FormView.blank(form(what)).with("purpose", Purpose.TEACHING);
            warehouses.keptBy(actor.employeeId()).stream().findFirst().ifPresent(w -> view.with("warehouse", w));
            return page(what, view);
        });
    }

    @GetMapping("/items")
    @ResponseBody
    List<Found> items(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var text = code(q);
            var exact = items.named(text).filter(Item::active);
            if (exact.isPresent()) return List.of(found(exact.get(), true));
            return items.search(text, NEAR).stream().map(i -> found(i, false)).toList();
        });
    }

    @PostMapping
    Object draft(@RequestParam(name = "for") String what, HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        var goesOut = !"receipt".equals(what);
        return submissions.post(request, actor, form(what), (goesOut ? "/stores/issues/" : "/stores/receipts/") + id + "/edit?did=scanned", in -> {
            if (goesOut) issues.draft(actor, id, issue(in, actor));
            else receipts.draft(actor, id, receipt(in));
        }, view -> page(what, view));
    }

    private IssueContent issue(Typed in, Actor actor) {
        var lines = new ArrayList<IssueContent.Line>();
        for (var l : in.lines()) {
            var item = items.typed(l.field("item"), l.text("item"));
            lines.add(new IssueContent.Line(item.id(), item.unit(), l.quantity("quantity")));
        }
        return new IssueContent(UUID.fromString(in.text("warehouse")), people.typed("receiver", in.text("receiver")).id(), null, LocalDate.now(clock), Purpose.valueOf(in.text("purpose")), null, lines);
    }

    private ReceiptContent receipt(Typed in) {
        var lines = new ArrayList<ReceiptContent.Line>();
        for (var l : in.lines()) {
            var item = items.typed(l.field("item"), l.text("item"));
            lines.add(new ReceiptContent.Line(item.id(), item.unit(), l.quantity("quantity"), null, null));
        }
        return new ReceiptContent(UUID.fromString(in.text("warehouse")), Funding.FISCAL, null, null, LocalDate.now(clock), null, null, null, null, lines);
    }

    private Form form(String what) {
        return "receipt".equals(what) ? receipt : issue;
    }

    /** The code in the QR of a label, or the text as it is; full-width letters do not matter. */
    static String code(String scanned) {
        var text = Normalizer.normalize(scanned, Normalizer.Form.NFKC).strip();
        var at = text.indexOf(LABEL);
        return at < 0 ? text : decoded(text.substring(at + LABEL.length()));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RuleBroken("R-ITEM-3", "rule.stores.no-such-item", text);
        }
    }

    private static Found found(Item item, boolean exact) {
        return new Found(item.code(), item.label(), item.unit(), exact);
    }

    private ModelAndView page(String what, FormView view) {
        return new ModelAndView("stores/scan/page", Map.of("what", "receipt".equals(what) ? "receipt" : "issue", "form", view));
    }

    private Map<String, String> names() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    private Map<String, String> purposes() {
        var all = new LinkedHashMap<String, String>();
        for (var purpose : List.of(Purpose.TEACHING, Purpose.ADMIN)) all.put(purpose.name(), messages.say("stores.purpose." + purpose));
        return all;
    }
}
