package org.zongwu.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.trail.seal.Anchors.Head;
import org.zongwu.trail.seal.Anchors.Line;

class AnchorsTests {
    @TempDir
    private Path folder;

    @Test
    void heads_come_back_as_they_were_written() throws IOException {
        var anchors = anchors();
        anchors.append(List.of(head(1, 1), head(2, 1)));
        anchors.append(List.of(head(1, 2)));
        assertThat(anchors.read()).extracting(Line::head).containsExactly(head(1, 1), head(2, 1), head(1, 2));
        assertThat(anchors.read()).allMatch(Line::follows);
    }

    @Test
    void no_file_has_no_heads() throws IOException {
        assertThat(anchors().read()).isEmpty();
    }

    @Test
    void a_changed_line_breaks_the_line_after_it() throws IOException {
        var anchors = anchors();
        anchors.append(List.of(head(1, 1), head(1, 2), head(1, 3)));
        Files.writeString(anchors.file(), Files.readString(anchors.file()).replace("1 2 ", "1 9 "));
        assertThat(anchors.read()).extracting(Line::follows).containsExactly(true, true, false);
    }

    @Test
    void a_line_taken_out_breaks_the_line_after_it() throws IOException {
        var anchors = anchors();
        anchors.append(List.of(head(1, 1), head(1, 2), head(1, 3)));
        var lines = Files.readAllLines(anchors.file());
        Files.write(anchors.file(), List.of(lines.get(0), lines.get(2)));
        assertThat(anchors.read()).extracting(Line::follows).containsExactly(true, false);
    }

    @Test
    void a_line_torn_by_a_power_cut_is_left_standing_and_work_goes_on() throws IOException {
        var anchors = anchors();
        anchors.append(List.of(head(1, 1)));
        Files.writeString(anchors.file(), "1 2 abc", StandardOpenOption.APPEND);
        anchors.append(List.of(head(1, 2)));
        assertThat(anchors.read()).extracting(Line::head).containsExactly(head(1, 1), null, head(1, 2));
        assertThat(anchors.read()).allMatch(Line::follows);
    }

    private Anchors anchors() {
        return new Anchors(folder.resolve("anchors/heads.log"));
    }

    private static Head head(long school, long n) {
        return new Head(school, n, "%064x".formatted(school * 100 + n), Instant.parse("2026-09-01T00:00:00Z"));
    }
}
