package org.zongwu.access.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.access.guard.Guard;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;

/** Accounts: who has one, and how its holder comes by a password that only he knows. */
@Service
public class Accounts {
    static final Duration LINK_LIVES = Duration.ofHours(24);

    private final AccountRepository accounts;
    private final LinkRepository links;
    private final Sessions sessions;
    private final Guard guard;
    private final Passwords passwords;
    private final People people;
    private final Schools schools;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    Accounts(AccountRepository accounts, LinkRepository links, Sessions sessions, Guard guard, Passwords passwords, People people, Schools schools, Trail trail, Tenancy tenancy, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.guard = guard;
        this.passwords = passwords;
        this.people = people;
        this.schools = schools;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public Optional<Account> byLogin(long schoolId, String login) {
        return tenancy.read(schoolId, () -> accounts.byLogin(login));
    }

    public Optional<Account> byId(long schoolId, UUID id) {
        return tenancy.read(schoolId, () -> accounts.byId(id));
    }

    public Optional<Account> byEmployee(long schoolId, UUID employeeId) {
        return tenancy.read(schoolId, () -> accounts.byEmployee(employeeId));
    }

    /** Whether anybody at all can log in to this instance. */
    public boolean anywhere() {
        return schools.all().stream().anyMatch(school -> tenancy.read(school.id(), accounts::any));
    }

    /** What happened to the account, newest first. Within a transaction of the school. */
    public List<Step> story(UUID id) {
        return trail.steps(id).stream().map(s -> new Step(s.action(), s.actorName() == null ? "" : s.actorName(), Shown.fullTime(s.at()))).toList();
    }

    /**
     * Opens an account for a person in service. @return the link by which he sets his password
     *
     * @throws RuleBroken {@code R-ACC-LOGIN} when the name is taken or ill-formed, {@code R-ACC-ONE} when the person has an account
     */
    public Token open(Actor by, UUID id, UUID employeeId, String typedLogin) {
        var login = LoginName.of(typedLogin);
        return tenancy.write(by.schoolId(), () -> {
            var person = people.employee(employeeId).filter(Employee::inService)
                    .orElseThrow(() -> RuleBroken.at("employee", "R-ACC-ONE", "rule.access.account.nobody"));
            if (accounts.byEmployee(employeeId).isPresent()) throw RuleBroken.at("employee", "R-ACC-ONE", "rule.access.account.has-one", person.name());
            var account = new Account(id, employeeId, login, null, null);
            if (!accounts.insert(account.id(), employeeId, login, clock.instant())) throw taken(login);
            write(by, "account-opened", account);
            return issue(account);
        });
    }

    /** Ends what the old password opened, and gives a new link. The administrator never learns the password. */
    public Token reset(Actor by, UUID id) {
        return tenancy.write(by.schoolId(), () -> {
            var account = found(id);
            if (account.disabledAt() != null) throw new RuleBroken("R-ACC-OFF", "rule.access.account.disabled", account.login());
            sessions.endAll(id);
            write(by, "account-reset", account);
            return issue(account);
        });
    }

    public void disable(Actor by, UUID id) {
        tenancy.write(by.schoolId(), () -> {
            var account = found(id);
            if (account.employeeId().equals(by.employeeId())) throw new RuleBroken("R-ACC-OWN", "rule.access.account.own");
            if (!accounts.setDisabled(id, clock.instant())) return;
            sessions.endAll(id);
            links.endAll(id, clock.instant());
            write(by, "account-disabled", account);
        });
    }

    public void enable(Actor by, UUID id) {
        tenancy.write(by.schoolId(), () -> {
            var account = found(id);
            if (accounts.setDisabled(id, null)) write(by, "account-enabled", account);
        });
    }

    /** Whose link it is; empty when it was used, is too old, or never was. */
    public Optional<Account> behind(Token link) {
        if (link.schoolId() <= 0) return Optional.empty();
        return tenancy.read(link.schoolId(), () -> links.accountOf(link.hash(), clock.instant()).flatMap(accounts::byId)
                .filter(account -> account.disabledAt() == null));
    }

    /**
     * The holder of a link sets his password; every session ends and the name may be tried again.
     *
     * @throws RuleBroken {@code R-ACC-LINK} when the link no longer works, {@code R-ACC-PW} for a password that is tried first
     */
    public void setPassword(Token link, String password) {
        var account = behind(link).orElseThrow(Accounts::linkOver);
        check(link.schoolId(), account, password);
        var hash = passwords.hash(password);
        tenancy.write(link.schoolId(), () -> {
            if (!links.use(link.hash(), clock.instant())) throw linkOver();
            store(holder(account, link.schoolId()), account, hash, "password-set");
        });
    }

    /** Sets the password of somebody who has proved himself, or of an example account. Every session of the account ends. */
    public void setPassword(Actor by, Account account, String password) {
        check(by.schoolId(), account, password);
        setKnownPassword(by, account, password);
    }

    /** The same without asking the policy, for example accounts, whose passwords everybody knows. */
    public void setKnownPassword(Actor by, Account account, String password) {
        var hash = passwords.hash(password);
        tenancy.write(by.schoolId(), () -> store(by, account, hash, "password-changed"));
    }

    /** Opens an account whose password is known from the start: the first person's own, or an example's. Within a transaction of the school. */
    public Account openWith(Actor by, UUID employeeId, String typedLogin, String hash) {
        var account = new Account(Ids.next(), employeeId, LoginName.of(typedLogin), hash, null);
        if (!accounts.insert(account.id(), employeeId, account.login(), clock.instant())) throw taken(account.login());
        write(by, "account-opened", account);
        store(by, account, hash, "password-set");
        return account;
    }

    /** Notes a log-in. Within a transaction of the school. */
    public void loggedIn(Actor who, Account account) {
        accounts.loggedIn(account.id(), clock.instant());
        trail.write(who, "logged-in", account.ref(), null, Images.none());
    }

    /** A new link; older ones end. Within a transaction of the school. */
    public Token issue(Account account) {
        var now = clock.instant();
        var token = Token.next(tenancy.current());
        links.endAll(account.id(), now);
        links.insert(token.hash(), account.id(), now, now.plus(LINK_LIVES));
        return token;
    }

    private void check(long schoolId, Account account, String password) {
        var school = schools.find(schoolId).orElseThrow();
        var person = tenancy.read(schoolId, () -> people.employee(account.employeeId())).orElseThrow();
        passwords.check(password, known(school, person.name(), person.staffNo(), account.login()));
    }

    /** What anybody could know of a person, for the policy. */
    public static List<String> known(Schools.School school, String name, String staffNo, String login) {
        var words = new ArrayList<>(List.of(login, name, staffNo, school.name(), school.code()));
        words.addAll(List.of(Pinyin.index(name).split(" ")));
        words.addAll(List.of(Pinyin.index(school.name()).split(" ")));
        return words;
    }

    private void store(Actor by, Account account, String hash, String action) {
        accounts.setPassword(account.id(), hash, clock.instant());
        sessions.endAll(account.id());
        guard.unlock(account.login());
        write(by, action, account);
    }

    private Account found(UUID id) {
        return accounts.byId(id).orElseThrow(NotFound::new);
    }

    private Actor holder(Account account, long schoolId) {
        var person = people.employee(account.employeeId()).orElseThrow();
        return new Actor(schoolId, person.id(), person.name(), Set.of());
    }

    /** No image of the row: a hash has no place in the trail. */
    private void write(Actor by, String action, Account account) {
        trail.write(by, action, account.ref(), null, Images.none());
    }

    private static RuleBroken taken(String login) {
        return RuleBroken.at("login", "R-ACC-LOGIN", "rule.access.login.taken", login);
    }

    private static RuleBroken linkOver() {
        return new RuleBroken("R-ACC-LINK", "rule.access.link");
    }

    /** One line of an account's story: message key suffix of what was done, by whom, when. */
    public record Step(String action, String by, String at) {}
}
