package org.zongwu.access.setup;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.access.account.Account;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.account.LoginName;
import org.zongwu.engine.AdminRecovery;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;

@Component
class ConsoleRecovery implements AdminRecovery {
    private static final UUID CONSOLE = new UUID(0, 0);

    private final Accounts accounts;
    private final Schools schools;

    ConsoleRecovery(Accounts accounts, Schools schools) {
        this.accounts = accounts;
        this.schools = schools;
    }

    @Override
    public String link(String login) {
        var slash = login.indexOf('/');
        var code = slash < 0 ? null : LoginName.fold(login.substring(0, slash));
        var name = LoginName.fold(login.substring(slash + 1));
        var found = schools.all().stream().filter(school -> code == null || school.code().equals(code))
                .flatMap(school -> accounts.byLogin(school.id(), name).map(account -> new Found(school.id(), account)).stream()).toList();
        if (found.isEmpty()) throw new RuleBroken("R-ACC-CONSOLE", "rule.access.console.nobody", login);
        if (found.size() > 1) throw new RuleBroken("R-ACC-CONSOLE", "rule.access.console.several", login);
        var only = found.getFirst();
        var token = accounts.reset(new Actor(only.schoolId(), CONSOLE, "控制台 console", Set.of()), only.account().id());
        return "/set-up/" + token.text();
    }

    private record Found(long schoolId, Account account) {}
}
