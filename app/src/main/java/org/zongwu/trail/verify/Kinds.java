package org.zongwu.trail.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What each table is, posted, kept or draft, as the migrations of this program say: the database's own word could be changed. */
final class Kinds {
    private static final Pattern PROTECT = Pattern.compile("call engine\\.protect\\('([a-z_.]+)', '(posted|kept|draft)'\\)");

    private Kinds() {}

    /** By the table's name with its schema; a later migration has the last word. */
    static Map<String, String> all() {
        try {
            var kinds = new TreeMap<String, String>();
            var migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            Arrays.sort(migrations, Comparator.comparing((Resource r) -> Objects.requireNonNull(r.getFilename())));
            for (var migration : migrations) {
                var found = PROTECT.matcher(migration.getContentAsString(StandardCharsets.UTF_8));
                while (found.find()) kinds.put(found.group(1), found.group(2));
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the migrations", e);
        }
    }
}
