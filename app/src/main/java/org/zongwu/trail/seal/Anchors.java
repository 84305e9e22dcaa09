package org.zongwu.trail.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of heads outside of the database. One line a head: school, number, chain value, when it was sealed, and the
 * SHA-256 of the line before. Lines are only ever added, so the file may be made append-only, copied off-site and printed.
 */
public final class Anchors {
    private static final String FIRST = "0".repeat(64);

    private final Path file;

    public Anchors(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Adds a line for each head, and returns when they are on the disk. */
    synchronized void append(List<Head> heads) throws IOException {
        if (heads.isEmpty()) return;
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                var _ = channel.lock()) {
            var text = Files.readString(file);
            var out = new StringBuilder();
            // A line that a power cut tore is closed and left standing: it says nothing, and what follows is chained to it
            if (!text.isEmpty() && !text.endsWith("\n")) out.append('\n');
            var previous = text.isEmpty() ? FIRST : sha256(text.stripTrailing().lines().toList().getLast());
            for (var head : heads) {
                var line = head.schoolId() + " " + head.n() + " " + head.chain() + " " + head.sealedAt() + " " + previous;
                out.append(line).append('\n');
                previous = sha256(line);
            }
            var bytes = ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    /** All lines in their order; none when there is no file. */
    public List<Line> read() {
        if (!Files.exists(file)) return List.of();
        try {
            return lines();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the anchors " + file, e);
        }
    }

    private List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        var previous = FIRST;
        for (var text : Files.readAllLines(file)) {
            var parts = text.split(" ");
            var whole = parts.length == 5 && parts[4].length() == 64;
            lines.add(new Line(lines.size() + 1, whole ? new Head(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3])) : null,
                    !whole || parts[4].equals(previous)));
            previous = sha256(text);
        }
        return lines;
    }

    private static String sha256(String line) {
        return HexFormat.of().formatHex(Sha256.of(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param chain in hexadecimal digits */
    public record Head(long schoolId, long n, String chain, Instant sealedAt) {}

    /**
     * @param head    null for a torn line
     * @param follows whether the line carries the hash of the line before
     */
    public record Line(int number, @Nullable Head head, boolean follows) {}
}
