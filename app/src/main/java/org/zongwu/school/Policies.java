package org.zongwu.school;

import java.time.LocalDate;
import java.util.Optional;
import org.zongwu.kernel.Actor;

/** Policy numbers as dated rows with a source (R-PARAM-1). */
public interface Policies {
    /** The value in force on that day; none when the school has not set it. */
    Optional<String> value(String key, LocalDate on);

    void set(Actor by, String key, String value, LocalDate from, String source);
}
