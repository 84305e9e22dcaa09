package org.zongwu.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Once;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;

@Office
class OnceIT {
    @Autowired
    Schools schools;

    @Autowired
    Once once;

    private final AtomicInteger worked = new AtomicInteger();
    private final UUID key = UUID.randomUUID();
    private Actor actor;

    @BeforeEach
    void somebody() {
        var school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
        actor = new Actor(school, UUID.randomUUID(), "王芳", Set.of());
    }

    @Test
    void the_same_form_twice_works_once_and_answers_the_same() {
        assertThat(post("a=1", "/first")).isEqualTo("/first");
        assertThat(post("a=1", "/second")).isEqualTo("/first");
        assertThat(worked).hasValue(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        post("a=1", "/first");
        assertThatThrownBy(() -> post("a=2", "/first")).asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::ruleId).isEqualTo("R-ONCE");
        assertThat(worked).hasValue(1);
    }

    @Test
    void work_that_failed_leaves_the_key_unused() {
        assertThatThrownBy(() -> once.post(actor, key, bytes("a=1"), "/x", () -> {
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(post("a=1", "/first")).isEqualTo("/first");
        assertThat(worked).hasValue(1);
    }

    @Test
    void sixteen_at_once_with_one_key_work_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(Collections.nCopies(16, (Callable<String>) () -> post("a=1", "/first")));
            for (var answer : answers) assertThat(answer.get()).isEqualTo("/first");
        }
        assertThat(worked).hasValue(1);
    }

    private String post(String body, String location) {
        return once.post(actor, key, bytes(body), location, worked::incrementAndGet);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
