package org.zongwu.stores.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;

/** What somebody has asked for, and how far it has come: for his own page. */
@Component
public class OwnSlips {
    private static final int NAMED = 3;

    private final DSLContext db;
    private final IssueSlips slips;
    private final IssueSteps steps;

    OwnSlips(DSLContext db, IssueSlips slips, IssueSteps steps) {
        this.db = db;
        this.slips = slips;
        this.steps = steps;
    }

    /** The latest he receives, newest first; within the caller's transaction. */
    public List<Own> of(Actor actor, int limit) {
        var r = slips.rows(actor);
        var ids = db.select(r.field("id", UUID.class)).from(r).where(r.field("receiver_id", UUID.class).eq(actor.employeeId()), r.field("state", String.class).ne("REVERSAL"))
                .orderBy(r.field("no").isNull().desc(), r.field("day").desc(), r.field("id").desc()).limit(limit).fetch(0, UUID.class);
        var unstamped = steps.unstamped(ids);
        return ids.stream().map(id -> slips.slip(id).orElseThrow()).map(s -> new Own(s.id(), s.no(), unstamped.contains(s.id()) ? "STAMP" : s.state(), s.day(), things(s),
                s.lines().size(), s.story().continues() != null)).toList();
    }

    private static String things(IssueSlip slip) {
        return slip.lines().stream().limit(NAMED).map(l -> l.name() + " " + (l.asked() == null ? l.quantity() : l.asked()) + l.unit()).collect(Collectors.joining("、"));
    }

    /**
     * @param state     as in {@link IssueSlip}, or {@code STAMP} while it is over a quota and not stamped
     * @param things    the first of its lines
     * @param backOrder whether it is the rest of an earlier one
     */
    public record Own(UUID id, @Nullable String no, String state, LocalDate day, String things, int lines, boolean backOrder) {
        public String mark() {
            return "STAMP".equals(state) ? "wait" : IssuePages.mark(state).name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
