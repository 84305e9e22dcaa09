package org.zongwu.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** A panel beside the to-dos of the desk, contributed by a module. */
public interface DeskPanel {
    int order();

    /** The panel for this person, within a reading transaction of the school; none when it is not for him. */
    Optional<Panel> panel(Actor actor);

    record Panel(String title, @Nullable String lead, List<Row> rows, @Nullable String moreText, @Nullable String morePath, @Nullable String foot) {}

    /** @param path opens the rows behind the value */
    record Row(String label, String value, String unit, String path) {}
}
