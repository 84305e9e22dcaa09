package org.zongwu.school.term;

import static zongwu.db.school.Tables.TERM;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

@Service
class TermService implements Terms {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;

    TermService(DSLContext db, Tenancy tenancy, Trail trail) {
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
    }

    @Override
    public Optional<Term> on(LocalDate day) {
        return fetch(TERM.STARTS_ON.le(day).and(TERM.ENDS_ON.ge(day))).stream().findFirst();
    }

    @Override
    public Optional<Term> byCode(String code) {
        return fetch(TERM.CODE.eq(code)).stream().findFirst();
    }

    @Override
    public List<Term> all() {
        return fetch(TERM.STARTS_ON.isNotNull());
    }

    @Override
    public void open(Actor by, Term term) {
        tenancy.write(by.schoolId(), () -> {
            if (!term.code().matches("[0-9]{4}-[0-9]{4}-[12]")) throw RuleBroken.at("code", "R-ORG-4", "rule.school.term-code", term.code());
            if (byCode(term.code()).isPresent()) throw RuleBroken.at("code", "R-ORG-4", "rule.school.term-exists", term.code());
            requireDays(term);
            db.insertInto(TERM).columns(TERM.SCHOOL_ID, TERM.ID, TERM.CODE, TERM.STARTS_ON, TERM.OPENS_ON, TERM.ENDS_ON)
                    .values(tenancy.current(), term.id(), term.code(), term.startsOn(), term.opensOn(), term.endsOn()).execute();
            trail.write(by, "opened", ref(term), null, images(term.id()));
        });
    }

    @Override
    public void change(Actor by, Term term, String reason) {
        tenancy.write(by.schoolId(), () -> {
            var before = fetch(TERM.ID.eq(term.id())).stream().findFirst().orElseThrow(NotFound::new);
            requireDays(term);
            db.update(TERM).set(TERM.STARTS_ON, term.startsOn()).set(TERM.OPENS_ON, term.opensOn()).set(TERM.ENDS_ON, term.endsOn())
                    .where(TERM.SCHOOL_ID.eq(tenancy.current()), TERM.ID.eq(term.id())).execute();
            trail.write(by, "changed", ref(before), reason, images(term.id()));
        });
    }

    private void requireDays(Term term) {
        if (term.opensOn().isBefore(term.startsOn()) || !term.endsOn().isAfter(term.opensOn())) {
            throw RuleBroken.at("opens_on", "R-ORG-4", "rule.school.term-days");
        }
        fetch(TERM.ID.ne(term.id()).and(TERM.STARTS_ON.le(term.endsOn())).and(TERM.ENDS_ON.ge(term.startsOn()))).stream().findFirst().ifPresent(other -> {
            throw RuleBroken.at("starts_on", "R-ORG-4", "rule.school.term-overlap", other.code(), other.startsOn(), other.endsOn());
        });
    }

    private Images images(UUID id) {
        return Images.of(TERM, TERM.SCHOOL_ID.eq(tenancy.current()).and(TERM.ID.eq(id)));
    }

    private List<Term> fetch(Condition which) {
        return db.select(TERM.ID, TERM.CODE, TERM.STARTS_ON, TERM.OPENS_ON, TERM.ENDS_ON).from(TERM)
                .where(TERM.SCHOOL_ID.eq(tenancy.current()), which).orderBy(TERM.STARTS_ON.desc())
                .fetch(r -> new Term(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    private static WorkRef ref(Term term) {
        return new WorkRef("school.term", term.id(), term.code());
    }
}
