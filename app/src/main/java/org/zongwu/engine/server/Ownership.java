package org.zongwu.engine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which process of this data folder runs the server. The operating system gives the lock back when the process dies,
 * however it dies. The port stands in a file beside it, because a locked file cannot be read on every system.
 */
final class Ownership implements AutoCloseable {
    private final Path portFile;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private Ownership(Path portFile, FileChannel channel, @Nullable FileLock lock) {
        this.portFile = portFile;
        this.channel = channel;
        this.lock = lock;
    }

    static Ownership of(Path root) {
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root);
                Secrets.ownerOnly(root);
            }
            var channel = FileChannel.open(root.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Ownership(root.resolve("server.port"), channel, tryLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another part of this very process runs the server
        }
    }

    boolean ours() {
        return lock != null;
    }

    /** Says to others that the server is up. */
    void announce(int port) {
        try {
            var fresh = portFile.resolveSibling("server.port.new");
            Files.writeString(fresh, Integer.toString(port));
            Files.move(fresh, portFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void silence() {
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that the other process has announced; waits for it while that process starts or recovers. */
    Optional<Integer> announced(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (Files.exists(portFile)) return Optional.of(Integer.parseInt(Files.readString(portFile).strip()));
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
