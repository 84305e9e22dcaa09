package org.zongwu.access.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

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

    /** @throws Busy when it had to wait too long */
    public String hash(String password) {
        return seated(() -> encoder.encode(normal(password)));
    }

    /**
     * Whether it is the one. Without a hash it works as long and answers no, so that the time does not tell who exists.
     *
     * @throws Busy when it had to wait too long
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
