package org.zongwu.school.rollover;

import static org.jooq.impl.DSL.count;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Policies;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The step into the next term. Preview and commit use the same plan; the term's code makes a second commit impossible. */
@Service
class RollOver {
    private final DSLContext db;
    private final Terms terms;
    private final Policies policies;
    private final Trail trail;
    private final Tenancy tenancy;

    RollOver(DSLContext db, Terms terms, Policies policies, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.terms = terms;
        this.policies = policies;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /** @throws RuleBroken {@code R-ORG-4} when there is no term yet to step from */
    Plan plan() {
        var last = terms.all().stream().findFirst().orElseThrow(() -> new RuleBroken("R-ORG-4", "rule.school.no-term"));
        var code = Plan.after(last.code());
        var year = Plan.yearOf(code);
        var before = terms.byCode((year - 1) + "-" + year + code.substring(9));
        var days = before.map(t -> new Plan.FirstDays(t.startsOn().plusYears(1), t.opensOn().plusYears(1), t.endsOn().plusYears(1)))
                .filter(d -> d.startsOn().isAfter(last.endsOn())).orElse(Plan.usual(code));
        var graduates = code.endsWith("-1") ? graduates(year - years(days.startsOn()), days.startsOn()) : List.<Plan.Ending>of();
        return new Plan(code, days, graduates, year, graduates.size());
    }

    /**
     * Opens the term; at a new school year ends the graduates' classes the day before and opens the new cohort's classes.
     *
     * @param code the term that the person saw in the preview
     */
    void commit(Actor by, String code, Plan.FirstDays days, int newClasses) {
        tenancy.write(by.schoolId(), () -> {
            var plan = plan();
            if (!plan.code().equals(code)) throw new RuleBroken("R-ORG-4", "rule.school.term-exists", code);
            terms.open(by, new Term(Ids.next(), code, days.startsOn(), days.opensOn(), days.endsOn()));
            if (!plan.newYear()) return;
            var graduates = graduates(plan.newEntryYear() - years(days.startsOn()), days.startsOn());
            graduates.forEach(g -> graduate(by, g, days.startsOn().minusDays(1)));
            for (var number = 1; number <= newClasses; number++) open(by, plan.newEntryYear(), number, days.startsOn());
        });
    }

    private int years(LocalDate on) {
        return Integer.parseInt(policies.value("school.grade.count", on).orElse("3"));
    }

    private List<Plan.Ending> graduates(int entryYear, LocalDate on) {
        return db.select(SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, count(ENROLMENT.ID)).from(SCHOOL_CLASS)
                .leftJoin(ENROLMENT).on(ENROLMENT.SCHOOL_ID.eq(SCHOOL_CLASS.SCHOOL_ID), ENROLMENT.CLASS_ID.eq(SCHOOL_CLASS.ID), ENROLMENT.VALID_TO.isNull())
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), SCHOOL_CLASS.ENTRY_YEAR.le(entryYear), SCHOOL_CLASS.ENDS_ON.isNull(), SCHOOL_CLASS.OPENS_ON.lt(on))
                .groupBy(SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER).orderBy(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER)
                .fetch(r -> new Plan.Ending(r.value1(), ClassName.title(r.value2(), r.value3()), r.value4()));
    }

    private void graduate(Actor by, Plan.Ending ending, LocalDate lastDay) {
        var school = tenancy.current();
        db.update(ENROLMENT).set(ENROLMENT.VALID_TO, lastDay).set(ENROLMENT.LEAVING_REASON, "GRADUATED")
                .where(ENROLMENT.SCHOOL_ID.eq(school), ENROLMENT.CLASS_ID.eq(ending.classId()), ENROLMENT.VALID_TO.isNull()).execute();
        db.update(SCHOOL_CLASS).set(SCHOOL_CLASS.ENDS_ON, lastDay).where(SCHOOL_CLASS.SCHOOL_ID.eq(school), SCHOOL_CLASS.ID.eq(ending.classId())).execute();
        trail.write(by, "graduated", new WorkRef("school.school_class", ending.classId(), ending.title()), null,
                images(ending.classId()).and(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(school).and(ENROLMENT.CLASS_ID.eq(ending.classId()))));
    }

    private void open(Actor by, int entryYear, int number, LocalDate opensOn) {
        var id = Ids.next();
        var opened = db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.OPENS_ON)
                .values(tenancy.current(), id, entryYear, number, opensOn).onConflictDoNothing().execute() == 1;
        // A class that was opened by hand before stays as it is
        if (opened) trail.write(by, "opened", new WorkRef("school.school_class", id, ClassName.title(entryYear, number)), null, images(id));
    }

    private Images images(UUID classId) {
        return Images.of(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()).and(SCHOOL_CLASS.ID.eq(classId)));
    }
}
