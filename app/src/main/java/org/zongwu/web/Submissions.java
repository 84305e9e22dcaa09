package org.zongwu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Once;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;

/**
 * Accepts a posted form: reads it, judges it, does the work once, and leads on (303) — or shows the same page again (422) with
 * everything typed kept. Every form carries its idempotency key.
 */
@Component
public class Submissions {
    private static final String KEY = "_key";

    private final Once once;
    private final Tenancy tenancy;
    private final Messages messages;
    private final Clock clock;
    private final Todos todos;

    Submissions(Once once, Tenancy tenancy, Messages messages, Clock clock, Todos todos) {
        this.todos = todos;
        this.once = once;
        this.tenancy = tenancy;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param location where success leads; known before the work, because ids are made by the application
     * @param work     what is done, in one transaction of the actor's school
     * @param again    draws the page of the form; called within a reading transaction when it was refused
     */
    public Object post(HttpServletRequest request, Actor actor, Form form, String location, Consumer<Typed> work, Function<FormView, Object> again) {
        var raw = request.getParameterMap();
        var typed = new Typed(form, raw, LocalDate.now(clock), messages);
        var key = key(request);
        if (key == null) return refused(actor, form, raw, List.of(new Typed.Problem(null, messages.say("form.no-key"))), again);
        if (!typed.problems().isEmpty()) return refused(actor, form, raw, typed.problems(), again);
        try {
            var to = new RedirectView(once.post(actor, key, body(request), location, () -> work.accept(typed)), true);
            todos.forget(actor);
            to.setStatusCode(HttpStatus.SEE_OTHER);
            return to;
        } catch (RuleBroken refusal) {
            return refused(actor, form, raw, List.of(new Typed.Problem(refusal.field(), messages.say(refusal))), again);
        } catch (DataAccessException failure) {
            var sentence = sentence(failure);
            if (sentence == null) throw failure;
            return refused(actor, form, raw, List.of(new Typed.Problem(null, messages.say(sentence))), again);
        }
    }

    private Object refused(Actor actor, Form form, Map<String, String[]> raw, List<Typed.Problem> problems, Function<FormView, Object> again) {
        var page = tenancy.read(actor.schoolId(), () -> again.apply(FormView.refused(form, raw, problems, raw.containsKey(KEY) ? raw.get(KEY)[0] : UUID.randomUUID().toString())));
        if (page instanceof ModelAndView view) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Constraints are the last wall: what they refuse, another person has just changed. */
    private static String sentence(DataAccessException failure) {
        var state = failure.sqlState() == null ? "" : failure.sqlState();
        if (state.startsWith("23")) return "form.conflict";
        return state.equals("55P03") || state.equals("57014") || state.startsWith("40") ? "form.busy" : null;
    }

    private static UUID key(HttpServletRequest request) {
        var text = request.getHeader("Idempotency-Key");
        if (text == null) text = request.getParameter(KEY);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] body(HttpServletRequest request) {
        var all = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (name.equals(KEY) || name.equals("_csrf")) return;
            for (var value : values) all.append('\u001f').append(name).append('=').append(value);
        });
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
