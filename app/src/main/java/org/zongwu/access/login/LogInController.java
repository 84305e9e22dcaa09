package org.zongwu.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.security.ReturnPath;
import org.zongwu.access.session.SessionCookie;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.session.SignedIn;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;

@Controller
class LogInController {
    private final LogIn logIn;
    private final Sessions sessions;
    private final Schools schools;

    LogInController(LogIn logIn, Sessions sessions, Schools schools) {
        this.logIn = logIn;
        this.sessions = sessions;
        this.schools = schools;
    }

    @GetMapping("/login")
    @Allow(open = true)
    Object show(@RequestParam(required = false) @Nullable String to, Model model) {
        var safe = ReturnPath.safe(to);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn) return ReturnPath.seeOther(safe);
        model.addAttribute("page", page(new LogInForm(null, null, null, safe), null));
        return "access/login/show";
    }

    @PostMapping("/login")
    @Allow(open = true)
    Object in(@ModelAttribute LogInForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            var token = logIn.in(logIn.school(form.school()), form, request.getRemoteAddr(), request.getHeader("User-Agent"));
            SessionCookie.SESSION.read(request).ifPresent(sessions::end);
            SessionCookie.SESSION.write(request, response, token);
            SessionCookie.FORM.clear(request, response);
            return ReturnPath.seeOther(ReturnPath.safe(form.to()));
        } catch (RuleBroken refusal) {
            response.setStatus(Passwords.status(refusal).value());
            model.addAttribute("page", page(form, refusal));
            return "access/login/show";
        }
    }

    @PostMapping("/logout")
    @Allow(everyone = true)
    Object out(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.SESSION.read(request).ifPresent(sessions::end);
        SessionCookie.SESSION.clear(request, response);
        return ReturnPath.seeOther("/login");
    }

    private LogInPage page(LogInForm form, @Nullable RuleBroken refusal) {
        var all = schools.all();
        var only = all.size() == 1 ? Optional.of(all.getFirst()) : Optional.<Schools.School>empty();
        return new LogInPage(only.map(Schools.School::name).orElse(null), all.isEmpty(), only.map(Schools.School::demo).orElse(false),
                form.school() == null ? "" : form.school(), form.typedLogin(), ReturnPath.safe(form.to()), refusal);
    }
}
