package org.zongwu.access.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.security.ReturnPath;
import org.zongwu.access.session.SessionCookie;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.session.SignedIn;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;

@Controller
@RequestMapping("/account")
@Allow(everyone = true)
class OwnController {
    private static final int STEPS = 12;

    private final PasswordChange change;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Messages messages;
    private final Tenancy tenancy;

    OwnController(PasswordChange change, Sessions sessions, Accounts accounts, Messages messages, Tenancy tenancy) {
        this.change = change;
        this.sessions = sessions;
        this.accounts = accounts;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(Authentication authentication) {
        return page(signedIn(authentication), null);
    }

    @PostMapping("/password")
    Object password(Authentication authentication, @RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response) {
        var who = signedIn(authentication);
        try {
            var token = change.change(who, current, password, request.getRemoteAddr(), request.getHeader("User-Agent"));
            SessionCookie.SESSION.write(request, response, token);
            return ReturnPath.seeOther("/account?did=password-changed");
        } catch (RuleBroken refusal) {
            var page = page(who, refusal);
            page.setStatus(Passwords.status(refusal));
            return page;
        }
    }

    @PostMapping("/sessions/closure")
    Object endOthers(Authentication authentication) {
        sessions.endOthers(signedIn(authentication));
        return ReturnPath.seeOther("/account?did=sessions-ended");
    }

    private ModelAndView page(SignedIn who, @Nullable RuleBroken refusal) {
        var actor = who.getPrincipal();
        var duties = actor.duties().stream().sorted().map(d -> messages.say("duty." + d.name())).collect(Collectors.joining(messages.say("list.and")));
        var steps = tenancy.read(actor.schoolId(), () -> accounts.story(who.accountId())).stream().limit(STEPS).toList();
        var places = sessions.of(who).stream().map(OwnController::place).toList();
        return new ModelAndView("access/own/show", "page", new OwnPage(actor.name(), who.login(), duties, places, steps, refusal));
    }

    /** Whoever came by another way than the door has no session to look after. */
    private static SignedIn signedIn(Authentication authentication) {
        if (authentication instanceof SignedIn who) return who;
        throw new NotFound();
    }

    private static OwnPage.Place place(Sessions.Place session) {
        return new OwnPage.Place(Device.of(session.agent()), session.address(), Shown.fullTime(session.since()), Shown.fullTime(session.lastSeen()), session.here());
    }
}
