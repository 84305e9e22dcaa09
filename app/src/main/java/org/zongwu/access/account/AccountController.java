package org.zongwu.access.account;

import static org.zongwu.access.account.AccountListing.DEPARTMENT;
import static org.zongwu.access.account.AccountListing.LAST_LOGIN;
import static org.zongwu.access.account.AccountListing.LOGIN;
import static org.zongwu.access.account.AccountListing.NAME;
import static org.zongwu.access.account.AccountListing.STAFF_NO;
import static org.zongwu.access.account.AccountListing.STATE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zongwu.access.token.Token;
import org.zongwu.access.token.TokenShelf;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

@Controller
@RequestMapping("/admin/accounts")
@Allow(Duty.SYS_ADMIN)
class AccountController {
    private static final Form OPENING = Form.of("access.account").pick("employee", "/admin/accounts/people").text("login");
    private static final int SUGGESTIONS = 8;

    private final Accounts accounts;
    private final AccountListing listing;
    private final TokenShelf shelf;
    private final Registers registers;
    private final Submissions submissions;
    private final People people;
    private final Messages messages;
    private final Tenancy tenancy;

    AccountController(Accounts accounts, AccountListing listing, TokenShelf shelf, Registers registers, Submissions submissions, People people,
            Messages messages, Tenancy tenancy) {
        this.accounts = accounts;
        this.listing = listing;
        this.shelf = shelf;
        this.registers = registers;
        this.submissions = submissions;
        this.people = people;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(listing.register(), listing::rows, request, actor);
    }

    @GetMapping("/people")
    @ResponseBody
    List<Form.Suggestion> people(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> people.search(q, SUGGESTIONS)).stream()
                .map(p -> new Form.Suggestion(p.staffNo(), p.name(), p.department())).toList();
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> form(FormView.blank(OPENING)));
    }

    @PostMapping
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        var place = Ids.next();
        return submissions.post(request, actor, OPENING, address(id, place, "account-opened"),
                typed -> shelf.put(place, actor, accounts.open(actor, id, person(typed.text("employee")), typed.text("login"))), this::form);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID shown, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, shown, actor, FormView.blank(Form.BUTTON)));
    }

    @PostMapping("/{id}/link")
    Object reset(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var place = Ids.next();
        return button(id, request, actor, address(id, place, "account-reset"), a -> shelf.put(place, a, accounts.reset(a, id)));
    }

    @PostMapping("/{id}/closure")
    Object disable(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return button(id, request, actor, address(id, null, "account-disabled"), a -> accounts.disable(a, id));
    }

    @PostMapping("/{id}/reopening")
    Object enable(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return button(id, request, actor, address(id, null, "account-enabled"), a -> accounts.enable(a, id));
    }

    private Object button(UUID id, HttpServletRequest request, Actor actor, String location, Consumer<Actor> work) {
        return submissions.post(request, actor, Form.BUTTON, location, typed -> work.accept(actor), form -> page(id, null, actor, form));
    }

    private ModelAndView form(FormView form) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("access.account.new"), "/admin/accounts", messages.say("access.account.title"),
                "/admin/accounts", form, messages.say("access.account.new")).lead(messages.say("access.account.open.lead"))));
    }

    private ModelAndView page(UUID id, @Nullable UUID shown, Actor actor, FormView form) {
        var row = listing.row(id).orElseThrow(NotFound::new);
        var link = shown == null ? null : shelf.at(shown, actor).map(AccountController::url).orElse(null);
        var state = AccountState.valueOf(row.get(STATE));
        return new ModelAndView("access/account/show", Map.of("page", new AccountPage(id, row.get(LOGIN), row.get(NAME), row.get(STAFF_NO),
                row.get(DEPARTMENT), state.name(), state.mark().name().toLowerCase(Locale.ROOT), Shown.fullTime(row.get(LAST_LOGIN)), link, acts(state), accounts.story(id), form)));
    }

    private static List<AccountPage.Act> acts(AccountState state) {
        var acts = new ArrayList<AccountPage.Act>();
        if (state != AccountState.OFF && state != AccountState.LEFT) acts.add(new AccountPage.Act("link", "access.account.reset.do", "", "key"));
        if (state == AccountState.OFF) acts.add(new AccountPage.Act("reopening", "access.account.enable.do", "", "undo"));
        else acts.add(new AccountPage.Act("closure", "access.account.disable.do", "dan", "close"));
        return acts;
    }

    /** By staff number, or by a name that only one person has. */
    private UUID person(String typed) {
        var byNumber = people.employeeByStaffNo(typed).map(Employee::id);
        if (byNumber.isPresent()) return byNumber.get();
        var named = people.named(typed);
        if (named.size() != 1) throw RuleBroken.at("employee", "R-ACC-ONE", named.isEmpty() ? "rule.access.account.nobody" : "rule.access.account.several", typed);
        return named.getFirst().id();
    }

    private static String address(UUID id, @Nullable UUID place, String did) {
        return "/admin/accounts/" + id + "?did=" + did + (place == null ? "" : "&shown=" + place);
    }

    private static String url(Token link) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path("/set-up/" + link.text()).toUriString();
    }
}
