package org.zongwu.files.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zongwu.kernel.RuleBroken;

/**
 * Goes through a packed file before any parser does, and counts what really comes out of it; what the file says about
 * its own sizes is not believed (reliability.md §2 row 18).
 */
final class PackedFile {
    static final int MOST_ENTRIES = 1000;
    static final long MOST_BYTES = 200L * 1024 * 1024;
    static final int MOST_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 1024 * 1024;

    private PackedFile() {}

    /** The names inside. @throws RuleBroken {@code R-FILE-3} when it is built to do harm, or is broken */
    static Set<String> scan(Path file) throws IOException {
        try {
            return scan(file, StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return scanOldNames(file);
        }
    }

    /** Archivers on Chinese Windows write names in GB18030 and do not say so. */
    private static Set<String> scanOldNames(Path file) throws IOException {
        try {
            return scan(file, Charset.forName("GB18030"));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw refused("rule.files.packed.broken");
        }
    }

    private static Set<String> scan(Path file, Charset names) throws IOException {
        try (var zip = new ZipFile(file.toFile(), names)) {
            if (zip.size() > MOST_ENTRIES) throw refused("rule.files.packed.entries", zip.size(), MOST_ENTRIES);
            var inside = new LinkedHashSet<String>();
            var seen = new HashSet<String>();
            var left = MOST_BYTES;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                requireHarmlessName(entry.getName());
                if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) throw refused("rule.files.packed.twice", entry.getName());
                left -= unpacked(zip, entry, left);
                inside.add(entry.getName());
            }
            return inside;
        }
    }

    private static void requireHarmlessName(String name) {
        var outside = name.startsWith("/") || name.contains("\\") || name.contains(":") || name.indexOf('\0') >= 0
                || List.of(name.split("/", -1)).contains("..");
        if (outside) throw refused("rule.files.packed.path", name);
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        var packed = Math.max(1, entry.getCompressedSize());
        var buffer = new byte[16 * 1024];
        var declarations = new Declarations();
        var total = 0L;
        try (var in = zip.getInputStream(entry)) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (isXml(entry.getName()) && declarations.isAmong(buffer, n)) throw refused("rule.files.packed.doctype", entry.getName());
                total += n;
                if (total > left) throw refused("rule.files.packed.large", MOST_BYTES / 1024 / 1024);
                if (total > RATIO_COUNTS_FROM && total / packed > MOST_RATIO) throw refused("rule.files.packed.ratio");
            }
        }
        return total;
    }

    private static boolean isXml(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    /**
     * Looks for the start of a document type or an entity, wherever it stands: behind a long comment and in two-byte letters too.
     * No office program writes one; they serve to read other files or to blow up memory.
     */
    private static final class Declarations {
        private static final byte[][] STARTS = {"<!DOCTYPE".getBytes(StandardCharsets.US_ASCII), "<!ENTITY".getBytes(StandardCharsets.US_ASCII)};

        private final int[] matched = new int[STARTS.length];

        boolean isAmong(byte[] buffer, int length) {
            for (var i = 0; i < length; i++) {
                if (buffer[i] == 0 || buffer[i] != '<' && matched[0] == 0 && matched[1] == 0) continue;
                for (var s = 0; s < STARTS.length; s++) {
                    matched[s] = buffer[i] == STARTS[s][matched[s]] ? matched[s] + 1 : buffer[i] == '<' ? 1 : 0;
                    if (matched[s] == STARTS[s].length) return true;
                }
            }
            return false;
        }
    }

    private static RuleBroken refused(String key, Object... args) {
        return RuleBroken.at("file", "R-FILE-3", key, args);
    }
}
