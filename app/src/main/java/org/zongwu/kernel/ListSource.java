package org.zongwu.kernel;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module that can show one by one the records that a figure counts, without the names that R-SUM-11 keeps out. Collected by {@code termreport}. */
public interface ListSource {
    /** The figures whose records it lists. */
    Set<String> lists();

    /**
     * The records behind the figure, oldest first, within the caller's transaction and in the language of the caller.
     *
     * @param person whose own they are; null for a figure of the whole office
     * @param most   how many of them; they are counted all
     */
    Listing list(String figureId, Span span, @Nullable UUID person, int most);

    /**
     * @param rows  each as wide as the heads, already in words
     * @param count of all records, which is the value of the figure
     * @param link  path of the register that shows the same records
     */
    record Listing(List<Head> heads, List<List<String>> rows, long count, String link) {}

    /** @param share of the width, of all shares together */
    record Head(String words, int share, boolean number) {}
}
