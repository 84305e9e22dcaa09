package org.zongwu.access.own;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.guard.Guard;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.session.SignedIn;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.NotFound;

/** A person changes his own password: he proves the present one first, under the same limits as at the door. */
@Service
class PasswordChange {
    private final Accounts accounts;
    private final Guard guard;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tenancy tenancy;

    PasswordChange(Accounts accounts, Guard guard, Passwords passwords, Sessions sessions, Tenancy tenancy) {
        this.accounts = accounts;
        this.guard = guard;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tenancy = tenancy;
    }

    /** @return the token of a new session; every older one has ended, this browser's included */
    Token change(SignedIn who, String current, String next, String address, @Nullable String agent) {
        var actor = who.getPrincipal();
        var account = accounts.byId(actor.schoolId(), who.accountId()).orElseThrow(NotFound::new);
        var guess = guard.take(actor.schoolId(), account.login(), address);
        boolean right;
        try {
            right = passwords.matches(current, account.passwordHash());
        } catch (RuleBroken busy) {
            guard.giveBack(guess);
            throw busy;
        }
        if (!right) throw guess.last() ? guard.locked() : RuleBroken.at("current", "R-ACC-WRONG", "rule.access.password.current");
        guard.forgive(guess);
        if (next.equals(current)) throw RuleBroken.at("password", "R-ACC-PW", "rule.access.password.same");
        accounts.setPassword(actor, account, next);
        return tenancy.write(actor.schoolId(), () -> sessions.open(account.id(), address, agent));
    }
}
