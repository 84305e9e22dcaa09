package org.zongwu.school.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person as registered; {@code joinedOn} is the first day in service, null when that is before the records begin. */
record NewEmployee(String staffNo, String name, @Nullable String job, @Nullable String phone, @Nullable LocalDate joinedOn) {
    /** Blanks within a Chinese name are only for looks. */
    NewEmployee {
        staffNo = staffNo.strip();
        name = tidy(name);
    }

    static String tidy(String name) {
        var stripped = name.strip();
        var chinese = stripped.codePoints().filter(c -> !Character.isWhitespace(c)).allMatch(Character::isIdeographic);
        return chinese ? stripped.replaceAll("[\\s　]+", "") : stripped;
    }
}
