package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tenth room is cheaper than the second, and stays so (docs/decisions/0007): counted in the sources themselves. */
class RegisterCostTests {
    private static final Path SOURCES = Path.of("src/main/java/org/zongwu");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern NO_CODE = Pattern.compile("\\s*(//.*|\\*.*|/\\*.*|import .*|package .*|)");
    private static final Pattern DECLARED = Pattern.compile("Logbook\\.of\\(");

    @Test
    void half_of_the_registers_take_sixty_lines_or_less() throws IOException {
        var lines = new ArrayList<Long>();
        for (var file : declarations()) {
            var books = DECLARED.matcher(Files.readString(file)).results().count();
            for (var book = 0; book < books; book++) lines.add(code(file) / books);
        }
        lines.sort(null);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(12);
        assertThat(lines.get(lines.size() / 2)).as("the median of %s", lines).isLessThanOrEqualTo(60);
    }

    @Test
    void their_frame_stays_small() throws IOException {
        try (var files = Files.walk(SOURCES.resolve("logbook"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java")).mapToLong(RegisterCostTests::code).sum()).as("lines of the logbook frame").isLessThanOrEqualTo(2_550);
        }
    }

    /** A room that is more than registers may have pages of its own; two registers of three stand in rooms that have none. */
    @Test
    void two_registers_of_three_stand_in_rooms_without_a_page() throws IOException {
        var declared = declarations();
        var bare = declared.stream().filter(f -> !Files.exists(TEMPLATES.resolve(SOURCES.relativize(f).getName(0).toString()))).count();
        assertThat(bare * 3).as("declarations in rooms without templates, of %d", declared.size()).isGreaterThanOrEqualTo(declared.size() * 2L);
    }

    private static List<Path> declarations() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java") && !f.startsWith(SOURCES.resolve("logbook")))
                    .filter(f -> DECLARED.matcher(read(f)).find()).toList();
        }
    }

    private static long code(Path file) {
        return read(file).lines().filter(line -> !NO_CODE.matcher(line).matches()).count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
