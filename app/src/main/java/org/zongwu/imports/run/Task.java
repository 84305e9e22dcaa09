package org.zongwu.imports.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.NotFound;

/**
 * A long import, done by a job.
 *
 * @param actor    who asked for it, with the duties held then
 * @param language of the person, in which its sentences are said
 * @param phase    null before it begins
 * @param refusal  why it ended without doing anything
 */
record Task(UUID id, Asked asked, Actor actor, String language, State state, Steps.@Nullable Phase phase, int done, int total, @Nullable String refusal) {
    /**
     * @param runId   that will come of it; of an UNDO, the one that is taken back
     * @param triedId the trial that is taken in
     * @param whole   nothing goes in when one row has a problem
     * @param again   whether the person knows that the file went in before
     */
    record Asked(Kind kind, UUID runId, @Nullable UUID triedId, String fileName, String sha256, Wanted wanted, boolean whole, boolean again, @Nullable String reason) {}

    enum Kind { TRY, TAKE, UNDO }

    enum State { WAITING, RUNNING, DONE, REFUSED, CANCELLED }

    static Task of(UUID id, Asked asked, Actor actor, String language) {
        return new Task(id, asked, actor, language, State.WAITING, null, 0, 0, null);
    }

    static Set<Duty> duties(String[] names) {
        var duties = EnumSet.noneOf(Duty.class);
        Arrays.stream(names).map(Duty::valueOf).forEach(duties::add);
        return duties;
    }

    /** For the person who asked for it only. */
    Task of(Actor reader) {
        if (!actor.employeeId().equals(reader.employeeId())) throw new NotFound();
        return this;
    }
}
