package org.zongwu.assets.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.assets.Tables.KEY_LOAN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** Keys on loan: nobody takes back his own, and a clerk's list is taken in. */
@Office
class KeyBookIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private DSLContext db;
    @Autowired private List<ImportTemplate> templates;

    private Opened school;
    private Actor admin;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        admin = school.actor(Duty.ASSET_ADMIN);
    }

    private Draft loan(Actor borrower) {
        return Draft.blank().set(KEY_LOAN.KEY_NAME, "报告厅钥匙").set(KEY_LOAN.BORROWER_ID, borrower.employeeId()).set(KEY_LOAN.BORROWER, borrower.name())
                .set(KEY_LOAN.LENT_ON, DAY).set(KEY_LOAN.DUE_ON, DAY.plusDays(2));
    }

    @Test
    void another_person_takes_it_back() {
        var back = Draft.blank().set(KEY_LOAN.RETURNED_ON, DAY.plusDays(1));
        var mine = books.enter(admin, books.of(KEY_LOAN), loan(admin)).id();
        assertThatThrownBy(() -> books.step(admin, books.of(KEY_LOAN), mine, "giving-back", back)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-KEY-2");
        var keeper = school.actor(school.person("T001", "梁红远"), Duty.CUSTODIAN);
        books.step(keeper, books.of(KEY_LOAN), mine, "giving-back", back);
        assertThat(school.<String>read(() -> db.select(KEY_LOAN.STATE).from(KEY_LOAN).where(KEY_LOAN.SCHOOL_ID.eq(school.id())).fetchSingle().value1())).isEqualTo("RETURNED");
    }

    @Test
    void a_clerks_list_is_taken_in() {
        var template = templates.stream().filter(t -> t.id().equals("assets.key_loan")).findFirst().orElseThrow();
        var rows = List.of(row(3, "2026-11-02", "2026-11-04", "2026-11-03"), row(4, "2026-11-09", "2026-11-11", "未还"), row(5, "2026-11-09", "2026-11-01", "未还"),
                row(6, "2026-11-02", "2026-11-04", "2026-11-03"));
        assertThat(template.take(rows, admin)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.DUPLICATE);
    }

    private static Row row(int line, String lent, String due, String returned) {
        return new Row("钥匙", line, Map.of("key_name", "广播室钥匙", "borrower", "梁红远", "lent_on", lent, "due_on", due, "returned_on", returned));
    }
}
