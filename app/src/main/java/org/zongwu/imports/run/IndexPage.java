package org.zongwu.imports.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the first page of imports draws.
 *
 * @param running  long imports of this person that are not over
 * @param kept     a file that has come in already and only waits for its template
 * @param problems what is wrong with what was just sent, by field
 */
public record IndexPage(List<Offer> offers, List<Past> past, List<TaskPage> running, @Nullable Kept kept, Map<String, String> problems) {
    /** A template: what to bring, in the titles of its columns. */
    public record Offer(String id, String title, List<String> required, List<String> optional) {}

    public record Past(UUID id, Instant at, String title, String fileName, String state, int accepted, int duplicate, int problem) {}

    public record Kept(String sha256, String name) {}
}
