package org.zongwu.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** Charts below the to-dos of the desk, contributed by a module. Each asks one question and says its answer in a sentence. */
public interface DeskChart {
    /** The charts for this person, within a reading transaction of the school; none when they are not for him. */
    List<Chart> charts(Actor actor);

    /**
     * @param question  the title
     * @param finding   the answer in a sentence
     * @param unit      of all values
     * @param nowWords  what the bars of now are called, as this term
     * @param thenWords what those beside them are called
     */
    record Chart(String question, String finding, String unit, String nowWords, String thenWords, List<Bar> bars, String source, String path) {
        /** Whether there is anything to compare with. */
        public boolean compares() {
            return bars.stream().anyMatch(b -> b.then() != null);
        }
    }

    /**
     * @param now        null where nothing is recorded
     * @param then       the same, of the span compared with
     * @param unfinished whether the span still runs: its bar is drawn lighter
     * @param path       opens the rows behind it
     */
    record Bar(String label, @Nullable BigDecimal now, @Nullable BigDecimal then, boolean unfinished, String path) {}
}
