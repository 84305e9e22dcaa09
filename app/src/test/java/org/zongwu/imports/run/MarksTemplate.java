package org.zongwu.imports.run;

import static zongwu.db.engine.Tables.SERIES;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;

/** Takes a code and a number into a table that has nothing to do with anything else. */
final class MarksTemplate implements ImportTemplate {
    private final String id;
    private final int order;
    private final String heading;
    private final DSLContext db;

    MarksTemplate(String id, DSLContext db) {
        this(id, 1, "数量", db);
    }

    MarksTemplate(String id, int order, String heading, DSLContext db) {
        this.id = id;
        this.order = order;
        this.heading = heading;
        this.db = db;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("code", true, Kind.CODE, List.of("编号")), new Field("mark", true, Kind.NUMBER, List.of(heading)),
                new Field("note", false, Kind.TEXT, List.of("备注")));
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        var there = new HashSet<>(db.select(SERIES.PERIOD).from(SERIES).where(SERIES.SCHOOL_ID.eq(actor.schoolId()), SERIES.SERIES_.eq(id))
                .fetch(SERIES.PERIOD));
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            if (row.get("mark") == null || !row.get("mark").matches("\\d+")) {
                outcomes.add(Outcome.of(Verdict.PROBLEM, row, "mark", "test.no-number", String.valueOf(row.get("mark"))));
            } else if (!there.add(row.get("code"))) {
                outcomes.add(Outcome.of(Verdict.DUPLICATE, row, "code", "test.there-already", row.get("code")));
            } else {
                db.insertInto(SERIES, SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST)
                        .values(actor.schoolId(), id, row.get("code"), Long.valueOf(row.get("mark"))).execute();
                outcomes.add(Outcome.accepted(row));
            }
        }
        return outcomes;
    }
}
