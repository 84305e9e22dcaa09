package org.zongwu.files.store;

import static zongwu.db.files.Tables.ORIGINAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Home;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.web.Messages;

/** Every original that a row speaks of stands on disk, byte for byte. */
@Component
class OriginalsWhole implements Control {
    private final Shelf shelf;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Messages messages;

    OriginalsWhole(Home home, DSLContext db, Tenancy tenancy, Messages messages) {
        this.shelf = new Shelf(home.files());
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    @Override
    public String id() {
        return "R-FILE-5";
    }

    @Override
    public Result check() {
        var findings = new ArrayList<String>();
        var originals = db.select(ORIGINAL.SHA256, ORIGINAL.SIZE).from(ORIGINAL).where(ORIGINAL.SCHOOL_ID.eq(tenancy.current()))
                .orderBy(ORIGINAL.SHA256).fetch();
        for (var original : originals) {
            try {
                if (!shelf.isWhole(original.value1(), original.value2())) findings.add(messages.say("control.files.not-whole", original.value1()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Result(originals.size(), findings);
    }
}
