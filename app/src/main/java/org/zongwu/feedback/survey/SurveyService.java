package org.zongwu.feedback.survey;

import static zongwu.db.feedback.Tables.BALLOT;
import static zongwu.db.feedback.Tables.SEAT;
import static zongwu.db.feedback.Tables.SLIP;
import static zongwu.db.feedback.Tables.SURVEY;

import java.nio.charset.StandardCharsets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;

/** Takes answers in and tells what they came to. Whose an answer is, it cannot know itself. Within the caller's transaction. */
@Service
public class SurveyService {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SurveyService(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param open whether it may be answered today */
    public record Survey(UUID id, String no, String title, List<String> questions, LocalDate closesOn, int minimum, boolean open) {}

    /** What one question came to. */
    public record Result(String question, long valid, long satisfied) {
        /** In percent; nothing without a valid answer. */
        public String rate() {
            return valid == 0 ? "—" : BigDecimal.valueOf(satisfied * 100).divide(BigDecimal.valueOf(valid), 1, RoundingMode.HALF_UP) + "%";
        }
    }

    public Optional<Survey> find(UUID id) {
        return surveys(SURVEY.ID.eq(id)).stream().findFirst();
    }

    Optional<WorkRef> called(String title, LocalDate day) {
        return db.select(SURVEY.ID, SURVEY.NO).from(SURVEY).where(SURVEY.SCHOOL_ID.eq(tenancy.current()), SURVEY.VOIDED_AT.isNull(), SURVEY.TITLE.eq(title), SURVEY.DAY.eq(day)).fetchOptional(r -> new WorkRef("feedback.survey", r.value1(), r.value2()));
    }

    /** What can be answered today. */
    public List<Survey> open() {
        return surveys(SURVEY.STATE.eq("OPEN")).stream().filter(Survey::open).toList();
    }

    private List<Survey> surveys(Condition which) {
        var today = LocalDate.now(clock);
        return db.select(SURVEY.ID, SURVEY.NO, SURVEY.TITLE, SURVEY.QUESTIONS, SURVEY.CLOSES_ON, SURVEY.MINIMUM, SURVEY.STATE, SURVEY.DAY).from(SURVEY).where(SURVEY.SCHOOL_ID.eq(tenancy.current()), SURVEY.VOIDED_AT.isNull(), which).orderBy(SURVEY.DAY.desc())
                .fetch(r -> new Survey(r.value1(), r.value2(), r.value3(), Questions.of(r.value4()).all(), r.value5(), r.value6(), r.value7().equals("OPEN") && !today.isBefore(r.value8()) && !today.isAfter(r.value5())));
    }

    public boolean hasAnswered(Actor person, UUID survey) {
        return db.fetchExists(DSL.select(SEAT.PERSON_ID).from(SEAT).where(SEAT.SCHOOL_ID.eq(tenancy.current()), SEAT.SURVEY_ID.eq(survey), SEAT.PERSON_ID.eq(person.employeeId())));
    }

    /** @throws RuleBroken {@code R-SUR-3} when this person has answered, or it is over */
    public void answer(Actor person, Survey survey, List<String> levels, @Nullable String identity, @Nullable String remark) {
        requireOpen(survey);
        var first = db.insertInto(SEAT).columns(SEAT.SCHOOL_ID, SEAT.SURVEY_ID, SEAT.PERSON_ID).values(tenancy.current(), survey.id(), person.employeeId()).onConflictDoNothing().execute() == 1;
        if (!first) throw new RuleBroken("R-SUR-3", "rule.feedback.survey.answered");
        put(survey.id(), null, identity, levels, remark);
    }

    /** With a slip, which is then used up. @throws RuleBroken {@code R-SUR-3} */
    public void answer(String slip, Survey survey, List<String> levels, @Nullable String identity, @Nullable String remark) {
        requireOpen(survey);
        var used = db.update(SLIP).set(SLIP.USED, true).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.DIGEST.eq(digest(slip)), SLIP.USED.isFalse()).execute() == 1;
        if (!used) throw new RuleBroken("R-SUR-3", "rule.feedback.survey.slip-used");
        put(survey.id(), null, identity, levels, remark);
    }

    public Optional<Survey> ofSlip(String slip) {
        return db.select(SLIP.SURVEY_ID).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.DIGEST.eq(digest(slip))).fetchOptional(SLIP.SURVEY_ID).flatMap(this::find);
    }

    /** New slips, to be given out from a hat. */
    List<String> slips(UUID survey, int count) {
        var all = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            var slip = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            db.insertInto(SLIP).set(SLIP.SCHOOL_ID, tenancy.current()).set(SLIP.ID, UUID.randomUUID()).set(SLIP.SURVEY_ID, survey).set(SLIP.DIGEST, digest(slip)).execute();
            all.add(slip);
        }
        return all;
    }

    /** @return false when a ballot of that number is there already */
    boolean put(UUID survey, @Nullable String no, @Nullable String identity, List<String> levels, @Nullable String remark) {
        // A key that says nothing of the time
        return db.insertInto(BALLOT).columns(BALLOT.SCHOOL_ID, BALLOT.ID, BALLOT.SURVEY_ID, BALLOT.NO, BALLOT.IDENTITY, BALLOT.LEVELS, BALLOT.REMARK)
                .values(tenancy.current(), UUID.randomUUID(), survey, no, identity, levels.toArray(String[]::new), remark).onConflictDoNothing().execute() == 1;
    }

    /** An answer of the example school. */
    public void sample(UUID survey, List<String> levels, String identity) {
        put(survey, null, identity, levels, null);
    }

    long turnout(UUID survey) {
        return db.fetchSingle("select feedback.turnout({0})", DSL.val(survey)).get(0, Long.class);
    }

    /** Of all, or of one group; empty while there are too few. */
    List<Result> results(Survey survey, @Nullable String group) {
        return db.fetch("select question, valid, satisfied from feedback.results({0}, {1}) where question <= {2}", DSL.val(survey.id()), DSL.val(group, String.class), DSL.val(survey.questions().size()))
                .map(r -> new Result(survey.questions().get(r.get(0, Integer.class) - 1), r.get(1, Long.class), r.get(2, Long.class)));
    }

    List<String> groups(UUID survey) {
        return db.fetch("select identity from feedback.groups({0})", DSL.val(survey)).map(r -> r.get(0, String.class));
    }

    List<String> remarks(UUID survey) {
        return db.fetch("select remark from feedback.remarks({0})", DSL.val(survey)).map(r -> r.get(0, String.class));
    }

    /** Every question of every survey with what it came to. */
    Table<?> rows() {
        return DSL.table("""
                (select s.id, s.title, s.closes_on as day, s.grade, q.words as question, r.valid, r.satisfied,
                  q.n = coalesce((select max(o.n) from unnest(string_to_array(s.questions, chr(10))) with ordinality o(w, n) where o.w ~ '总体|总的|整体|[Oo]verall'), cardinality(string_to_array(btrim(s.questions, chr(10)), chr(10)))) as overall
                from feedback.survey s cross join lateral feedback.results(s.id) r join lateral unnest(string_to_array(s.questions, chr(10))) with ordinality q(words, n) on q.n = r.question
                where s.school_id = {0} and s.voided_at is null)""", DSL.val(tenancy.current())).as("r");
    }

    private static void requireOpen(Survey survey) {
        if (!survey.open()) throw new RuleBroken("R-SUR-3", "rule.feedback.survey.over", survey.closesOn());
    }

    private static byte[] digest(String slip) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(slip.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
