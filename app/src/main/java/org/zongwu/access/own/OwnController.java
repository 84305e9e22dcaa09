package org.zongwu.access.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.access.account.AccountStep;
import org.zongwu.access.guard.Network;
import org.zongwu.access.password.Busy;
import org.zongwu.access.security.SeeOther;
import org.zongwu.access.session.OwnSession;
import org.zongwu.access.session.SessionCookie;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.session.SignedIn;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

@Controller
@RequestMapping("/account")
@Allow(everyone = true)
class OwnController {
    private static final int STEPS = 12;

    private final PasswordChange change;
    private final Sessions sessions;
    private final Trail trail;
    private final Messages messages;
    private final Tenancy tenancy;

    OwnController(PasswordChange change, Sessions sessions, Trail trail, Messages messages, Tenancy tenancy) {
        this.change = change;
        this.sessions = sessions;
        this.trail = trail;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(SignedIn who) {
        return page(who, null);
    }

    @PostMapping("/password")
    Object password(SignedIn who, @RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response) {
        try {
            var token = change.change(who, current, password, Network.of(request.getRemoteAddr()), request.getHeader("User-Agent"));
            SessionCookie.SESSION.write(request, response, token);
            return SeeOther.at("/account?did=password-changed");
        } catch (RuleBroken refusal) {
            var page = page(who, refusal);
            page.setStatus(refusal instanceof Busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/sessions/closure")
    Object endOthers(SignedIn who) {
        sessions.endOthers(who);
        return SeeOther.at("/account?did=sessions-ended");
    }

    private ModelAndView page(SignedIn who, @Nullable RuleBroken refusal) {
        var actor = who.getPrincipal();
        var duties = actor.duties().stream().sorted().map(d -> messages.say("duty." + d.name())).collect(Collectors.joining(messages.say("list.and")));
        var steps = tenancy.read(actor.schoolId(), () -> trail.steps(who.accountId())).stream().limit(STEPS).map(AccountStep::of).toList();
        var places = sessions.of(who).stream().map(OwnController::place).toList();
        return new ModelAndView("access/own/show", "page", new OwnPage(actor.name(), who.login(), duties, places, steps, refusal));
    }

    private static OwnPage.Place place(OwnSession session) {
        return new OwnPage.Place(Device.of(session.agent()), session.network(), Shown.fullTime(session.since()), Shown.fullTime(session.lastSeen()), session.here());
    }
}
