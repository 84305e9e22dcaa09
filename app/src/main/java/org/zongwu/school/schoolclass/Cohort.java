package org.zongwu.school.schoolclass;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class with its life: from the first day to the last, both included. */
record Cohort(UUID id, int entryYear, int number, @Nullable UUID headTeacherId, LocalDate opensOn, @Nullable LocalDate endsOn) {
    String title() {
        return ClassName.title(entryYear, number);
    }
}
