package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The text that the launcher scripts also show, without starting anything. */
final class HelpCommand implements Command {
    @Override
    public Map<String, Boolean> options() {
        return Map.of();
    }

    @Override
    public int run(Arguments arguments) {
        try (var text = Objects.requireNonNull(HelpCommand.class.getResourceAsStream("/help.txt"))) {
            System.out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            return OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
