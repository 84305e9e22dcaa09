package org.zongwu.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTests {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_hashed_with_argon2id_as_the_house_says_and_matches_itself_only() {
        var hash = passwords.hash("橘子树下有三把伞");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("橘子");
        assertThat(passwords.matches("橘子树下有三把伞", hash)).isTrue();
        assertThat(passwords.matches("橘子树下有四把伞", hash)).isFalse();
    }

    @Test
    void the_end_of_a_long_password_counts() {
        var hash = passwords.hash("界".repeat(63) + "a");
        assertThat(passwords.matches("界".repeat(63) + "b", hash)).isFalse();
    }

    @Test
    void one_password_typed_in_two_ways_is_one_password() {
        assertThat(passwords.matches("cafe\u0301 au lait", passwords.hash("café au lait"))).isTrue();
    }

    @Test
    void without_an_account_nothing_matches_but_it_takes_as_long() {
        var hash = passwords.hash("橘子树下有三把伞");
        var known = time(() -> passwords.matches("wrong wrong", hash));
        var unknown = time(() -> passwords.matches("wrong wrong", null));
        assertThat(passwords.matches("nobody has this one", null)).isFalse();
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    @Test
    void many_at_once_are_served_two_at_a_time_and_all_get_an_answer() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> passwords.matches("wrong", null)).toList();
            for (var answer : pool.invokeAll(jobs)) assertThat(answer.get()).isFalse();
        }
    }

    @Test
    void who_would_wait_too_long_is_told_so_and_nothing_is_decided() throws Exception {
        var crowded = new Passwords(1, Duration.ofMillis(1));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> {
                try {
                    return crowded.matches("wrong", null);
                } catch (Busy busy) {
                    return true;
                }
            }).toList();
            var busy = 0;
            for (var answer : pool.invokeAll(jobs)) busy += answer.get() ? 1 : 0;
            assertThat(busy).isBetween(1, 7);
        }
    }

    private static long time(Callable<Boolean> work) {
        var best = Long.MAX_VALUE;
        for (var i = 0; i < 5; i++) {
            var start = System.nanoTime();
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
