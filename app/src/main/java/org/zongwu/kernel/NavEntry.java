package org.zongwu.kernel;

import java.util.List;
import java.util.Set;

/**
 * A place in the navigation. Contributed as beans; drawn by {@code web}, grouped by {@code group} (message {@code nav.GROUP}).
 *
 * @param titleKey message key; the page's title is the same word
 * @param order    within the whole menu; from {@value #OFFICE} on stand apart what the work is done with, and who did it
 * @param duties   who sees it; an empty set means everybody who is logged in
 */
public record NavEntry(String group, String titleKey, String path, int order, Set<Duty> duties) {
    public static final int OFFICE = 900;

    public static NavEntry of(String group, String titleKey, String path, int order, Duty... duties) {
        return new NavEntry(group, titleKey, path, order, Set.copyOf(List.of(duties)));
    }

    public boolean visibleTo(Actor actor) {
        return duties.isEmpty() || duties.stream().anyMatch(actor::holds);
    }
}
