package org.zongwu.stores.issue;

import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ISSUE_LINE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.Writes;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.issue.IssueContent.Asked;
import org.zongwu.trail.Images;
import zongwu.db.stores.tables.records.IssueDraftRecord;

/** Drafts, and posted issues with their lines. */
@Repository
class IssueRepository {
    private final DSLContext db;
    private final Writes writes;
    private final Tenancy tenancy;

    IssueRepository(DSLContext db, Writes writes, Tenancy tenancy) {
        this.db = db;
        this.writes = writes;
        this.tenancy = tenancy;
    }

    void insert(IssueRequest r) {
        db.insertInto(ISSUE_DRAFT).set(ISSUE_DRAFT.SCHOOL_ID, tenancy.current()).set(ISSUE_DRAFT.ID, r.id())
                .set(ISSUE_DRAFT.MADE_BY, r.origin().madeBy()).set(ISSUE_DRAFT.MADE_AT, r.origin().madeAt()).set(origin(r.origin(), ISSUE_DRAFT))
                .set(values(r)).execute();
    }

    void update(IssueRequest r) {
        db.update(ISSUE_DRAFT).set(values(r)).where(draft(r.id())).execute();
    }

    void delete(UUID id) {
        writes.add(db.deleteFrom(ISSUE_DRAFT).where(draft(id)));
    }

    /** The draft, which nobody else can change until the transaction ends; none when it is posted or deleted. */
    Optional<IssueRequest> lock(UUID id) {
        return db.selectFrom(ISSUE_DRAFT).where(draft(id)).forUpdate().fetchOptional(IssueRepository::request);
    }

    /** Without a lock, to be looked at. */
    Optional<IssueRequest> request(UUID id) {
        return db.selectFrom(ISSUE_DRAFT).where(draft(id)).fetchOptional(IssueRepository::request);
    }

    Optional<PostedIssue> posted(UUID id) {
        return db.selectFrom(ISSUE).where(issue(id)).fetchOptional(r -> new PostedIssue(r.getId(), r.getNo(), r.getWarehouseId(), r.getReceiverId(), r.getDepartmentId(),
                r.getClassId(), r.getBusinessDate(), r.getTermId(), Purpose.valueOf(r.getPurpose()), r.getRemark(),
                new Origin(r.getMadeBy(), r.getMadeAt(), r.getCorrects(), r.getContinues(), work(r.getWorkType(), r.getWorkId(), r.getWorkNo()), r.getHandoutId()),
                new Signatures(r.getRequestedAt(), r.getPromisedHours(), sign(r.getStampedBy(), r.getStampedAt()), r.getReceiverAt(), r.getPaperId(), r.getReceiverName()), r.getKeeperId(),
                r.getReversalOf(), r.getReversalReason(), Grade.valueOf(r.getGrade()), r.getPostedAt(), lines(id)));
    }

    Optional<UUID> idOf(String no) {
        return db.select(ISSUE.ID).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.NO.eq(no)).fetchOptional(Record1::value1);
    }

    /** By number, those of these that are there. */
    Map<String, UUID> idsOf(Collection<String> numbers) {
        return db.select(ISSUE.NO, ISSUE.ID).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.NO.eq(DSL.any(numbers.toArray(String[]::new)))).fetchMap(ISSUE.NO, ISSUE.ID);
    }

    /** What these classes were handed by slips that came in from paper and stand. */
    Set<PaperIssues.Handed> handed(Collection<UUID> classes) {
        var red = ISSUE.as("red");
        return db.select(ISSUE.CLASS_ID, ISSUE.BUSINESS_DATE, ISSUE_LINE.ITEM_ID, ISSUE_LINE.QUANTITY).from(ISSUE)
                .join(ISSUE_LINE).on(ISSUE_LINE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), ISSUE_LINE.ISSUE_ID.eq(ISSUE.ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.CLASS_ID.eq(DSL.any(classes.toArray(UUID[]::new))), ISSUE.GRADE.eq(Grade.IMPORTED.name()), ISSUE.REVERSAL_OF.isNull(),
                        ISSUE.HANDOUT_ID.isNotNull(), DSL.notExists(DSL.selectOne().from(red).where(red.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), red.REVERSAL_OF.eq(ISSUE.ID))))
                .fetchSet(r -> new PaperIssues.Handed(r.value1(), r.value2(), r.value3(), new Quantity(r.value4())));
    }

    Map<PaperIssues.Given, String> given(Collection<LocalDate> days) {
        var red = ISSUE.as("red");
        var all = new HashMap<PaperIssues.Given, String>();
        db.select(ISSUE.BUSINESS_DATE, ISSUE.RECEIVER_ID, ISSUE.RECEIVER_NAME, ISSUE_LINE.ITEM_ID, ISSUE_LINE.QUANTITY, ISSUE.NO).from(ISSUE)
                .join(ISSUE_LINE).on(ISSUE_LINE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), ISSUE_LINE.ISSUE_ID.eq(ISSUE.ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.BUSINESS_DATE.eq(DSL.any(days.toArray(LocalDate[]::new))), ISSUE.GRADE.eq(Grade.IMPORTED.name()), ISSUE.REVERSAL_OF.isNull(),
                        DSL.notExists(DSL.selectOne().from(red).where(red.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), red.REVERSAL_OF.eq(ISSUE.ID))))
                .forEach(r -> all.put(new PaperIssues.Given(r.value1(), r.value2() == null ? r.value3() : r.value2().toString(), r.value4(), new Quantity(r.value5())), r.value6()));
        return all;
    }

    Optional<String> reversalNo(UUID original) {
        return db.select(ISSUE.NO).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.REVERSAL_OF.eq(original)).fetchOptional(Record1::value1);
    }

    void insert(PostedIssue i) {
        var school = tenancy.current();
        writes.add(db.insertInto(ISSUE).set(ISSUE.SCHOOL_ID, school).set(ISSUE.ID, i.id()).set(ISSUE.NO, i.no()).set(ISSUE.WAREHOUSE_ID, i.warehouseId())
                .set(ISSUE.RECEIVER_ID, i.receiverId()).set(ISSUE.DEPARTMENT_ID, i.departmentId()).set(ISSUE.CLASS_ID, i.classId())
                .set(ISSUE.BUSINESS_DATE, i.day()).set(ISSUE.TERM_ID, i.termId()).set(ISSUE.PURPOSE, i.purpose().name()).set(ISSUE.REMARK, i.remark())
                .set(ISSUE.MADE_BY, i.origin().madeBy()).set(ISSUE.MADE_AT, i.origin().madeAt()).set(origin(i.origin(), ISSUE)).set(signatures(i.signatures()))
                .set(ISSUE.KEEPER_ID, i.keeperId()).set(ISSUE.AMOUNT, i.amount().fen())
                .set(ISSUE.LINE_COUNT, i.lines().size()).set(ISSUE.REVERSAL_OF, i.reversalOf()).set(ISSUE.REVERSAL_REASON, i.reversalReason())
                .set(ISSUE.GRADE, i.grade().name()).set(ISSUE.POSTED_AT, i.postedAt()));
        var insert = db.insertInto(ISSUE_LINE, ISSUE_LINE.SCHOOL_ID, ISSUE_LINE.ID, ISSUE_LINE.ISSUE_ID, ISSUE_LINE.LINE_NO, ISSUE_LINE.ITEM_ID,
                ISSUE_LINE.ENTERED_UNIT, ISSUE_LINE.ENTERED_QUANTITY, ISSUE_LINE.QUANTITY, ISSUE_LINE.AMOUNT, ISSUE_LINE.ASKED_QUANTITY, ISSUE_LINE.INSTEAD_ITEM_ID,
                ISSUE_LINE.INSTEAD_UNIT, ISSUE_LINE.INSTEAD_QUANTITY);
        var n = 0;
        for (var l : i.lines()) {
            var instead = l.instead();
            insert = insert.values(school, Ids.next(), i.id(), ++n, l.itemId(), l.unit(), l.entered().value(), l.quantity().value(), l.amount().fen(),
                    l.asked() == null ? null : l.asked().value(), instead == null ? null : instead.itemId(), instead == null ? null : instead.unit(),
                    instead == null ? null : instead.quantity().value());
        }
        writes.add(insert);
    }

    Images images(UUID id) {
        return Images.of(ISSUE, issue(id)).and(ISSUE_LINE, ISSUE_LINE.SCHOOL_ID.eq(tenancy.current()).and(ISSUE_LINE.ISSUE_ID.eq(id)));
    }

    Images draftImages(UUID id) {
        return Images.of(ISSUE_DRAFT, draft(id));
    }

    private List<PostedIssue.Line> lines(UUID id) {
        return db.selectFrom(ISSUE_LINE).where(ISSUE_LINE.SCHOOL_ID.eq(tenancy.current()), ISSUE_LINE.ISSUE_ID.eq(id)).orderBy(ISSUE_LINE.LINE_NO)
                .fetch(l -> new PostedIssue.Line(l.getItemId(), l.getEnteredUnit(), new Quantity(l.getEnteredQuantity()), new Quantity(l.getQuantity()), new Money(l.getAmount()),
                        l.getAskedQuantity() == null ? null : new Quantity(l.getAskedQuantity()),
                        l.getInsteadItemId() == null ? null : new Asked(l.getInsteadItemId(), l.getInsteadUnit(), new Quantity(l.getInsteadQuantity()))));
    }

    private static IssueRequest request(IssueDraftRecord r) {
        var content = new IssueContent(r.getWarehouseId(), r.getReceiverId(), r.getClassId(), r.getNeededOn(), Purpose.valueOf(r.getPurpose()), r.getRemark(), DraftLines.read(r.getLines()));
        var origin = new Origin(r.getMadeBy(), r.getMadeAt(), r.getCorrects(), r.getContinues(), work(r.getWorkType(), r.getWorkId(), r.getWorkNo()), r.getHandoutId());
        var progress = new Progress(r.getSubmittedAt(), r.getRequestedAt(), sign(r.getPickedBy(), r.getPickedAt()), sign(r.getStampedBy(), r.getStampedAt()), r.getReceiverAt(),
                r.getPaperId(), r.getClosedAt() == null ? null : new Progress.Closing(r.getClosedBy(), r.getClosedAt(), r.getClosedWhy()));
        return new IssueRequest(r.getId(), content, origin, progress, r.getVersion());
    }

    private static @Nullable Sign sign(@Nullable UUID by, @Nullable Instant at) {
        return by == null ? null : new Sign(by, at);
    }

    private static @Nullable WorkRef work(@Nullable String type, @Nullable UUID id, @Nullable String no) {
        return type == null ? null : new WorkRef(type, id, no);
    }

    /** The columns by which both tables say where a slip comes from. */
    private static Map<Field<?>, Object> origin(Origin o, Table<?> table) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(table.field("corrects"), o.corrects());
        values.put(table.field("continues"), o.continues());
        values.put(table.field("handout_id"), o.handoutId());
        values.put(table.field("work_type"), o.work() == null ? null : o.work().type());
        values.put(table.field("work_id"), o.work() == null ? null : o.work().id());
        values.put(table.field("work_no"), o.work() == null ? null : o.work().no());
        return values;
    }

    private static Map<Field<?>, Object> signatures(Signatures s) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(ISSUE.REQUESTED_AT, s.requestedAt());
        values.put(ISSUE.PROMISED_HOURS, s.promisedHours());
        values.put(ISSUE.STAMPED_BY, s.stamped() == null ? null : s.stamped().by());
        values.put(ISSUE.STAMPED_AT, s.stamped() == null ? null : s.stamped().at());
        values.put(ISSUE.RECEIVER_AT, s.receiverAt());
        values.put(ISSUE.PAPER_ID, s.paperId());
        values.put(ISSUE.RECEIVER_NAME, s.receiverName());
        return values;
    }

    private static Map<Field<?>, Object> values(IssueRequest r) {
        var c = r.content();
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(ISSUE_DRAFT.WAREHOUSE_ID, c.warehouseId());
        values.put(ISSUE_DRAFT.RECEIVER_ID, c.receiverId());
        values.put(ISSUE_DRAFT.CLASS_ID, c.classId());
        values.put(ISSUE_DRAFT.NEEDED_ON, c.neededOn());
        values.put(ISSUE_DRAFT.PURPOSE, c.purpose().name());
        values.put(ISSUE_DRAFT.REMARK, c.remark());
        values.put(ISSUE_DRAFT.LINES, DraftLines.write(c.lines()));
        var p = r.progress();
        values.put(ISSUE_DRAFT.SUBMITTED_AT, p.submittedAt());
        values.put(ISSUE_DRAFT.REQUESTED_AT, p.requestedAt());
        values.put(ISSUE_DRAFT.PICKED_BY, p.picked() == null ? null : p.picked().by());
        values.put(ISSUE_DRAFT.PICKED_AT, p.picked() == null ? null : p.picked().at());
        values.put(ISSUE_DRAFT.STAMPED_BY, p.stamped() == null ? null : p.stamped().by());
        values.put(ISSUE_DRAFT.STAMPED_AT, p.stamped() == null ? null : p.stamped().at());
        values.put(ISSUE_DRAFT.RECEIVER_AT, p.receiverAt());
        values.put(ISSUE_DRAFT.PAPER_ID, p.paperId());
        values.put(ISSUE_DRAFT.CLOSED_BY, p.closed() == null ? null : p.closed().by());
        values.put(ISSUE_DRAFT.CLOSED_AT, p.closed() == null ? null : p.closed().at());
        values.put(ISSUE_DRAFT.CLOSED_WHY, p.closed() == null ? null : p.closed().why());
        values.put(ISSUE_DRAFT.VERSION, r.version());
        return values;
    }

    private Condition draft(UUID id) {
        return ISSUE_DRAFT.SCHOOL_ID.eq(tenancy.current()).and(ISSUE_DRAFT.ID.eq(id));
    }

    private Condition issue(UUID id) {
        return ISSUE.SCHOOL_ID.eq(tenancy.current()).and(ISSUE.ID.eq(id));
    }
}
