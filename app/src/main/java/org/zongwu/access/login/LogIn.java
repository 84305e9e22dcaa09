package org.zongwu.access.login;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.access.account.Account;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.account.LoginName;
import org.zongwu.access.guard.Guard;
import org.zongwu.access.guard.Guard.Guess;
import org.zongwu.access.password.Passwords;
import org.zongwu.access.session.Sessions;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The one way in. */
@Service
class LogIn {
    private static final int LONGEST_NAME = 64;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Guard guard;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Schools schools;
    private final People people;
    private final Duties duties;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    LogIn(Guard guard, Accounts accounts, Passwords passwords, Sessions sessions, Schools schools, People people, Duties duties,
            Trail trail, Tenancy tenancy, Clock clock) {
        this.guard = guard;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.schools = schools;
        this.people = people;
        this.duties = duties;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The school that the form means: the only one, or the one with this code. */
    Optional<Schools.School> school(@Nullable String code) {
        var all = schools.all();
        if (all.size() == 1) return Optional.of(all.getFirst());
        return code == null ? Optional.empty() : schools.findByCode(LoginName.fold(code));
    }

    /**
     * Lets a person in, under a token that nobody had before.
     *
     * @param school empty when the code on the form is no school's: then it takes as long, and the answer is the same
     * @throws RuleBroken {@code R-ACC-WRONG} whatever was wrong, {@code R-ACC-LOCK}, {@code R-ACC-NET}, {@code R-ACC-BUSY}
     */
    Token in(Optional<Schools.School> school, LogInForm form, String address, @Nullable String agent) {
        var login = cut(LoginName.fold(form.typedLogin()));
        var counted = school.orElseGet(() -> schools.all().getFirst());
        var guess = guard.take(counted.id(), school.isPresent() ? login : cut(form.school() + "/" + login), address);
        var candidate = school.flatMap(s -> candidate(s.id(), login));
        if (!matches(form.typedPassword(), candidate, guess)) throw wrong(guess, candidate);
        guard.forgive(guess);
        var who = candidate.orElseThrow();
        return tenancy.write(guess.schoolId(), () -> {
            accounts.loggedIn(actor(guess.schoolId(), who.person()), who.account());
            return sessions.open(who.account().id(), address, agent);
        });
    }

    private boolean matches(String password, Optional<Candidate> candidate, Guess guess) {
        try {
            return passwords.matches(password, candidate.filter(Candidate::mayLogIn).map(c -> c.account().passwordHash()).orElse(null));
        } catch (RuleBroken busy) {
            guard.giveBack(guess);
            throw busy;
        }
    }

    private RuleBroken wrong(Guess guess, Optional<Candidate> candidate) {
        if (!guess.last()) return new RuleBroken("R-ACC-WRONG", "rule.access.wrong");
        candidate.ifPresent(c -> tenancy.write(guess.schoolId(), () ->
                trail.write(new Actor(guess.schoolId(), NOBODY, guess.network(), Set.of()), "login-locked", c.account().ref(), null, Images.none())));
        return guard.locked();
    }

    private Optional<Candidate> candidate(long schoolId, String login) {
        return tenancy.read(schoolId, () -> accounts.byLogin(schoolId, login)
                .flatMap(account -> people.employee(account.employeeId()).map(person -> new Candidate(account, person))));
    }

    private Actor actor(long schoolId, Employee person) {
        return new Actor(schoolId, person.id(), person.name(), duties.heldBy(person.id(), LocalDate.now(clock)));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private record Candidate(Account account, Employee person) {
        boolean mayLogIn() {
            return account.mayLogIn() && person.inService();
        }
    }
}
