package org.zongwu.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.kernel.RuleBroken;

class ShelfTests {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void a_file_stands_under_its_fingerprint_and_nothing_is_left_over() throws IOException {
        var shelf = new Shelf(folder.resolve("files"));
        var waiting = shelf.receive(content("abc"), 100);
        shelf.shelve(waiting);
        shelf.drop(waiting);
        assertThat(waiting.sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(folder.resolve("files/sha256/ba/78").resolve(SHA256_OF_ABC)).hasContent("abc");
        assertThat(folder.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void what_stands_there_is_never_written_over() throws IOException {
        var shelf = new Shelf(folder);
        shelf.shelve(shelf.receive(content("abc"), 100));
        var place = shelf.place(SHA256_OF_ABC);
        var written = Files.getLastModifiedTime(place);
        shelf.shelve(shelf.receive(content("abc"), 100));
        assertThat(Files.getLastModifiedTime(place)).isEqualTo(written);
    }

    @Test
    void a_file_that_is_too_large_is_stopped_on_the_way_and_leaves_nothing() {
        var shelf = new Shelf(folder);
        assertThatThrownBy(() -> shelf.receive(content("0123456789"), 9))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-FILE-1"));
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        var broken = new InputStream() {
            private int left = 3;

            @Override
            public int read() throws IOException {
                if (left-- > 0) return 'a';
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> new Shelf(folder).receive(broken, 100)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void a_file_that_was_changed_or_taken_away_is_noticed() throws IOException {
        var shelf = new Shelf(folder);
        shelf.shelve(shelf.receive(content("abc"), 100));
        assertThat(shelf.isWhole(SHA256_OF_ABC, 3)).isTrue();
        Files.writeString(shelf.place(SHA256_OF_ABC), "abd");
        assertThat(shelf.isWhole(SHA256_OF_ABC, 3)).isFalse();
        Files.delete(shelf.place(SHA256_OF_ABC));
        assertThat(shelf.isWhole(SHA256_OF_ABC, 3)).isFalse();
    }

    @Test
    void only_a_fingerprint_is_a_place() {
        assertThatThrownBy(() -> new Shelf(folder).place("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
