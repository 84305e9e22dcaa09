package org.zongwu.engine.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where this kind of machine keeps what can be made again. */
final class Caches {
    private Caches() {}

    static Path usual() {
        // root's own folder is closed to the account that the server runs under
        if ("root".equals(System.getProperty("user.name")) && Files.isWritable(Path.of("/var/cache"))) return Path.of("/var/cache/zongwu");
        var local = set("LOCALAPPDATA");
        if (Binaries.onWindows() && local != null) return local.resolve("zongwu");
        var xdg = set("XDG_CACHE_HOME");
        return (xdg != null ? xdg : Path.of(System.getProperty("user.home"), ".cache")).resolve("zongwu");
    }

    private static @Nullable Path set(String variable) {
        var value = System.getenv(variable);
        return value == null || value.isBlank() ? null : Path.of(value);
    }
}
