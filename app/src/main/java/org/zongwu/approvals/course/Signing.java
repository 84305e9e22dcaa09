package org.zongwu.approvals.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;

/** Turns the stamps that a rule asks for into the steps of one document: somebody must be there who may give each, a different one each. */
final class Signing {
    private Signing() {}

    /**
     * @param barred  who may not sign this document
     * @param holders who holds a duty today
     * @throws RuleBroken {@code R-1P-2} when nobody may give a stamp; {@code R-EXP-1} when there are fewer people than stamps
     */
    static List<Step> steps(List<Signer> signers, Set<UUID> barred, Function<Duty, Set<UUID>> holders) {
        var steps = new ArrayList<Step>();
        var people = new ArrayList<Set<UUID>>();
        for (var signer : signers) {
            var free = free(signer.duty(), barred, holders);
            var duty = signer.duty();
            if (free.isEmpty() && signer.otherwise() != null) {
                duty = signer.otherwise();
                free = free(duty, barred, holders);
            }
            if (free.isEmpty()) throw new RuleBroken("R-1P-2", holders.apply(signer.duty()).isEmpty() ? "rule.approvals.nobody-holds" : "rule.approvals.only-barred", signer.duty());
            steps.add(new Step(steps.size() + 1, duty, signer.decides(), signer.resolution(), duty == signer.duty() ? null : signer.duty()));
            people.add(free);
        }
        if (!eachHisOwn(people, 0, new HashMap<>())) throw new RuleBroken("R-EXP-1", "rule.approvals.too-few-people", people.size());
        return List.copyOf(steps);
    }

    private static Set<UUID> free(Duty duty, Set<UUID> barred, Function<Duty, Set<UUID>> holders) {
        var free = new HashSet<>(holders.apply(duty));
        free.removeAll(barred);
        return free;
    }

    /** Whether each step from this one on can have a person of its own. */
    private static boolean eachHisOwn(List<Set<UUID>> people, int step, Map<UUID, Integer> taken) {
        if (step == people.size()) return true;
        for (var person : people.get(step)) {
            if (taken.putIfAbsent(person, step) != null) continue;
            if (eachHisOwn(people, step + 1, taken)) return true;
            taken.remove(person);
        }
        return false;
    }
}
