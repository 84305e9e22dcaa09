package org.zongwu.engine.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.zongwu.engine.CannotStart;

/** The PostgreSQL programs that travel with the product, unpacked once a machine and version. */
final class Binaries {
    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    /** The folder with {@code bin/postgres}. Two starts at once unpack beside each other and one of them is kept. */
    static Path unpacked(Path cache) {
        var archive = archive();
        try {
            var folder = cache.resolve("postgres-" + fingerprint(archive));
            if (Files.exists(folder.resolve("complete"))) return folder;
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking-");
            unpack(archive, fresh);
            Files.createFile(fresh.resolve("complete"));
            everybodyMayRead(fresh);
            try {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(folder.resolve("complete"))) throw e;
                delete(fresh);
            }
            return folder;
        } catch (IOException e) {
            throw new CannotStart("无法解开数据库程序到 " + cache + "：" + e.getMessage() + "。请检查磁盘空间和权限。",
                    "Cannot unpack the database programs to " + cache + ": " + e.getMessage() + ". Check the disk space and the rights.", e);
        }
    }

    static boolean onWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static URL archive() {
        var name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var url = Binaries.class.getResource("/" + name);
        if (url != null) return url;
        throw new CannotStart("没有适合本机的数据库程序（" + name + "）。请在本机重新构建，或用 --db 连接自己的 PostgreSQL。",
                "No database programs for this machine (" + name + "). Build on this machine, or connect your own PostgreSQL with --db.");
    }

    static String archiveName(String system, String processor) {
        var os = system.toLowerCase(Locale.ROOT);
        var arm = processor.equals("aarch64");
        if (os.startsWith("windows")) return "postgres-windows-x86_64.txz"; // Windows on ARM runs it by translation
        return "postgres-" + (os.startsWith("mac") ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    /** A locale in which letters are Unicode's, by the name that this system knows it by. */
    static String locale(String system) {
        var os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return "en-US";
        return os.startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    static String locale() {
        return locale(System.getProperty("os.name"));
    }

    private static String fingerprint(URL archive) throws IOException {
        try (var in = new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) throw new IOException("an entry leaves the folder: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & OWNER_EXECUTES) != 0) target.toFile().setExecutable(true, false);
                }
            }
        }
    }

    /** They hold nothing secret, and the server may run under another account than the one that unpacks. */
    private static void everybodyMayRead(Path folder) throws IOException {
        if (onWindows()) return;
        try (var all = Files.walk(folder)) {
            all.filter(p -> !Files.isSymbolicLink(p)).map(Path::toFile).forEach(f -> {
                f.setReadable(true, false);
                if (f.isDirectory()) f.setExecutable(true, false);
            });
        }
    }

    static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
