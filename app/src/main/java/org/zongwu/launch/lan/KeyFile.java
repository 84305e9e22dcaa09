package org.zongwu.launch.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A key with its certificates in a PKCS#12 file that only the owner reads. */
record KeyFile(Path file, String password) {
    private static final String ALIAS = "zongwu";

    /** All key files of a folder share one random password, because the format wants one. */
    static KeyFile in(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            ownerOnly(folder);
            var passwordFile = folder.resolve("keys.password");
            if (!Files.exists(passwordFile)) {
                var random = new byte[24];
                new SecureRandom().nextBytes(random);
                write(passwordFile, HexFormat.of().formatHex(random).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            return new KeyFile(folder.resolve(name), Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Entry> read() throws GeneralSecurityException {
        if (!Files.exists(file)) return Optional.empty();
        var store = load();
        var chain = Arrays.stream(store.getCertificateChain(ALIAS)).map(X509Certificate.class::cast).toArray(X509Certificate[]::new);
        return Optional.of(new Entry((PrivateKey) store.getKey(ALIAS, password.toCharArray()), chain));
    }

    KeyStore load() throws GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(PrivateKey key, Certificate... chain) throws GeneralSecurityException {
        try (var bytes = new java.io.ByteArrayOutputStream()) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password.toCharArray(), chain);
            store.store(bytes, password.toCharArray());
            write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: the running server reads it whenever it changes. */
    private static void write(Path file, byte[] content) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "key", ".new");
        ownerOnly(fresh);
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ownerOnly(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    record Entry(PrivateKey key, X509Certificate[] chain) {
        X509Certificate certificate() {
            return chain[0];
        }
    }
}
