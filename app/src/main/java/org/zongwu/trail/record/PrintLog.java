package org.zongwu.trail.record;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zongwu.db.trail.Tables.PRINT;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;

@Component
class PrintLog implements Journal {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    PrintLog(DSLContext db, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public Print print(Actor actor, WorkRef document) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tenancy.write(actor.schoolId(), () -> {
            while (true) {
                // Two printers of one document compute the same number: the second waits here, writes nothing and counts again
                var nth = db.insertInto(PRINT, PRINT.SCHOOL_ID, PRINT.OBJECT_ID, PRINT.NTH, PRINT.OBJECT_TYPE, PRINT.BY_ID, PRINT.BY_NAME, PRINT.AT)
                        .select(select(val(actor.schoolId()), val(document.id()), coalesce(max(PRINT.NTH), 0).plus(1), val(document.type()),
                                val(actor.employeeId()), val(actor.name()), val(at, PRINT.AT))
                                .from(PRINT).where(PRINT.SCHOOL_ID.eq(actor.schoolId()), PRINT.OBJECT_ID.eq(document.id())))
                        .onConflictDoNothing()
                        .returningResult(PRINT.NTH).fetchOptional();
                if (nth.isPresent()) return new Print(nth.get().value1(), actor.name(), at);
            }
        });
    }

    @Override
    public int prints(UUID documentId) {
        return db.fetchCount(PRINT, PRINT.SCHOOL_ID.eq(tenancy.current()).and(PRINT.OBJECT_ID.eq(documentId)));
    }
}
