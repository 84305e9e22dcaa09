package org.zongwu.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zongwu.kernel.Actor;

/** The school's terms. */
public interface Terms {
    /** The term that the day lies in; none in the days between terms. */
    Optional<Term> on(LocalDate day);

    Optional<Term> byCode(String code);

    /** Newest first. */
    List<Term> all();

    /** Opens a term. @throws org.zongwu.kernel.RuleBroken {@code R-ORG-4} when the code exists or the days overlap another term */
    void open(Actor by, Term term);

    /** Moves the days of a term; its code stays. The same refusals as {@link #open}. */
    void change(Actor by, Term term, String reason);
}
