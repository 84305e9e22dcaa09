package org.zongwu.access.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.RuleBroken;

/**
 * Hashes passwords with Argon2id (19 MiB, 2 passes, 1 lane) and compares them. Costly on purpose, so only two are at it at a
 * time and the others wait a bounded while. Call it outside of transactions: it would hold a connection.
 */
@Component
public class Passwords {
    private static final int AT_A_TIME = 2;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    private final String nobody = encoder.encode("nobody has this one");
    private final PasswordPolicy policy = new PasswordPolicy();
    private final Semaphore seats;
    private final Duration wait;

    @Autowired
    Passwords() {
        this(AT_A_TIME, WAIT);
    }

    Passwords(int seats, Duration wait) {
        this.seats = new Semaphore(seats, true);
        this.wait = wait;
    }

    /**
     * Refuses a new password that is too short, too long, or among the first guesses.
     *
     * @param about what others know of the person and the school: login, name, pinyin, staff number, the school's name and code
     * @throws RuleBroken {@code R-ACC-PW} at field {@code password}
     */
    public void check(String password, Collection<String> about) {
        policy.check(password, about);
    }

    /** How the page of a refusal is answered: 503 when nothing was decided, else 422. */
    public static HttpStatus status(RuleBroken refusal) {
        return refusal.ruleId().equals(Busy.RULE) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** @throws RuleBroken {@code R-ACC-BUSY} when it had to wait too long */
    public String hash(String password) {
        return seated(() -> encoder.encode(normal(password)));
    }

    /**
     * Whether it is the one. Without a hash it works as long and answers no, so that the time does not tell who exists.
     *
     * @throws RuleBroken {@code R-ACC-BUSY} when it had to wait too long
     */
    public boolean matches(String password, @Nullable String hash) {
        return seated(() -> encoder.matches(normal(password), hash == null ? nobody : hash)) && hash != null;
    }

    /** One password can be typed as several sequences of characters; all are the same one. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T seated(Supplier<T> work) {
        try {
            if (!seats.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) throw new Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
