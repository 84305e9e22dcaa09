package org.zongwu.access.setup;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.password.Passwords;
import org.zongwu.engine.DemoLogins;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;

@Component
class ExampleLogins implements DemoLogins {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Schools schools;
    private final People people;
    private final Tenancy tenancy;

    ExampleLogins(Accounts accounts, Passwords passwords, Schools schools, People people, Tenancy tenancy) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.schools = schools;
        this.people = people;
        this.tenancy = tenancy;
    }

    @Override
    public void open(long schoolId, UUID employeeId, String login, String password) {
        var school = schools.find(schoolId).orElseThrow();
        if (!school.demo()) throw new RuleBroken("R-ACC-DEMO", "rule.access.demo", school.name());
        var person = tenancy.read(schoolId, () -> people.employee(employeeId)).orElseThrow();
        var actor = new Actor(schoolId, employeeId, person.name(), Set.of());
        var account = accounts.byEmployee(schoolId, employeeId);
        if (account.isPresent()) {
            accounts.setKnownPassword(actor, account.get(), password);
            return;
        }
        var hash = passwords.hash(password);
        tenancy.write(schoolId, () -> {
            accounts.openWith(actor, employeeId, login, hash);
        });
    }
}
