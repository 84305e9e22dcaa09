package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.engine.Tables.SERIES;
import static zongwu.db.imports.Tables.RUN;
import static zongwu.db.imports.Tables.SOURCE_ROW;

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
import org.zongwu.imports.sheet.Books;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.school.Terms;
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
    SourceRows sources;
    @Autowired
    Terms terms;
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
        return with(List.of(templates).stream().map(id -> new MarksTemplate(id, db)).toArray(MarksTemplate[]::new));
    }

    private ImportService with(MarksTemplate... templates) {
        var catalogue = new Catalogue(List.of(templates), messages);
        return new ImportService(new Preparation(catalogue, originals, runs, terms, tenancy, messages), originals, runs, sources, tenancy, db, people, trail, messages, clock);
    }

    private Actor keeper() {
        var school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false);
        return new Actor(school.id(), UUID.randomUUID(), "保管员", Set.of(Duty.STOREKEEPER));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_leaves_nothing() {
        var report = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, true);
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(4, 2, 1, 0, 1));
        assertThat(report.findings()).extracting(ImportReport.Finding::line, ImportReport.Finding::verdict, ImportReport.Finding::written)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, Verdict.PROBLEM, "约 7"), org.assertj.core.groups.Tuple.tuple(5, Verdict.DUPLICATE, "A1"));
        assertThat(marks(keeper)).isZero();
        assertThat(tenancy.<Boolean>read(keeper.schoolId(), () -> runs.find(report.runId()).orElseThrow().dry())).isTrue();
    }

    @Test
    void a_commit_takes_the_good_rows_in_and_leaves_the_others() {
        var report = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, false);
        assertThat(report.counts().accepted()).isEqualTo(2);
        assertThat(marks(keeper)).isEqualTo(2);
        assertThat(report.sheets().getFirst().subtotals()).isEqualTo(1);
    }

    @Test
    void the_report_is_kept_as_it_was_said() {
        var report = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, false);
        assertThat(tenancy.<ImportReport>read(keeper.schoolId(), () -> runs.find(report.runId()).orElseThrow())).isEqualTo(report);
    }

    @Test
    void all_or_none_takes_nothing_in_when_one_row_has_a_problem() {
        var upload = imports.store(keeper, content(FILE), "a.csv");
        assertThatThrownBy(() -> tenancy.<ImportReport>write(keeper.schoolId(), () -> imports.commit(keeper, upload, Wanted.BY_HEADINGS, Ids.next(), true)))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-IMP-4"));
        assertThat(marks(keeper)).isZero();
    }

    @Test
    void the_same_file_again_is_recognised_and_counts_nothing_twice() {
        var first = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, false);
        var again = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, true);
        assertThat(again.earlier()).isNotNull();
        assertThat(again.earlier().runId()).isEqualTo(first.runId());
        assertThat(again.earlier().at()).isEqualTo(clock.instant());
        assertThat(again.counts()).isEqualTo(new ImportReport.Counts(4, 0, 3, 0, 1));
        assertThat(marks(keeper)).isEqualTo(2);
    }

    @Test
    void a_school_sees_neither_the_runs_nor_the_originals_of_another() {
        var report = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, false);
        var other = keeper();
        assertThat(tenancy.<Optional<ImportReport>>read(other.schoolId(), () -> runs.find(report.runId()))).isEmpty();
        assertThat(tenancy.<Boolean>read(other.schoolId(), () -> originals.find(report.sha256()).isPresent())).isFalse();
        assertThat(imports.run(other, file(FILE), Wanted.BY_HEADINGS, true).earlier()).isNull();
        assertThat(tenancy.<Integer>read(other.schoolId(), () -> db.fetchCount(RUN))).isEqualTo(1);
    }

    @Test
    void a_file_that_two_templates_fit_is_asked_about() {
        var two = with("marks", "others");
        assertThatThrownBy(() -> two.run(keeper, file(FILE), Wanted.BY_HEADINGS, true))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.which"));
        assertThat(two.run(keeper, file(FILE), Wanted.all("others"), true).templates()).containsExactly("others");
    }

    @Test
    void a_workbook_of_several_ledgers_goes_in_as_one_run_in_their_order() throws IOException {
        var both = with(new MarksTemplate("marks", db), new MarksTemplate("weights", 2, "重量", db));
        var report = both.run(keeper, workbook(), Wanted.BY_HEADINGS, false);
        assertThat(report.ledgers()).extracting(ImportReport.Ledger::template).containsExactly("marks", "weights");
        assertThat(report.ledgers()).extracting(l -> l.counts().accepted()).containsExactly(3, 1);
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(5, 4, 0, 0, 1));
        assertThat(report.sheets()).extracting(ImportReport.Sheet::template).containsExactly("weights", "marks", "marks", null, null);
        assertThat(report.sheets()).extracting(ImportReport.Sheet::quiet).containsExactly(true, true, true, false, true);
        assertThat(report.needsSomebody()).isTrue();
        assertThat(report.findings()).extracting(f -> f.sheet() + f.line() + f.column()).containsExactly("重量21");
        assertThat(tenancy.<ImportReport>read(keeper.schoolId(), () -> runs.find(report.runId()).orElseThrow())).isEqualTo(report);
    }

    @Test
    void a_ledger_with_a_problem_keeps_the_others_out_too_when_all_must_be_good() throws IOException {
        var both = with(new MarksTemplate("marks", db), new MarksTemplate("weights", 2, "重量", db));
        var upload = both.store(keeper, Files.newInputStream(workbook()), "a.xlsx");
        assertThatThrownBy(() -> tenancy.<ImportReport>write(keeper.schoolId(), () -> both.commit(keeper, upload, Wanted.BY_HEADINGS, Ids.next(), true))).isInstanceOf(RuleBroken.class);
        assertThat(marks(keeper)).isZero();
    }

    @Test
    void a_person_says_what_a_sheet_is_and_leaves_another_out() throws IOException {
        var both = with(new MarksTemplate("marks", db), new MarksTemplate("weights", 2, "重量", db));
        var report = both.run(keeper, workbook(), Wanted.of(java.util.Map.of("一月", "", "二月", "marks")), true);
        assertThat(report.sheets()).extracting(ImportReport.Sheet::template).containsExactly("weights", null, "marks", null, null);
        assertThatThrownBy(() -> both.run(keeper, workbook(), Wanted.of(java.util.Map.of("一月", "weights")), true))
                .isInstanceOfSatisfying(Unfit.class, e -> assertThat(e.sheet() + e.template() + e.key()).isEqualTo("一月weightsrule.imports.missing"));
    }

    @Test
    void two_templates_that_fit_a_sheet_as_well_leave_it_to_a_person() throws IOException {
        var three = with(new MarksTemplate("marks", db), new MarksTemplate("others", db), new MarksTemplate("weights", 2, "重量", db));
        var report = three.run(keeper, workbook(), Wanted.BY_HEADINGS, true);
        assertThat(report.sheets().get(1).candidates()).containsExactly("marks", "others");
        assertThat(report.ledgers()).extracting(ImportReport.Ledger::template).containsExactly("weights");
        assertThat(report.needsSomebody()).isTrue();
    }

    private Path workbook() {
        return Books.write(folder, w -> {
            var weights = w.newWorksheet("重量");
            Books.row(weights, 1, "编号", "重量", "备注");
            Books.row(weights, 2, "W1", "轻");
            Books.row(weights, 3, "W2", 3);
            var january = w.newWorksheet("一月");
            Books.row(january, 1, "编号", "数量", "备注");
            Books.row(january, 2, "A1", 1);
            var february = w.newWorksheet("二月");
            Books.row(february, 1, "二月入库");
            Books.row(february, 3, "编号", "数量");
            Books.row(february, 4, "A2", 1);
            Books.row(february, 5, "A3", 1);
            Books.row(w.newWorksheet("说明"), 1, "甲", "乙");
            w.newWorksheet("Sheet5");
        });
    }

    @Test
    void a_column_that_is_missing_is_said_in_one_sentence() {
        assertThatThrownBy(() -> imports.run(keeper, file("编号,备注,日期\nA1,,\n"), Wanted.all("marks"), true))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.missing"));
    }

    @Test
    void a_person_without_the_duty_imports_nothing() {
        var teacher = new Actor(keeper.schoolId(), UUID.randomUUID(), "教师", Set.of(Duty.TEACHER));
        assertThatThrownBy(() -> imports.run(teacher, file(FILE), Wanted.all("marks"), false))
                .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.ruleId()).isEqualTo("R-IMP-3"));
    }

    @Test
    void a_heading_mapped_by_hand_is_used_from_then_on() {
        tenancy.write(keeper.schoolId(), () -> runs.remember("marks", "现存", "mark"));
        var report = imports.run(keeper, file("编号,现存\nA1,5\n"), Wanted.all("marks"), true);
        assertThat(report.counts().accepted()).isEqualTo(1);
        assertThat(report.sheets().getFirst().headings().getLast().byHand()).isTrue();
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

    @Test
    void every_line_that_went_in_is_kept_as_it_stood() {
        var report = imports.run(keeper, file(FILE), Wanted.BY_HEADINGS, false);
        var rows = tenancy.<List<String>>read(keeper.schoolId(), () -> db.select(SOURCE_ROW.LINE, SOURCE_ROW.CELLS).from(SOURCE_ROW)
                .where(SOURCE_ROW.SCHOOL_ID.eq(keeper.schoolId()), SOURCE_ROW.RUN_ID.eq(report.runId())).orderBy(SOURCE_ROW.PLACE).fetch(r -> r.value1() + " " + r.value2().data()));
        assertThat(rows).containsExactly("3 {\"数量\": \"5\", \"编号\": \"A1\"}", "6 {\"备注\": \"够用\", \"数量\": \"9\", \"编号\": \"A3\"}");
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
