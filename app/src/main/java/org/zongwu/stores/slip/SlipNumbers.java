package org.zongwu.stores.slip;

import static zongwu.db.stores.Tables.SLIP;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.web.Messages;

/** The numbers of each kind run without a gap in each year (F19). */
@Component
class SlipNumbers implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    SlipNumbers(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "F19-SLIP";
    }

    @Override
    public Result check() {
        return Gaps.check(db, messages, SLIP, SLIP.NO, SLIP.SCHOOL_ID.eq(tenancy.current()));
    }
}
