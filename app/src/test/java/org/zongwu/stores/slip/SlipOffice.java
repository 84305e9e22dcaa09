package org.zongwu.stores.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;

/** A store in which declared documents are carried from hand to hand. */
public abstract class SlipOffice extends StoresOffice {
    @Autowired protected SlipService slips;
    @Autowired protected IssueService issues;
    @Autowired protected StockService stock;
    @Autowired protected Balances balances;
    @Autowired protected DSLContext db;

    /** Written and submitted by the keeper. */
    protected UUID submitted(SlipKind kind, SlipContent content) {
        return submitted(keeper, kind, content);
    }

    protected UUID submitted(Actor maker, SlipKind kind, SlipContent content) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            slips.draft(maker, kind, id, content);
            slips.submit(maker, kind, id, 1);
        });
        return id;
    }

    /** The same, and signed by the second person. */
    protected UUID signed(Actor second, SlipKind kind, SlipContent content) {
        var id = submitted(kind, content);
        slips.sign(second, kind, id, 2);
        return id;
    }

    protected UUID posted(Actor second, SlipKind kind, SlipContent content) {
        var id = signed(second, kind, content);
        slips.post(keeper, kind, id, TODAY);
        return id;
    }

    /** Hands goods to the teacher and answers the number of the issue. */
    protected String issue(LocalDate day, IssueContent.Line... lines) {
        var id = Ids.next();
        return tenancy.<String>write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, day, Purpose.TEACHING, null, List.of(lines)));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
            return issues.post(keeper, id, day);
        });
    }

    protected UUID issueId(String no) {
        return tenancy.<UUID>read(school, () -> issues.idOf(no).orElseThrow());
    }

    protected String receiptNo(UUID id) {
        return tenancy.<String>read(school, () -> db.select(zongwu.db.stores.Tables.RECEIPT.NO).from(zongwu.db.stores.Tables.RECEIPT)
                .where(zongwu.db.stores.Tables.RECEIPT.SCHOOL_ID.eq(school), zongwu.db.stores.Tables.RECEIPT.ID.eq(id)).fetchSingle().value1());
    }

    protected Goods onHand(UUID item) {
        return onHand(warehouse, item);
    }

    protected Goods onHand(UUID where, UUID item) {
        return tenancy.<Goods>read(school, () -> stock.onHand(where, item));
    }

    protected Money balance(String account) {
        return tenancy.<Money>read(school, () -> balances.balance(account, TODAY));
    }

    protected static Goods goods(long quantity, String yuan) {
        return new Goods(Quantity.of(quantity), Money.ofYuan(yuan));
    }

    protected static SlipContent.Line line(UUID item, String unit, long quantity) {
        return new SlipContent.Line(item, unit, Quantity.of(quantity));
    }

    protected static IssueContent.Line out(UUID item, String unit, long quantity) {
        return new IssueContent.Line(item, unit, Quantity.of(quantity));
    }

    protected static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }

    protected void nothingMoved(UUID document) {
        tenancy.read(school, () -> {
            assertThat(db.fetchCount(zongwu.db.stores.Tables.MOVE, zongwu.db.stores.Tables.MOVE.SCHOOL_ID.eq(school)
                    .and(zongwu.db.stores.Tables.MOVE.OBJECT_ID.eq(document)))).isZero();
            return true;
        });
    }
}
