package org.zongwu.approvals.course;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.approvals.Approvals;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.StampStrip;
import org.zongwu.approvals.course.Stamp.Person;
import org.zongwu.approvals.course.Stamp.Resolution;
import org.zongwu.approvals.delegation.DelegationService;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.approvals.rule.RuleService;
import org.zongwu.approvals.rule.Tiers;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.Approvable.Subject;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Leads documents from stamp to stamp, and tells their modules what was decided, in the same transaction. */
@Service
public class CourseService implements Approvals {
    private final CourseRepository courses;
    private final CourseRegister register;
    private final CoursePages pages;
    private final Approvables approvables;
    private final RuleService rules;
    private final DelegationService delegations;
    private final Duties duties;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    CourseService(CourseRepository courses, CourseRegister register, CoursePages pages, Approvables approvables, RuleService rules, DelegationService delegations, Duties duties, Trail trail, Tenancy tenancy,
            Clock clock) {
        this.courses = courses;
        this.register = register;
        this.pages = pages;
        this.approvables = approvables;
        this.rules = rules;
        this.delegations = delegations;
        this.duties = duties;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public UUID submit(Actor actor, String kind, UUID id) {
        return tenancy.write(actor.schoolId(), () -> {
            var subject = subject(approvables.of(kind), id);
            courses.live(kind, id).map(this::course).ifPresent(c -> {
                throw new RuleBroken("R-1P-1", "rule.approvals.on-its-way." + c.state(), c.title());
            });
            var rule = rules.inForce(kind, LocalDate.now(clock));
            var barred = barred(subject, actor.employeeId());
            var steps = steps(rule.tiers(), subject, barred);
            var courseId = Ids.next();
            courses.open(courseId, kind, subject, rule.ruleId(), actor, clock.instant());
            courses.begin(courseId, 1, subject, barred, steps, actor, clock.instant());
            trail.write(actor, "approval-submitted", course(courseId).ref(), null, courses.images(courseId, 1));
            return courseId;
        });
    }

    @Override
    public void changed(Actor actor, String kind, UUID id) {
        tenancy.write(actor.schoolId(), () -> courses.live(kind, id).ifPresent(courseId -> {
            var course = locked(courseId);
            var subject = subject(approvables.of(kind), id);
            if (subject.digest().equals(course.digest())) return;
            if (!course.state().isOpen()) throw new RuleBroken("R-EXP-7", "rule.approvals.changed-after-approval", course.title());
            var barred = barred(subject, course.opener().id());
            barred.add(actor.employeeId()); // whoever changed it has made it, too
            var round = course.round() + 1;
            courses.begin(courseId, round, subject, barred, steps(rules.tiers(kind, course.ruleId()), subject, barred), actor, clock.instant());
            courses.advance(courseId, round);
            trail.write(actor, "approval-begun-again", course.ref(), null, courses.images(courseId, round));
        }));
    }

    @Override
    public void withdraw(Actor actor, String kind, UUID id, String reason) {
        tenancy.write(actor.schoolId(), () -> {
            var course = locked(courses.newest(kind, id).orElseThrow(NotFound::new));
            var approvable = approvables.of(kind);
            course.requireMayWithdraw(actor.employeeId(), maker(course), reason);
            courses.withdraw(course.id(), actor, reason.strip(), clock.instant());
            approvable.withdrawn(actor, id);
            trail.write(actor, "approval-withdrawn", course.ref(), reason.strip(), courses.images(course.id()));
        });
    }

    /**
     * What somebody who was shown a course wants.
     *
     * @param step   that he was shown as awaited
     * @param digest of what he was shown
     */
    record Decision(Verdict verdict, int step, String digest, @Nullable Resolution resolution, @Nullable String words) {}

    /** Stamps: one of two who do so at once waits for the other, and is then told what that one did. */
    CourseState stamp(Actor actor, UUID courseId, Decision decision) {
        return tenancy.write(actor.schoolId(), () -> {
            var course = locked(courseId);
            var capacity = course.requireMayStamp(actor.employeeId(), capacities(actor), decision.step(), decision.digest());
            var step = course.awaited().orElseThrow();
            Course.requireSaid(step, decision.verdict(), decision.resolution(), decision.words());
            var approvable = approvables.of(course.kind());
            if (!subject(approvable, course.document().id()).digest().equals(course.digest())) throw new RuleBroken("R-EXP-8", "rule.approvals.changed-unsaid");
            var stamp = new Stamp(Ids.next(), course.round(), step.no(), decision.verdict(), new Person(actor.employeeId(), actor.name()), new Person(capacity.holderId(), ""), capacity.delegationId(), course.digest(),
                    decision.resolution(), decision.words() == null ? null : decision.words().strip(), clock.instant());
            courses.stamp(courseId, step, stamp);
            var after = Course.after(step, decision.verdict());
            if (!after.isOpen()) courses.decide(courseId, step, decision.verdict(), clock.instant());
            switch (after) {
                case APPROVED -> approvable.approved(actor, course.document().id());
                case RETURNED -> approvable.returned(actor, course.document().id(), stamp.words());
                default -> {}
            }
            trail.write(actor, after.isOpen() ? "approval-checked" : after == CourseState.APPROVED ? "approval-approved" : "approval-returned", course.ref(), stamp.words(), courses.images(courseId, stamp));
            return after;
        });
    }

    @Override
    public Optional<Standing> standing(String kind, UUID id) {
        return courses.newest(kind, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Standing> standings(String kind, List<UUID> ids) {
        return courses.newest(kind, ids);
    }

    @Override
    public Optional<StampStrip> strip(String kind, UUID id) {
        return courses.newest(kind, id).map(this::course).map(pages::strip);
    }

    /** A course that waits for a stamp of this person. */
    public record Awaited(String kind, String title, String openedBy, @Nullable Money amount, String path) {}

    /** Everything that waits for the actor, oldest first. */
    public List<Awaited> awaited(Actor actor) {
        return register.awaited(actor, capacities(actor));
    }

    Course course(UUID id) {
        return courses.find(id).orElseThrow(NotFound::new);
    }

    /** In whose right the person may stamp today. */
    List<Capacity> capacities(Actor actor) {
        var all = new ArrayList<Capacity>();
        actor.duties().stream().sorted().forEach(d -> all.add(Capacity.own(d, actor.employeeId())));
        delegations.of(actor.employeeId(), LocalDate.now(clock)).forEach(d -> all.add(Capacity.of(d)));
        return all;
    }

    boolean mayWithdraw(Actor actor, Course course) {
        return course.mayWithdraw(actor.employeeId(), maker(course));
    }

    /** Who made it; nobody when it came from a file, or is gone. */
    private @Nullable UUID maker(Course course) {
        return approvables.find(course.kind()).flatMap(a -> a.subject(course.document().id())).map(Subject::makerId).orElse(null);
    }

    /** Who could give the awaited stamp today, by name. */
    List<String> awaitedPeople(Course course) {
        return course.awaited().map(s -> duties.holders(s.duty(), LocalDate.now(clock)).stream().filter(h -> !course.barred().contains(h.id())).map(Employee::name).toList()).orElse(List.of());
    }

    private Course locked(UUID id) {
        courses.lock(id);
        return course(id);
    }

    private static Subject subject(Approvable approvable, UUID id) {
        return approvable.subject(id).orElseThrow(NotFound::new);
    }

    private static Set<UUID> barred(Subject subject, UUID opener) {
        var all = new HashSet<>(subject.barred());
        all.add(opener);
        return all;
    }

    private List<Step> steps(Tiers tiers, Subject subject, Set<UUID> barred) {
        var today = LocalDate.now(clock);
        return Signing.steps(tiers.signers(subject.amount()), barred, duty -> duties.holders(duty, today).stream().map(Employee::id).collect(Collectors.toSet()));
    }
}
