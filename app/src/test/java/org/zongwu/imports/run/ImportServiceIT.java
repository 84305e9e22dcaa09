package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.engine.Tables.SERIES;
import static zongwu.db.imports.Tables.RUN;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Limits;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;

@Office
class ImportServiceIT {
    private static final String FILE = "入库记录\n编号,数量,备注\nA1,5,\nA2,约 7,\nA1,5,\nA3,9,够用\n合计,19,\n";

    @TempDir
    Path folder;

    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    DSLContext db;
    @Autowired
    Originals originals;
    @Autowired
    RunRepository runs;
    @Autowired
    People people;
    @Autowired
    Trail trail;
    @Autowired
    Messages messages;
    @Autowired
    Clock clock;

    private ImportService imports;
    private Actor keeper;

    @BeforeEach
    void aSchoolWithOneTemplate() {
        imports = with("marks");
        keeper = keeper();
    }

    private ImportService with(String... templates) {
        var catalogue = new Catalogue(List.of(templates).stream().map(id -> (org.zongwu.kernel.ImportTemplate) new MarksTemplate(id, db)).toList(), messages);
        return new ImportService(catalogue, originals, runs, tenancy, db, people, trail, messages, clock);
    }

    private Actor keeper() {
        var school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false);
        return new Actor(school.id(), UUID.randomUUID(), "保管员", Set.of(Duty.STOREKEEPER));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_leaves_nothing() {
        var report = imports.run(keeper, file(FILE), null, true);
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(4, 2, 1, 0, 1));
        assertThat(report.findings()).extracting(ImportReport.Finding::line, ImportReport.Finding::verdict, ImportReport.Finding::written)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, Verdict.PROBLEM, "约 7"), org.assertj.core.groups.Tuple.tuple(5, Verdict.DUPLICATE, "A1"));
        assertThat(marks(keeper)).isZero();
        assertThat(tenancy.<Boolean>read(keeper.schoolId(), () -> runs.find(report.runId()).orElseThrow().dry())).isTrue();
    }

    @Test
    void a_commit_takes_the_good_rows_in_and_leaves_the_others() {
        var report = imports.run(keeper, file(FILE), null, false);
        assertThat(report.counts().accepted()).isEqualTo(2);
        assertThat(marks(keeper)).isEqualTo(2);
        assertThat(report.parts().getFirst().subtotals()).isEqualTo(1);
    }

    @Test
    void the_report_is_kept_as_it_was_said() {
        var report = imports.run(keeper, file(FILE), null, false);
        assertThat(tenancy.<ImportReport>read(keeper.schoolId(), () -> runs.find(report.runId()).orElseThrow())).isEqualTo(report);
    }

    @Test
    void all_or_none_takes_nothing_in_when_one_row_has_a_problem() {
        var upload = imports.store(keeper, content(FILE), "a.csv");
        assertThatThrownBy(() -> tenancy.<ImportReport>write(keeper.schoolId(), () -> imports.commit(keeper, upload, null, Ids.next(), true)))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-IMP-4"));
        assertThat(marks(keeper)).isZero();
    }

    @Test
    void the_same_file_again_is_recognised_and_counts_nothing_twice() {
        var first = imports.run(keeper, file(FILE), null, false);
        var again = imports.run(keeper, file(FILE), null, true);
        assertThat(again.earlier()).isNotNull();
        assertThat(again.earlier().runId()).isEqualTo(first.runId());
        assertThat(again.earlier().at()).isEqualTo(clock.instant());
        assertThat(again.counts()).isEqualTo(new ImportReport.Counts(4, 0, 3, 0, 1));
        assertThat(marks(keeper)).isEqualTo(2);
    }

    @Test
    void a_school_sees_neither_the_runs_nor_the_originals_of_another() {
        var report = imports.run(keeper, file(FILE), null, false);
        var other = keeper();
        assertThat(tenancy.<Optional<ImportReport>>read(other.schoolId(), () -> runs.find(report.runId()))).isEmpty();
        assertThat(tenancy.<Boolean>read(other.schoolId(), () -> originals.find(report.sha256()).isPresent())).isFalse();
        assertThat(imports.run(other, file(FILE), null, true).earlier()).isNull();
        assertThat(tenancy.<Integer>read(other.schoolId(), () -> db.fetchCount(RUN))).isEqualTo(1);
    }

    @Test
    void a_file_that_two_templates_fit_is_asked_about() {
        var two = with("marks", "others");
        assertThatThrownBy(() -> two.run(keeper, file(FILE), null, true))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.which"));
        assertThat(two.run(keeper, file(FILE), "others", true).template()).isEqualTo("others");
    }

    @Test
    void a_column_that_is_missing_is_said_in_one_sentence() {
        assertThatThrownBy(() -> imports.run(keeper, file("编号,备注,日期\nA1,,\n"), "marks", true))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.missing"));
    }

    @Test
    void a_person_without_the_duty_imports_nothing() {
        var teacher = new Actor(keeper.schoolId(), UUID.randomUUID(), "教师", Set.of(Duty.TEACHER));
        assertThatThrownBy(() -> imports.run(teacher, file(FILE), "marks", false))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-IMP-3"));
    }

    @Test
    void a_heading_mapped_by_hand_is_used_from_then_on() {
        tenancy.write(keeper.schoolId(), () -> runs.remember("marks", "现存", "mark"));
        var report = imports.run(keeper, file("编号,现存\nA1,5\n"), "marks", true);
        assertThat(report.counts().accepted()).isEqualTo(1);
        assertThat(report.parts().getFirst().headings().getLast().byHand()).isTrue();
    }

    @Test
    void the_same_bytes_are_one_original_and_stay_as_they_are() throws IOException {
        var first = originals.store(keeper, content(FILE), "a.csv", Limits.SHEETS);
        var again = originals.store(keeper, content(FILE), "b.csv", Limits.SHEETS);
        assertThat(again).isEqualTo(first);
        var path = tenancy.<Path>read(keeper.schoolId(), () -> originals.path(first.sha256()));
        assertThat(Files.readAllBytes(path)).isEqualTo(FILE.getBytes(Charset.forName("GB18030")));
        assertThat(path.getParent().getParent().getParent().resolveSibling("incoming")).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_too_large_or_no_spreadsheet_leaves_nothing_on_disk() {
        assertThatThrownBy(() -> originals.store(keeper, content(FILE), "a.csv", new Limits(10, Limits.SHEETS.kinds())))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-FILE-1"));
        assertThatThrownBy(() -> originals.store(keeper, new java.io.ByteArrayInputStream("%PDF-1.7".getBytes()), "a.xlsx", Limits.SHEETS))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-FILE-2"));
    }

    private int marks(Actor actor) {
        return tenancy.<Integer>read(actor.schoolId(), () -> db.fetchCount(SERIES, SERIES.SCHOOL_ID.eq(actor.schoolId())));
    }

    private Path file(String text) {
        try {
            return Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName("GB18030")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.io.InputStream content(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(Charset.forName("GB18030")));
    }
}
