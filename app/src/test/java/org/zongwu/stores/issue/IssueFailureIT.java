package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.StoresOffice;

/** Whatever statement of posting fails, nothing of it has happened; then it is posted as if nothing had been tried. */
class IssueFailureIT extends StoresOffice {
    private static final List<String> TABLES = List.of("stores.issue_draft", "stores.issue", "stores.issue_line", "stores.move", "stores.balance", "ledger.entry",
            "ledger.entry_line", "trail.record", "engine.series");

    @Autowired IssueService issues;
    @Autowired DSLContext db;

    @Test
    void a_failure_at_any_statement_leaves_all_or_nothing() {
        openSchool();
        var paper = item("0101", "复印纸", "包");
        var chalk = item("0201", "粉笔", "盒");
        receive(TODAY, at(paper, "包", 10, "3.33"), at(chalk, "盒", 10, "1.11"));
        var id = signed(paper, chalk);
        var before = image();
        var fuse = new Fuse();
        var listeners = db.configuration().executeListenerProviders();
        var withFuse = new ArrayList<>(List.of(listeners));
        withFuse.add(new DefaultExecuteListenerProvider(fuse));
        db.configuration().set(withFuse.toArray(ExecuteListenerProvider[]::new));
        var statement = 1;
        try {
            for (; ; statement++) {
                fuse.burnAt(statement);
                try {
                    issues.post(keeper, id, TODAY);
                    break;
                } catch (Burnt expected) {
                    fuse.off();
                    assertThat(image()).as("after statement %d failed", statement).isEqualTo(before);
                }
            }
        } finally {
            fuse.off();
            db.configuration().set(listeners);
        }
        assertThat(statement).isGreaterThan(10);
        assertThat(image()).isNotEqualTo(before);
        assertThat(tenancy.<String>read(school, () -> issues.slip(id).orElseThrow().no())).isEqualTo("LW-2026-00001");
    }

    /** Every row of every table that posting touches. */
    private String image() {
        return tenancy.read(school, () -> {
            var all = new StringBuilder();
            for (var table : TABLES) {
                all.append(table).append(db.fetchValue(DSL.sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t where t.school_id = " + school)));
            }
            return all.toString();
        });
    }

    private UUID signed(UUID... things) {
        var id = Ids.next();
        var lines = new ArrayList<IssueContent.Line>();
        for (var thing : things) lines.add(new IssueContent.Line(thing, items(thing), Quantity.of(3)));
        tenancy.write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.TEACHING, null, lines));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
        });
        return id;
    }

    private String items(UUID thing) {
        return tenancy.read(school, () -> items.item(thing).unit());
    }

    private static final class Burnt extends RuntimeException {}

    /** Breaks the n-th statement of this thread. */
    private static final class Fuse implements ExecuteListener {
        private final ThreadLocal<Integer> left = new ThreadLocal<>();

        void burnAt(int n) {
            left.set(n);
        }

        void off() {
            left.remove();
        }

        @Override
        public void executeStart(ExecuteContext ctx) {
            var n = left.get();
            if (n == null) return;
            left.set(n - 1);
            if (n == 1) throw new Burnt();
        }
    }
}
