package org.zongwu.stores.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

/** 08 借用登记 as a clerk kept it. */
@Office
class LoansTemplateIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));

    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Terms terms;
    @Autowired FileImports imports;
    @Autowired LoansTemplate template;
    @Autowired LoanService loans;
    @Autowired List<FigureSource> sources;
    @Autowired TestClock clock;

    private Opened school;

    @BeforeEach
    void aSchoolInItsTerm() {
        clock.set(LocalDate.of(2026, 7, 15), LocalTime.of(17, 0));
        school = Opened.school(schools, tenancy, setUp);
        school.write(() -> setUp.firstDuty(school.first(), Duty.GA_DIRECTOR));
        school.write(() -> terms.open(school.actor(Duty.GA_DIRECTOR), new Term(Ids.next(), "2025-2026-2", TERM.from(), LocalDate.of(2026, 3, 2), TERM.to())));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_sample_register_comes_to_what_it_must() {
        var results = new TreeMap<String, FileImports.Result>();
        imports.load(school.id(), List.of(Path.of("../samples/xingcheng/01-教职工名册.xlsx"), Path.of("../samples/xingcheng/08-借用登记.xlsx")), "", false, r -> results.put(r.file(), r));
        var loans = results.get("08-借用登记.xlsx");
        assertThat(loans.words()).isNotNull();
        assertThat(loans.taken()).as("%s", loans.words()).isEqualTo(132);
        assertThat(loans.findings().stream().map(f -> f.verdict() + " " + f.row())).containsExactlyInAnyOrder("duplicate 55", "duplicate 83", "warning 8", "warning 37");
        var figures = figures();
        assertThat(figures.get("LOAN_COUNT").value()).as("one was lent before the term").isEqualByComparingTo("131");
        assertThat(figures.get("LOAN_COUNT").grade()).isEqualTo(Grade.IMPORTED);
        assertThat(figures.get("LOAN_OUT").value()).isEqualByComparingTo("13");
        assertThat(figures.get("LOAN_OVERDUE").value()).isEqualByComparingTo("11");
        assertThat(figures.get("LOAN_COMPENSATION").value()).isEqualByComparingTo("120");
        var rate = figures.get("LOAN_ONTIME_RATE");
        assertThat(rate.value().doubleValue() * rate.evidenceCount() / 100).as("22 came back late").isCloseTo(rate.evidenceCount() - 22.0, Offset.offset(0.1));
    }

    @Test
    void rows_are_read_as_clerks_write_them_and_the_file_can_be_taken_back() {
        school.write(() -> setUp.firstEmployee("T001", "康德斌", "英语组"));
        var rows = List.of(row(2, "康德斌", "帐篷", "11", "2026-06-02", "2026-07-01", "", "", "7.1归还8件，尚欠3件"), row(3, "康德斌", "冲击钻", "1", "2026-03-10", "2026-03-11", "2026-03-14", "遗失", "照价赔偿120元，已交财务"),
                row(4, "康德斌", "秒表", "1", "2026-03-26", "2026-04-25", "已还", "完好", ""), row(5, "外来人", "音箱", "1", "2026-03-26", "用完即还", "2026-03-27", "", ""),
                row(6, "康德斌", "三脚架", "1", "2026-03-26", "2026-03-27", "2026-03-20", "", ""), row(7, "康 德斌", "帐篷", "11", "2026-06-02", "2026-07-01", "", "", ""));
        var keeper = school.actor(Duty.STOREKEEPER);
        var outcomes = template.take(rows, keeper);
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING, Verdict.WARNING, Verdict.PROBLEM, Verdict.DUPLICATE);
        assertThat(slip(outcomes.get(0).made().id()).out().getFirst().outstanding().toString()).isEqualTo("3");
        assertThat(slip(outcomes.get(1).made().id()).losses().getFirst().compensation().toString()).isEqualTo("120.00");
        assertThat(slip(outcomes.get(2).made().id()).state()).isEqualTo(LoanState.CLOSED);
        assertThat(template.take(rows, keeper)).extracting(Outcome::verdict).filteredOn(v -> v == Verdict.DUPLICATE).hasSize(5);
        var made = outcomes.stream().map(Outcome::made).filter(Objects::nonNull).toList();
        assertThat(template.undo(made, keeper)).isEmpty();
        assertThat(figures().get("LOAN_COUNT").value()).isNull();
        assertThat(template.take(rows, keeper)).extracting(Outcome::verdict).filteredOn(v -> v == Verdict.DUPLICATE).hasSize(1);
    }

    private LoanSlip slip(UUID id) {
        return tenancy.<LoanSlip>read(school.id(), () -> loans.slip(id).orElseThrow());
    }

    private Map<String, Figure> figures() {
        return tenancy.<Map<String, Figure>>read(school.id(), () -> {
            var all = new HashMap<String, Figure>();
            sources.stream().filter(LoanFigures.class::isInstance).forEach(s -> s.figures(TERM).forEach(f -> all.put(f.definition().id(), f)));
            return all;
        });
    }

    private static Row row(int n, String borrower, String thing, String quantity, String day, String due, String returned, String condition, String note) {
        return new Row("借用", n, Map.of("borrower", borrower, "thing", thing, "quantity", quantity, "day", day, "due", due, "returned", returned, "condition", condition, "note", note));
    }
}
