package org.zongwu.stores.receipt;

import static zongwu.db.stores.Tables.RECEIPT;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.web.Messages;

/** The numbers RK of a year run without a gap (F19). */
@Component
class ReceiptNumbers implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    ReceiptNumbers(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "F19-" + ReceiptService.SERIES;
    }

    @Override
    public Result check() {
        return Gaps.check(db, messages, RECEIPT, RECEIPT.NO, RECEIPT.SCHOOL_ID.eq(tenancy.current()));
    }
}
