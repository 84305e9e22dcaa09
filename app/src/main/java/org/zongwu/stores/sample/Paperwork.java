package org.zongwu.stores.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SampleData.SampleSchool;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.receipt.ReceiptService;

/** Carries a document from hand to hand, each step by the person whose step it is. */
final class Paperwork {
    private final ReceiptService receipts;
    private final IssueService issues;
    private final Tenancy tenancy;
    private final SampleSchool school;
    private final Actor keeper;

    Paperwork(ReceiptService receipts, IssueService issues, Tenancy tenancy, SampleSchool school, Actor keeper) {
        this.receipts = receipts;
        this.issues = issues;
        this.tenancy = tenancy;
        this.school = school;
        this.keeper = keeper;
    }

    /** How far a document goes: written, submitted, signed by all, posted. */
    enum Until { DRAFT, SUBMITTED, SIGNED, POSTED }

    record Wanted(Catalogue.Good good, int quantity) {}

    UUID receipt(Until until, LocalDate day, UUID warehouse, Funding funding, @Nullable UUID supplier, @Nullable Actor buyer, Actor acceptor1, Actor acceptor2,
            @Nullable String invoice, List<Wanted> wanted) {
        var id = Ids.next();
        var lines = new ArrayList<ReceiptContent.Line>();
        for (var w : wanted) {
            lines.add(new ReceiptContent.Line(w.good().itemId, w.good().item.unit(), Quantity.of(w.quantity()), w.good().asked(school.random()), null));
            if (until == Until.POSTED) w.good().onHand += w.quantity();
        }
        var content = new ReceiptContent(warehouse, funding, supplier, buyer == null ? null : buyer.employeeId(), day, invoice, null, acceptor1.employeeId(), acceptor2.employeeId(), lines);
        tenancy.write(school.schoolId(), () -> {
            receipts.draft(keeper, id, content);
            if (until.ordinal() >= Until.SUBMITTED.ordinal()) receipts.submit(keeper, id, 1);
            if (until.ordinal() >= Until.SIGNED.ordinal()) {
                receipts.accept(acceptor1, id, 2);
                receipts.accept(acceptor2, id, 3);
            }
            if (until == Until.POSTED) receipts.post(keeper, id, day);
        });
        return id;
    }

    UUID issue(Until until, LocalDate day, UUID warehouse, Actor receiver, @Nullable UUID classId, List<Wanted> wanted) {
        var id = Ids.next();
        var lines = new ArrayList<IssueContent.Line>();
        for (var w : wanted) {
            lines.add(new IssueContent.Line(w.good().itemId, w.good().item.unit(), Quantity.of(w.quantity())));
            if (until == Until.POSTED) w.good().onHand -= w.quantity();
        }
        var teaches = receiver.holdsAny(Duty.TEACHER, Duty.HEAD_TEACHER);
        var writer = teaches || receiver.holds(Duty.WORKER) ? receiver : keeper;
        var content = new IssueContent(warehouse, receiver.employeeId(), classId, day, teaches || classId != null ? Purpose.TEACHING : Purpose.ADMIN, null, lines);
        tenancy.write(school.schoolId(), () -> {
            issues.draft(writer, id, content);
            if (until.ordinal() >= Until.SUBMITTED.ordinal()) issues.submit(writer, id, 1);
            if (until.ordinal() >= Until.SIGNED.ordinal()) issues.sign(receiver, id, 2);
            if (until == Until.POSTED) issues.post(keeper, id, day);
        });
        return id;
    }

    /** Takes an issue back because of a slip of the pen; the goods are on the shelf again. */
    void reverse(UUID issue, LocalDate day, String reason, List<Wanted> wanted) {
        issues.reverse(keeper, issue, day, reason);
        for (var w : wanted) w.good().onHand += w.quantity();
    }

    /** Takes a receipt back: the goods went back to the supplier. */
    void sendBack(UUID receipt, LocalDate day, String reason, List<Wanted> wanted) {
        receipts.reverse(keeper, receipt, day, reason);
        for (var w : wanted) w.good().onHand -= w.quantity();
    }
}
