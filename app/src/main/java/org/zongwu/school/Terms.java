package org.zongwu.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The school's terms. */
public interface Terms {
    /** The term that the day lies in; none in the days between terms. */
    Optional<Term> on(LocalDate day);

    Optional<Term> byCode(String code);

    /** Newest first. */
    List<Term> all();
}
