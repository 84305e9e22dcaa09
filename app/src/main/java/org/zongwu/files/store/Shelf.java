package org.zongwu.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;

/** The folder of the originals: {@code sha256/ab/cd/abcd…}. A file is complete and on the platter, or it is not there. */
final class Shelf {
    private static final int KEPT_FREE_ONE_IN = 20;

    private final Path root;

    Shelf(Path root) {
        this.root = root;
    }

    /** Bytes that are on disk but not yet on the shelf. */
    record Waiting(Path file, String sha256, long size) {}

    Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a sha-256: " + sha256);
        return root.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Writes the bytes to a temporary file and through to the platter, counting as it goes. */
    Waiting receive(InputStream content, long most) throws IOException {
        var folder = Files.createDirectories(root.resolve("incoming"));
        requireRoom(folder);
        var file = folder.resolve(Ids.next().toString());
        var digest = sha256();
        var size = 0L;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[64 * 1024];
            for (int n; (n = content.read(buffer)) >= 0; ) {
                size += n;
                if (size > most) throw RuleBroken.at("file", "R-FILE-1", "rule.files.too-large", most / 1024 / 1024);
                digest.update(buffer, 0, n);
                for (var bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Waiting(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** What is left of the disk belongs to the database; uploads are refused before it runs full. */
    private static void requireRoom(Path folder) throws IOException {
        var disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < disk.getTotalSpace() / KEPT_FREE_ONE_IN) throw RuleBroken.at("file", "R-FILE-4", "rule.files.disk-full");
    }

    /** What stands there is what once came in: same size, same fingerprint. */
    boolean isWhole(String sha256, long size) throws IOException {
        var place = place(sha256);
        if (!Files.exists(place) || Files.size(place) != size) return false;
        var digest = sha256();
        try (var in = Files.newInputStream(place)) {
            var buffer = new byte[64 * 1024];
            for (int n; (n = in.read(buffer)) >= 0; ) digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    /** Moves it to its place in one step; what already stands there is never touched. */
    void shelve(Waiting waiting) throws IOException {
        var place = place(waiting.sha256());
        Files.createDirectories(place.getParent());
        if (!Files.exists(place)) move(waiting.file(), place);
        if (Files.size(place) != waiting.size()) throw new IOException("the original " + waiting.sha256() + " on disk is damaged");
        for (var folder = place.getParent(); !folder.equals(root.getParent()); folder = folder.getParent()) force(folder);
    }

    void drop(Waiting waiting) throws IOException {
        Files.deleteIfExists(waiting.file());
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            if (!Files.exists(to)) throw e; // another request brought the same bytes in between
        }
    }

    /** A name in a folder is only safe when the folder itself is written through; Windows has no such call. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file system has no way to do it
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
