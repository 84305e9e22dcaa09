package org.zongwu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTests {
    @Test
    void an_unknown_command_is_answered_with_the_nearest_right_one() {
        var said = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Console.run(Object.class, List.of("verfy"))).isEqualTo(Command.MISUSED);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("did you mean verify?").doesNotContain("\tat ");
    }
}
