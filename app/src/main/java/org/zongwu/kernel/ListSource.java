package org.zongwu.kernel;

import java.util.List;
import java.util.Set;

/** A module whose records a report may list one by one, without the names that R-SUM-11 keeps out. Collected by {@code termreport}. */
public interface ListSource {
    /** What it can list, as {@code staff.honour}. */
    Set<String> lists();

    /** The records of the span, oldest first, within the caller's transaction. */
    Listing list(String id, Span span);

    /**
     * @param titleKey message key of what is listed
     * @param headKeys message key of each column
     * @param rows     each as wide as the heads, already in words
     * @param link     path of the register that shows the same records
     */
    record Listing(String titleKey, List<String> headKeys, List<List<String>> rows, String link) {}
}
