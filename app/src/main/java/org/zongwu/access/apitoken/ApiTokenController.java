package org.zongwu.access.apitoken;

import static zongwu.db.access.Tables.API_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zongwu.access.token.TokenShelf;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

/**
 * The tokens of programs. Whoever owns the summary gives them out: the system administrator reads no figures and must not come by them
 * this way (SOD-15), but he may look after them and end one.
 */
@Controller
@RequestMapping("/admin/tokens")
@Allow({Duty.GA_DIRECTOR, Duty.SYS_ADMIN})
class ApiTokenController {
    private static final String LIST = "/admin/tokens";
    private static final Form MAKING = Form.of("access.api_token").text("name").day("until");
    private static final int MONTHS = 6;

    private final ApiTokens tokens;
    private final ApiTokenRepository repository;
    private final TokenShelf shelf;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    ApiTokenController(ApiTokens tokens, ApiTokenRepository repository, TokenShelf shelf, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.tokens = tokens;
        this.repository = repository;
        this.shelf = shelf;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register(), repository::rows, request, actor);
    }

    @GetMapping("/new")
    @Allow(Duty.GA_DIRECTOR)
    ModelAndView blank() {
        return form(FormView.blank(MAKING).with("until", LocalDate.now(clock).plusMonths(MONTHS)));
    }

    @PostMapping
    @Allow(Duty.GA_DIRECTOR)
    Object make(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        var place = Ids.next();
        return submissions.post(request, actor, MAKING, LIST + "/" + id + "?did=api-token-made&shown=" + place,
                typed -> shelf.put(place, actor, tokens.make(actor, id, typed.text("name"), typed.day("until"))), this::form);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID shown, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, shown, actor, FormView.blank(Form.BUTTON)));
    }

    @PostMapping("/{id}/revocation")
    Object revoke(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, LIST + "/" + id + "?did=api-token-revoked", typed -> tokens.revoke(actor, id), form -> page(id, null, actor, form));
    }

    private Register register() {
        Field<String> name = field(API_TOKEN.NAME);
        return Register.of("access.api_token", LIST)
                .columns(Column.text("name", name).link(r -> LIST + "/" + r.get(field(API_TOKEN.ID))),
                        Column.text("made_by", field(API_TOKEN.MADE_BY_NAME)), Column.time("made_at", field(API_TOKEN.MADE_AT)), Column.date("until", field(API_TOKEN.VALID_UNTIL)),
                        Column.time("last_used", field(API_TOKEN.LAST_USED_AT)), Column.status("state", ApiTokenRepository.STATE, "access.api_token.state", s -> ApiTokenState.valueOf(s).mark()))
                .with(field(API_TOKEN.ID)).words(name, field(API_TOKEN.MADE_BY_NAME)).choice("state", ApiTokenRepository.STATE, this::states)
                .order("-made_at", field(API_TOKEN.ID)).phone("name", "until", List.of("made_by", "last_used"), "state").creates(LIST + "/new", Duty.GA_DIRECTOR);
    }

    private Map<String, String> states() {
        var words = new LinkedHashMap<String, String>();
        for (var state : ApiTokenState.values()) words.put(state.name(), messages.say("access.api_token.state." + state));
        return words;
    }

    private ModelAndView form(FormView form) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("access.api_token.new"), LIST, messages.say("access.api_token.title"), LIST, form,
                messages.say("access.api_token.make")).lead(messages.say("access.api_token.new.lead"))));
    }

    private ModelAndView page(UUID id, @Nullable UUID shown, Actor actor, FormView form) {
        var row = repository.row(id).orElseThrow(NotFound::new);
        var secret = shown == null ? null : shelf.at(shown, actor).map(token -> new Bearer(id, token).text()).orElse(null);
        var state = ApiTokenState.valueOf(row.get(ApiTokenRepository.STATE));
        return new ModelAndView("access/apitoken/show", Map.of("page", new ApiTokenPage(id, row.get(API_TOKEN.NAME), state.name(), state.mark().name().toLowerCase(Locale.ROOT),
                row.get(API_TOKEN.MADE_BY_NAME), Shown.fullTime(row.get(API_TOKEN.MADE_AT)), Shown.day(row.get(API_TOKEN.VALID_UNTIL)), Shown.fullTime(row.get(API_TOKEN.LAST_USED_AT)), secret,
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(), state != ApiTokenState.REVOKED, tokens.story(id), form)));
    }

    /** Of the derived table. */
    private static <T> Field<T> field(Field<T> column) {
        return DSL.field(DSL.name(column.getName()), column.getDataType());
    }
}
