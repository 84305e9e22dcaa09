package org.zongwu.stores.slip;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.splitPart;

import java.util.ArrayList;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.zongwu.kernel.Control;
import org.zongwu.web.Messages;

/** Gapless numbers (F19): a series of a year runs from 1 to as many documents as there are. */
public final class Gaps {
    /** How our own numbers are written. */
    public static final String OURS = "^[A-Z]{2}-[0-9]{4}-[0-9]{5,}$";

    private Gaps() {}

    /** @param documents rows of the current school; what came in from paper bears the number of the paper, which is in no series */
    public static Control.Result check(DSLContext db, Messages messages, Table<?> table, Field<String> no, Condition documents) {
        var series = part(no, 1).concat(inline("-")).concat(part(no, 2));
        var number = part(no, 3).cast(Long.class);
        var findings = new ArrayList<String>();
        var rows = 0L;
        for (var r : db.select(series, count(), max(number)).from(table).where(documents, no.likeRegex(OURS)).groupBy(series).orderBy(series)) {
            rows += r.value2();
            if (r.value2().longValue() != r.value3()) findings.add(messages.say("control.stores.gap", r.value1(), r.value2(), r.value3()));
        }
        return new Control.Result(rows, findings);
    }

    // Inlined, because PostgreSQL must see that what is selected is what is grouped by
    private static Field<String> part(Field<String> no, int n) {
        return splitPart(no, inline("-"), inline(n));
    }
}
