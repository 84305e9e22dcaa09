package org.zongwu.approvals.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.course.Stamp.Person;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Shown;

/**
 * A document on its way, as it stands in its present round.
 *
 * @param ruleId the rule under which it was opened; null for what its kind brings along
 * @param amount   of the whole
 * @param digest   of what is signed
 * @param barred   who may not sign it (R-1P-2)
 * @param steps    of the present round, in order
 * @param all      stamps of every round, oldest first
 * @param words    why it was withdrawn
 */
record Course(UUID id, String kind, WorkRef document, @Nullable UUID ruleId, CourseState state, int round, String title, String link, @Nullable Money amount, String digest, Set<UUID> barred,
        List<Step> steps, List<Stamp> all, Person opener, Instant openedAt, @Nullable Instant endedAt, @Nullable Person withdrawer, @Nullable String words) {

    WorkRef ref() {
        return new WorkRef("approvals.course", id, document.no());
    }

    /** The stamps that count. */
    List<Stamp> stamps() {
        return all.stream().filter(s -> s.round() == round).toList();
    }

    Optional<Stamp> stamp(Step step) {
        return stamps().stream().filter(s -> s.step() == step.no()).findFirst();
    }

    /** Whose turn it is; nobody's when it has ended. */
    Optional<Step> awaited() {
        return state.isOpen() ? steps.stream().filter(s -> stamp(s).isEmpty()).findFirst() : Optional.empty();
    }

    /** What the course becomes by a stamp on the awaited step. */
    static CourseState after(Step step, Verdict verdict) {
        if (verdict == Verdict.RETURNED) return CourseState.RETURNED;
        return step.decides() ? CourseState.APPROVED : CourseState.WAITING;
    }

    /** Whether the person may stamp now, in any of these capacities. */
    boolean mayStamp(UUID personId, List<Capacity> capacities) {
        return awaited().isPresent() && capacities.stream().anyMatch(c -> c.duty() == awaited().get().duty() && refusal(personId, c) == null);
    }

    /**
     * In which capacity the person stamps this step now: by his own duty before another's.
     *
     * @param stepNo what he was shown as awaited
     * @param seen   digest of what he was shown
     */
    Capacity requireMayStamp(UUID personId, List<Capacity> capacities, int stepNo, String seen) {
        if (!state.isOpen()) throw new RuleBroken("R-1P-1", "rule.approvals.decided-already." + state, decidedBy(), Shown.fullTime(endedAt));
        if (!seen.equals(digest)) throw new RuleBroken("R-EXP-8", "rule.approvals.changed-meanwhile");
        var awaited = awaited().orElseThrow();
        if (stepNo < awaited.no()) {
            var given = stamp(steps.get(stepNo - 1)).orElseThrow();
            throw new RuleBroken("R-1P-1", "rule.approvals.stamped-meanwhile", given.person().name(), Shown.fullTime(given.at()));
        }
        if (stepNo > awaited.no()) throw new RuleBroken("R-EXP-7", "rule.approvals.too-early", awaited.duty());
        if (barred.contains(personId)) throw new RuleBroken("R-1P-2", "rule.approvals.own");
        if (stamps().stream().anyMatch(s -> s.isOf(personId))) throw new RuleBroken("R-EXP-1", "rule.approvals.stamped-already");
        var fitting = capacities.stream().filter(c -> c.duty() == awaited.duty()).toList();
        if (fitting.isEmpty()) throw notHisTurn(capacities, awaited);
        return fitting.stream().filter(c -> refusal(personId, c) == null).findFirst().orElseThrow(() -> refusal(personId, fitting.getFirst()));
    }

    private RuleBroken notHisTurn(List<Capacity> capacities, Step awaited) {
        var later = steps.stream().anyMatch(s -> s.no() > awaited.no() && capacities.stream().anyMatch(c -> c.duty() == s.duty()));
        return new RuleBroken("R-EXP-7", later ? "rule.approvals.too-early" : "rule.approvals.not-your-turn", awaited.duty());
    }

    /** Why the person may not stamp in this capacity; null when he may. */
    private @Nullable RuleBroken refusal(UUID personId, Capacity c) {
        if (barred.contains(personId)) return new RuleBroken("R-1P-2", "rule.approvals.own");
        if (barred.contains(c.holderId())) return new RuleBroken("R-1P-2", "rule.approvals.holder-own");
        if (stamps().stream().anyMatch(s -> s.isOf(personId))) return new RuleBroken("R-EXP-1", "rule.approvals.stamped-already");
        if (stamps().stream().anyMatch(s -> s.isOf(c.holderId()))) return new RuleBroken("R-EXP-1", "rule.approvals.holder-stamped");
        if (!c.reaches(kind)) return new RuleBroken("R-1P-3", "rule.approvals.kind-not-delegated");
        if (!c.reaches(amount)) return new RuleBroken("R-1P-3", "rule.approvals.beyond-delegation", amount, c.max());
        return null;
    }

    /** What a stamp must say: a return why, and what a resolution is asked for, which. */
    static void requireSaid(Step step, Verdict verdict, Stamp.@Nullable Resolution resolution, @Nullable String words) {
        if (verdict == Verdict.RETURNED && (words == null || words.strip().length() < 2)) throw RuleBroken.at("words", "R-1P-1", "rule.approvals.reason-too-short");
        if (verdict == Verdict.APPROVED && step.resolution() && resolution == null) throw RuleBroken.at("resolution_no", "R-1P-1", "rule.approvals.resolution-needed");
    }

    void requireMayWithdraw(UUID personId, @Nullable UUID makerId, String reason) {
        if (!state.isOpen()) throw new RuleBroken("R-1P-1", "rule.approvals.decided-already." + state, decidedBy(), Shown.fullTime(endedAt));
        if (!mayWithdraw(personId, makerId)) throw new RuleBroken("R-1P-1", "rule.approvals.withdraws-own");
        if (reason.strip().length() < 2) throw RuleBroken.at("words", "R-1P-1", "rule.approvals.reason-too-short");
    }

    boolean mayWithdraw(UUID personId, @Nullable UUID makerId) {
        return state.isOpen() && (personId.equals(opener.id()) || personId.equals(makerId));
    }

    /** Who ended it. */
    String decidedBy() {
        if (withdrawer != null) return withdrawer.name();
        return stamps().isEmpty() ? "" : stamps().getLast().person().name();
    }

    /** Whether the person has a part in it: may not sign it, has signed it, or submitted it. */
    boolean concerns(UUID personId) {
        return opener.id().equals(personId) || barred.contains(personId) || all.stream().anyMatch(s -> s.isOf(personId));
    }

    /** Duties that are still to sign. */
    List<Duty> ahead() {
        return state.isOpen() ? steps.stream().filter(s -> stamp(s).isEmpty()).map(Step::duty).toList() : List.of();
    }
}
