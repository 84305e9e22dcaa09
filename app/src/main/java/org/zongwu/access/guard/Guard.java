package org.zongwu.access.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.RuleBroken;

/**
 * Stands before every comparison with a password. A guess is taken from two budgets before it is looked at, and given
 * back when it was right; so however many come at once, no more than ten are ever compared. It locks the door, never the
 * room: sessions that are open stay open.
 */
@Component
public class Guard {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final GuardRepository repository;
    private final Tenancy tenancy;
    private final Clock clock;

    Guard(GuardRepository repository, Tenancy tenancy, Clock clock) {
        this.repository = repository;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Takes one guess, in a transaction of its own that stands whatever follows.
     *
     * @param login   case-folded; it need not exist
     * @param address where the request came from, as the server saw it
     * @throws RuleBroken {@code R-ACC-NET} or {@code R-ACC-LOCK}, with the minutes to wait
     */
    public Guess take(long schoolId, String login, String address) {
        var now = clock.instant();
        var network = Network.of(address);
        var ruling = tenancy.write(schoolId, () -> {
            if (!repository.takeFromNetwork(network, now)) return refuseNetwork();
            var taken = repository.takeGuess(login, now);
            if (taken.isPresent()) return new Guess(schoolId, login, network, now, taken.get() == GuessLimits.FAILURES);
            return locked(GuessLimits.minutes(now, repository.lockedUntil(login).orElse(now)));
        });
        if (ruling instanceof RuleBroken refusal) throw refusal;
        return (Guess) ruling;
    }

    /** Takes one guess at a secret link, which has no login name. @throws RuleBroken {@code R-ACC-NET} */
    public void takeFromNetwork(long schoolId, String address) {
        var now = clock.instant();
        var network = Network.of(address);
        if (!tenancy.write(schoolId, () -> repository.takeFromNetwork(network, now))) throw refuseNetwork();
    }

    /** The guess was right: both budgets are full again. */
    public void forgive(Guess guess) {
        tenancy.write(guess.schoolId(), () -> {
            repository.unlock(guess.login());
            repository.giveBack(guess.network(), guess.at());
            repository.forgetBefore(clock.instant().minus(REMEMBERED));
        });
    }

    /** Nothing was compared: the guess counts as never made. */
    public void giveBack(Guess guess) {
        tenancy.write(guess.schoolId(), () -> {
            repository.giveBackGuess(guess.login());
            repository.giveBack(guess.network(), guess.at());
        });
    }

    /** Within a transaction of the school: the name may be tried again, because its holder has proved himself another way. */
    public void unlock(String login) {
        repository.unlock(login);
    }

    /** What is said when the last guess was wrong. */
    public RuleBroken locked() {
        return locked(GuessLimits.LOCK.toMinutes());
    }

    /** Under what a login name stands among the locks. The database computes it, for the guard and for the register alike. */
    public static Field<byte[]> hashOf(Field<Long> schoolId, Field<String> login) {
        return DSL.field("access.login_hash({0}, {1})", byte[].class, schoolId, login);
    }

    private static RuleBroken locked(long minutes) {
        return new RuleBroken("R-ACC-LOCK", "rule.access.locked", GuessLimits.FAILURES, minutes);
    }

    private static RuleBroken refuseNetwork() {
        return new RuleBroken("R-ACC-NET", "rule.access.network", GuessLimits.WINDOW.toMinutes());
    }

    /** @param last the one that locks the name if it is wrong */
    public record Guess(long schoolId, String login, String network, Instant at, boolean last) {}
}
