package org.zongwu.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Looks whether another process serves from a data folder, without disturbing it. To be asked before this process starts
 * the server itself: on some systems a look takes away one's own lock.
 */
final class LiveServer {
    private LiveServer() {}

    static boolean at(Path data) {
        var lockFile = data.resolve("server.lock");
        if (!Files.exists(lockFile)) return false;
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process runs it
        } catch (IOException e) {
            return true;
        }
    }

    /** Where its pages are, when it has said so. */
    static Optional<String> web(Path data) {
        try {
            return at(data) && Files.exists(data.resolve("server.web")) ? Optional.of(Files.readString(data.resolve("server.web")).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
