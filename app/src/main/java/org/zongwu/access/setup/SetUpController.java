package org.zongwu.access.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.guard.Guard;
import org.zongwu.access.guard.Network;
import org.zongwu.access.password.Busy;
import org.zongwu.access.security.SeeOther;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;

/** Every one-time link leads here: to the set-up of the school, or to a new password. */
@Controller
@RequestMapping("/set-up")
@Allow(open = true)
class SetUpController {
    private final FirstSetUp first;
    private final Accounts accounts;
    private final Guard guard;
    private final Schools schools;

    SetUpController(FirstSetUp first, Accounts accounts, Guard guard, Schools schools) {
        this.first = first;
        this.accounts = accounts;
        this.guard = guard;
        this.schools = schools;
    }

    @GetMapping("/{token}")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return draw(token, FirstEntry.empty(), null, request, response, model);
    }

    /** The first start's form. */
    @PostMapping("/{token}/school")
    Object setUp(@PathVariable String token, @ModelAttribute FirstEntry form, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            first.setUp(Token.parse(token).orElseGet(() -> Token.next(0)), form);
            return SeeOther.at("/set-up/next");
        } catch (RuleBroken refusal) {
            return draw(token, form, refusal, request, response, model);
        }
    }

    /** The new password of the account behind the link. */
    @PostMapping("/{token}/password")
    Object setPassword(@PathVariable String token, @RequestParam String password, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            accounts.setPassword(Token.parse(token).orElseGet(() -> Token.next(0)), password);
            return SeeOther.at("/login");
        } catch (RuleBroken refusal) {
            return draw(token, FirstEntry.empty(), refusal, request, response, model);
        }
    }

    /** What comes after the first start. */
    @GetMapping("/next")
    String next() {
        return "access/setup/next";
    }

    private String draw(String text, FirstEntry form, @Nullable RuleBroken refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (refusal != null) {
            response.setStatus(refusal instanceof Busy ? HttpStatus.SERVICE_UNAVAILABLE.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var token = Token.parse(text);
        if (token.filter(first::waitsFor).isPresent()) {
            model.addAttribute("page", new SetUpPage(text, form, refusal));
            return "access/setup/school";
        }
        var account = token.flatMap(accounts::behind);
        if (account.isPresent()) {
            model.addAttribute("page", new PasswordPage(text, account.get().login(), refusal));
            return "access/setup/password";
        }
        return over(request, response, model);
    }

    /** The link is used, too old, or a guess; guesses are counted. */
    private String over(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        var sentence = new RuleBroken("R-ACC-LINK", "rule.access.link");
        try {
            var all = schools.all();
            if (!all.isEmpty()) guard.takeFromNetwork(all.getFirst().id(), Network.of(request.getRemoteAddr()));
        } catch (RuleBroken spent) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            sentence = spent;
        }
        model.addAttribute("refusal", sentence);
        return "access/setup/over";
    }
}
