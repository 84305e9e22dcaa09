package org.zongwu.termreport.text;

import static zongwu.db.termreport.Tables.DRAFT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.TemplateParser;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The texts that are being written, one a report. Within a transaction of the school. */
@Component
public class Texts {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    Texts(DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** None while nobody has saved one. */
    public Optional<Draft> find(Subject subject) {
        return db.selectFrom(DRAFT).where(of(subject)).fetchOptional(r -> new Draft(r.getBody(), r.getState(), r.getChangedByName(), r.getChangedAt()));
    }

    /** The texts of the office that say this word somewhere; nobody's own. */
    public List<Saved> saying(String word) {
        return db.selectFrom(DRAFT).where(DRAFT.SCHOOL_ID.eq(tenancy.current()), DRAFT.PERSON_ID.isNull(), DRAFT.BODY.contains(word)).orderBy(DRAFT.PERIOD.desc(), DRAFT.THEME)
                .fetch(r -> new Saved(Theme.valueOf(r.getTheme()), r.getPeriod(), r.getBody(), r.getChangedByName(), r.getChangedAt()));
    }

    /** A text that somebody has saved. */
    public record Saved(Theme theme, String period, String body, String by, Instant at) {}

    /**
     * Keeps the text, with names to what no record says.
     *
     * @param start what stood there when nobody has saved it yet
     * @param state which one was read; 0 when nobody had saved any
     * @throws RuleBroken when a line cannot be read, or {@code R-SUM-3} when somebody else has saved meanwhile
     */
    public Draft save(Actor actor, Subject subject, String start, String body, int state) {
        TemplateParser.parse(body);
        var now = clock.instant();
        var before = find(subject).orElse(new Draft(start, 0, "", Instant.EPOCH));
        if (before.state() != state) throw new RuleBroken("R-SUM-3", "rule.termreport.saved-meanwhile", before.by());
        var signed = Signing.of(before.body(), body, actor.name());
        var saved = state == 0
                ? db.insertInto(DRAFT).set(DRAFT.SCHOOL_ID, tenancy.current()).set(DRAFT.ID, Ids.next()).set(DRAFT.THEME, subject.theme().name())
                        .set(DRAFT.PERIOD, subject.period().code()).set(DRAFT.PERSON_ID, subject.person()).set(DRAFT.BODY, signed).set(DRAFT.STATE, 1)
                        .set(DRAFT.CHANGED_BY, actor.employeeId()).set(DRAFT.CHANGED_BY_NAME, actor.name()).set(DRAFT.CHANGED_AT, now).onConflictDoNothing().returning(DRAFT.ID).fetchOptional()
                : db.update(DRAFT).set(DRAFT.BODY, signed).set(DRAFT.STATE, state + 1).set(DRAFT.CHANGED_BY, actor.employeeId()).set(DRAFT.CHANGED_BY_NAME, actor.name())
                        .set(DRAFT.CHANGED_AT, now).where(of(subject), DRAFT.STATE.eq(state)).returning(DRAFT.ID).fetchOptional();
        var id = saved.orElseThrow(() -> new RuleBroken("R-SUM-3", "rule.termreport.saved-meanwhile", before.by())).get(DRAFT.ID);
        trail.write(actor, "summary-text-saved", new WorkRef("termreport.draft", id, subject.code()), null,
                Images.of(DRAFT, DRAFT.SCHOOL_ID.eq(tenancy.current()).and(DRAFT.ID.eq(id))));
        return new Draft(signed, state + 1, actor.name(), now);
    }

    private Condition of(Subject subject) {
        return DRAFT.SCHOOL_ID.eq(tenancy.current()).and(DRAFT.THEME.eq(subject.theme().name())).and(DRAFT.PERIOD.eq(subject.period().code()))
                .and(subject.person() == null ? DRAFT.PERSON_ID.isNull() : DRAFT.PERSON_ID.eq(subject.person()));
    }
}
