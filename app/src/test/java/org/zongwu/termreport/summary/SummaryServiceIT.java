package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.engine.Tables.JOB;
import static zongwu.db.engine.Tables.SERIES;
import static zongwu.db.termreport.Tables.SUMMARY;
import static zongwu.db.termreport.Tables.SUMMARY_FIGURE;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.Duties;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.docx.ReportDocx;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.FiguresJson;
import org.zongwu.termreport.insert.Inserts;
import org.zongwu.termreport.letterhead.Letterheads;
import org.zongwu.termreport.pdf.ReportPdf;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.text.Texts;
import org.zongwu.trail.Trail;

/** Versions of the report over figures of this test: the jobs of the school, of which records can be taken away again. */
@Office
class SummaryServiceIT {
    private static final LocalDate OPENS = LocalDate.of(2026, 8, 25);

    @Autowired
    private Schools schools;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private SetUp setUp;

    @Autowired
    private Terms terms;

    @Autowired
    private Duties duties;

    @Autowired
    private SummaryRepository summaries;

    @Autowired
    private ReportWords words;

    @Autowired
    private Periods periods;

    @Autowired
    private Inserts inserts;

    @Autowired
    private ObjectProvider<Signatures> signatures;

    @Autowired
    private ReportPdf pdf;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Texts texts;

    @Autowired
    private Trail trail;

    @Autowired
    private ReportDocx docx;

    @Autowired
    private FiguresJson json;

    @Autowired
    private Clock clock;

    @Autowired
    private DSLContext db;

    private Actor director;
    private Term term;
    private Subject office;
    private Figures figures;
    private Plans plans;
    private SummaryService service;

    @BeforeEach
    void aSchoolWithThreeJobs() {
        var school = schools.open("r" + UUID.randomUUID().toString().substring(0, 12), "星城中学", false).id();
        director = tenancy.write(school, () -> {
            var id = setUp.firstEmployee("G001", "周主任", "总务处");
            setUp.firstDuty(id, Duty.GA_DIRECTOR);
            return new Actor(school, id, "周主任", Set.of(Duty.GA_DIRECTOR));
        });
        term = new Term(Ids.next(), "2026-2027-1", OPENS, OPENS, LocalDate.of(2027, 1, 20));
        tenancy.write(school, () -> {
            terms.open(director, term);
            for (var kind : List.of("REPAIR", "REPAIR", "MEAL")) addJob(kind);
            db.insertInto(SERIES, SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST).values(school, "BX", "2026", 41L).execute();
        });
        figures = new Figures(List.of(new JobFigures()), List.of(), tenancy, clock);
        plans = new Plans(List.of(new JobPlan()), duties, periods, figures, words, clock);
        service = new SummaryService(tenancy, schools, periods, figures, plans, inserts, texts, summaries, words, signatures, trail, clock);
        office = tenancy.read(school, () -> Subject.office(periods.find(term.code()).orElseThrow()));
    }

    @Test
    void a_record_that_goes_changes_exactly_the_figures_that_it_feeds() {
        var before = figures.book(director.schoolId(), term.span());
        tenancy.write(director.schoolId(), () -> deleteOne("REPAIR"));
        var after = figures.book(director.schoolId(), term.span());

        assertThat(Change.between(before, after)).extracting(c -> c.written().definition().id() + " " + c.written().value() + " → " + c.now().value())
                .containsExactly("JOBS 3 → 2", "REPAIRS 2 → 1");
    }

    @Test
    void a_version_keeps_its_figures_and_what_changed_since_is_told_by_both_numbers() {
        service.write(director, term.code());
        tenancy.write(director.schoolId(), () -> deleteOne("MEAL"));

        tenancy.read(director.schoolId(), () -> {
            var latest = service.latest(office).orElseThrow();
            assertThat(latest.book().figures()).extracting(f -> f.definition().id()).containsExactly("JOBS", "REPAIRS", "MEALS", "TICKETS", "NOTHING");
            assertThat(latest.book().find("JOBS").orElseThrow().value()).isEqualByComparingTo("3");
            assertThat(service.changes(latest)).extracting(c -> c.written().definition().id()).containsExactly("JOBS", "MEALS");
            var meals = service.changes(latest).getLast();
            assertThat(meals.written().value()).isEqualByComparingTo("1");
            assertThat(meals.now().value()).isNull();
            return null;
        });
    }

    @Test
    void a_figure_without_a_record_is_kept_as_no_record() {
        service.write(director, term.code());
        var nothing = tenancy.read(director.schoolId(), () -> service.latest(office).orElseThrow().book().find("NOTHING").orElseThrow());

        assertThat(nothing.value()).isNull();
        assertThat(nothing.grade()).isEqualTo(Grade.NONE);
    }

    @Test
    void versions_count_up_and_each_leaves_a_trace() {
        var first = service.write(director, term.code());
        var second = service.write(director, term.code());

        assertThat(List.of(first.head().version(), second.head().version())).containsExactly(1, 2);
        tenancy.read(director.schoolId(), () -> {
            assertThat(service.versions(office)).extracting(Summary.Head::version).containsExactly(2, 1);
            assertThat(trail.steps(second.head().id())).hasSize(1).first().satisfies(step -> {
                assertThat(step.action()).isEqualTo("summary-written");
                assertThat(step.actorName()).isEqualTo("周主任");
            });
            return null;
        });
    }

    @Test
    void a_version_that_was_read_back_says_the_same_as_when_it_was_written() {
        var written = service.write(director, term.code());
        var read = tenancy.read(director.schoolId(), () -> service.version(office, 1).orElseThrow());

        assertThat(read).isEqualTo(written);
        assertThat(service.manuscript(read)).isEqualTo(service.manuscript(written));
    }

    @Test
    void nobody_can_change_a_version_or_a_figure_of_it() {
        service.write(director, term.code());
        assertThatThrownBy(() -> tenancy.write(director.schoolId(), () -> db.update(SUMMARY_FIGURE).set(SUMMARY_FIGURE.VALUE, BigDecimal.TEN)
                .where(SUMMARY_FIGURE.SCHOOL_ID.eq(director.schoolId())).execute())).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenancy.write(director.schoolId(), () -> db.deleteFrom(SUMMARY)
                .where(SUMMARY.SCHOOL_ID.eq(director.schoolId())).execute())).hasMessageContaining("permission denied");
    }

    @Test
    void another_school_sees_nothing_of_it() {
        service.write(director, term.code());
        var other = schools.open("r" + UUID.randomUUID().toString().substring(0, 12), "别的学校", false).id();

        assertThat(tenancy.<Boolean>read(other, () -> service.latest(office).isEmpty() && service.versions(office).isEmpty())).isTrue();
    }

    @Test
    void a_term_that_is_not_there_is_refused_in_words() {
        assertThatThrownBy(() -> service.write(director, "2030-2031-1")).isInstanceOfSatisfying(RuleBroken.class,
                refusal -> assertThat(refusal.key()).isEqualTo("rule.termreport.no-term"));
    }

    @Test
    void the_files_hold_what_was_frozen(@TempDir Path dir) throws Exception {
        var written = new ReportFiles(service, docx, pdf, json, letterheads, signatures.getObject(), trail, tenancy, clock).write(director, term.code(), dir.resolve("reports"), "http://localhost:8080/");

        assertThat(written.version()).isEqualTo(1);
        assertThat(written.document()).hasFileName("summary-2026-2027-1-v1.docx").isNotEmptyFile();
        assertThat(Files.readString(written.figures())).contains("\"id\" : \"REPAIRS\"", "\"value\" : \"2\"", "\"from\" : \"2026-08-25\"");
    }

    @Test
    void the_plan_names_an_owner_and_a_day_for_what_the_modules_left_open() {
        var plan = service.write(director, term.code()).plan();

        assertThat(plan).extracting(t -> t.text() + " " + t.count() + " " + t.owner() + " " + t.due() + " " + t.link())
                .containsExactly("2026年秋季学期 3 周主任 下学期开学前 /jobs", "2026年春季学期 1 林保管 下学期开学前 /jobs?meals");
    }

    private void addJob(String kind) {
        db.insertInto(JOB, JOB.SCHOOL_ID, JOB.ID, JOB.KIND, JOB.PAYLOAD).values(tenancy.current(), Ids.next(), kind, JSONB.valueOf("{}")).execute();
    }

    private void deleteOne(String kind) {
        var id = db.select(JOB.ID).from(JOB).where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.KIND.eq(kind)).limit(1).fetchSingle().value1();
        db.deleteFrom(JOB).where(JOB.SCHOOL_ID.eq(tenancy.current()), JOB.ID.eq(id)).execute();
    }

    private static final class JobPlan implements PlanSource {
        @Override
        public List<PlanItem> planItems(Span finished) {
            return List.of(new PlanItem("jobs", "termreport.period.autumn", List.of("2026"), 3, null, "/jobs"),
                    new PlanItem("jobs", "termreport.period.spring", List.of("2026"), 1, "林保管", "/jobs?meals"));
        }
    }

    private final class JobFigures implements FigureSource {
        @Override
        public List<FigureDefinition> definitions() {
            return List.of(definition("JOBS"), definition("REPAIRS"), definition("MEALS"), definition("TICKETS"), definition("NOTHING"));
        }

        @Override
        public List<Figure> figures(Span span) {
            var tickets = db.select(SERIES.LAST).from(SERIES).where(SERIES.SCHOOL_ID.eq(tenancy.current())).fetchSingle().value1();
            return List.of(count("JOBS", span, JOB.KIND.isNotNull()), count("REPAIRS", span, JOB.KIND.eq("REPAIR")), count("MEALS", span, JOB.KIND.eq("MEAL")),
                    new Figure(definition("TICKETS"), span, BigDecimal.valueOf(tickets), Grade.WORKED, 1, "/tickets"), count("NOTHING", span, JOB.KIND.eq("NEVER")));
        }

        private Figure count(String id, Span span, Condition which) {
            var n = db.fetchCount(db.selectOne().from(JOB).where(JOB.SCHOOL_ID.eq(tenancy.current()), which));
            return new Figure(definition(id), span, n == 0 ? null : BigDecimal.valueOf(n), n == 0 ? Grade.NONE : Grade.WORKED, n, "/jobs?" + id);
        }

        private static FigureDefinition definition(String id) {
            return new FigureDefinition(id, Unit.DOCUMENT, 1);
        }
    }
}
