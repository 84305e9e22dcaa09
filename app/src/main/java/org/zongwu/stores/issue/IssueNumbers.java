package org.zongwu.stores.issue;

import static zongwu.db.stores.Tables.ISSUE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.web.Messages;

/** The numbers LW of a year run without a gap (F19). */
@Component
class IssueNumbers implements Control {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    IssueNumbers(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "F19-" + IssueService.SERIES;
    }

    @Override
    public Result check() {
        return Gaps.check(db, messages, ISSUE, ISSUE.NO, ISSUE.SCHOOL_ID.eq(tenancy.current()));
    }
}
