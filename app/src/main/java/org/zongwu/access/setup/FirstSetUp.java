package org.zongwu.access.setup;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.account.LoginName;
import org.zongwu.access.password.PasswordPolicy;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.token.Token;
import org.zongwu.engine.FirstStart;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.SetUp;

/**
 * The first start: whoever sees the console may set up the school. The link lives as long as this process and until there
 * is an account, so there is never a password that came with the product.
 */
@Component
class FirstSetUp implements FirstStart {
    private static final String RULE = "R-ACC-FIRST";

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Schools schools;
    private final SetUp setUp;
    private final Tenancy tenancy;
    private @Nullable Token link;

    FirstSetUp(Accounts accounts, PasswordPolicy policy, Passwords passwords, Schools schools, SetUp setUp, Tenancy tenancy) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.schools = schools;
        this.setUp = setUp;
        this.tenancy = tenancy;
    }

    @Override
    public synchronized Optional<String> setUpPath() {
        if (accounts.anywhere()) return Optional.empty();
        if (link == null) link = Token.next(0);
        return Optional.of("/set-up/" + link.text());
    }

    /** Whether the first start waits for this link. */
    synchronized boolean waitsFor(Token token) {
        return token.equals(link) && !accounts.anywhere();
    }

    /**
     * Makes the school and its system administrator. One at a time: of two who hold the link the second finds it used.
     *
     * @throws RuleBroken {@code R-ACC-LINK}, {@code R-ACC-FIRST} at a field, {@code R-ACC-PW}
     */
    synchronized void setUp(Token token, FirstEntry form) {
        if (!waitsFor(token)) throw new RuleBroken("R-ACC-LINK", "rule.access.link");
        var name = required("name", form.name());
        var staffNo = required("staffNo", form.staffNo());
        var department = required("department", form.department());
        var login = LoginName.of(required("login", form.login()));
        var wanted = new Schools.School(0, code(required("schoolCode", form.schoolCode())), required("schoolName", form.schoolName()), false);
        var password = form.password() == null ? "" : form.password();
        policy.check(password, Accounts.known(wanted, name, staffNo, login));
        var hash = passwords.hash(password);
        // a school without accounts is one whose set-up was cut short after this line
        var school = schools.findByCode(wanted.code()).orElseGet(() -> schools.open(wanted.code(), wanted.name(), false));
        if (school.demo()) throw RuleBroken.at("schoolCode", RULE, "rule.access.first.demo");
        tenancy.write(school.id(), () -> {
            var employee = setUp.firstEmployee(staffNo, name, department);
            setUp.firstDuty(employee, Duty.SYS_ADMIN);
            accounts.openWith(new Actor(school.id(), employee, name, Set.of(Duty.SYS_ADMIN)), employee, login, hash);
        });
        link = null;
    }

    private static String required(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) throw RuleBroken.at(field, RULE, "rule.access.first.missing");
        return typed.strip();
    }

    private static String code(String typed) {
        var code = LoginName.fold(typed);
        if (!code.matches("[a-z0-9-]{1,32}")) throw RuleBroken.at("schoolCode", RULE, "rule.access.first.code");
        return code;
    }
}
