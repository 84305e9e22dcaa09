package org.zongwu.engine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords made once and kept where only the owner reads. */
final class Secrets {
    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            ownerOnly(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of this name; made, 192 random bits, when there is none yet. */
    String password(String name) {
        var file = folder.resolve(name + ".password");
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            // Whole or not at all: a half-written password would lock the office out of its own records
            var fresh = Files.createTempFile(folder, name, ".new");
            ownerOnly(fresh);
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                Files.delete(fresh);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void ownerOnly(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
}
