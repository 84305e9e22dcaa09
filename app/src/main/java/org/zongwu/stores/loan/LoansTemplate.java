package org.zongwu.stores.loan;

import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_LINE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Terms;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;

/**
 * 借用登记: every row a loan of grade IMPORTED with what the register says of its return. Its things stand on no card: a paper
 * register names things by their labels, and what the cards opened with was counted without them.
 */
@Component
class LoansTemplate implements ImportTemplate {
    private final LoanRepository loans;
    private final LoanSteps steps;
    private final People people;
    private final Terms terms;
    private final Series series;
    private final Trail trail;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    LoansTemplate(LoanRepository loans, LoanSteps steps, People people, Terms terms, Series series, Trail trail, Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.loans = loans;
        this.steps = steps;
        this.people = people;
        this.terms = terms;
        this.series = series;
        this.trail = trail;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "loans";
    }

    @Override
    public int order() {
        return 520;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("day", true, Kind.DATE, List.of("借出日期", "借用日期", "借出时间", "借用时间", "lent on")),
                new Field("borrower", true, Kind.TEXT, List.of("借用人", "借用人姓名", "借出借用人", "借物人", "borrower")),
                new Field("department", false, Kind.TEXT, List.of("部门", "借用部门", "科室", "department")),
                new Field("thing", true, Kind.TEXT, List.of("物品", "物品名称", "借用物品", "品名", "thing")),
                new Field("number", false, Kind.CODE, List.of("编号", "物品编号", "器材编号", "number")),
                new Field("quantity", true, Kind.NUMBER, List.of("数量", "借用数量", "quantity")),
                new Field("purpose", false, Kind.TEXT, List.of("用途", "借用用途", "purpose", "借用事由", "事由", "借用原因")),
                new Field("due", false, Kind.DATE, List.of("应还日期", "拟还日期", "归还期限", "应还时间", "due")),
                new Field("returned", false, Kind.DATE, List.of("归还日期", "实际归还日期", "还回日期", "归还时间", "returned on")),
                new Field("returner", false, Kind.TEXT, List.of("归还人", "经还人", "returned by")),
                new Field("condition", false, Kind.TEXT, List.of("完好情况", "归还情况", "物品状况", "condition", "归还时状况", "归还状况", "归还时情况")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "note", "remark")));
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var taking = new Taking();
            var outcomes = new HashMap<Row, Outcome>();
            var read = new ArrayList<LoanRow>();
            for (var row : rows) {
                var flaw = problem(row);
                if (flaw != null) outcomes.put(row, flaw);
                else read.add(LoanRow.of(row));
            }
            for (var r : read) outcomes.put(r.row(), taking.judge(r));
            var taken = read.stream().filter(r -> isTaken(outcomes.get(r.row()))).sorted(Comparator.comparing(LoanRow::day)).toList();
            taking.keep(taken, actor).forEach((row, ref) -> outcomes.put(row, outcomes.get(row).made(ref)));
            return rows.stream().map(outcomes::get).toList();
        });
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome.verdict() == Verdict.ACCEPTED || outcome.verdict() == Verdict.WARNING;
    }

    /** Only these must be read; a word instead of a day of return means something. */
    private @Nullable Outcome problem(Row row) {
        for (var f : fields()) {
            var text = row.get(f.name());
            if (f.required() && text == null) return Outcome.of(Verdict.PROBLEM, row, f.name(), "import.flaw.missing");
        }
        if (row.day("day") == null) return Outcome.of(Verdict.PROBLEM, row, "day", "import.flaw.DATE", row.get("day"));
        var quantity = row.number("quantity");
        if (quantity == null || quantity.signum() <= 0) return Outcome.of(Verdict.PROBLEM, row, "quantity", "import.flaw.NUMBER", row.get("quantity"));
        var returned = row.day("returned");
        if (returned != null && returned.isBefore(row.day("day"))) return Outcome.of(Verdict.PROBLEM, row, "returned", "import.loans.back-first", returned, row.day("day"));
        return null;
    }

    /** One file being taken in. */
    private final class Taking {
        private final Set<String> known = new HashSet<>();
        private final Map<String, List<Employee>> named = new HashMap<>();
        private final LocalDate today = LocalDate.now(clock);

        Taking() {
            db.select(LOAN.BUSINESS_DATE, LOAN.BORROWER, LOAN_LINE.THING, LOAN_LINE.THING_NO).from(LOAN)
                    .join(LOAN_LINE).on(LOAN_LINE.SCHOOL_ID.eq(LOAN.SCHOOL_ID), LOAN_LINE.LOAN_ID.eq(LOAN.ID))
                    .where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.GRADE.eq(Grade.IMPORTED.name()), LOAN.REVERSAL_OF.isNull(),
                            LOAN.ID.notIn(db.select(LOAN.REVERSAL_OF).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.REVERSAL_OF.isNotNull())))
                    .forEach(r -> known.add(r.value1() + " " + r.value2() + " " + r.value3() + " " + r.value4()));
        }

        Outcome judge(LoanRow r) {
            if (!known.add(r.key())) return Outcome.of(Verdict.DUPLICATE, r.row(), "thing", "import.loans.twice");
            var person = people(r.borrower());
            var out = r.back() == null && !r.lost() || r.back() != null && r.quantity().exceeds(r.back());
            if (person.isEmpty()) return Outcome.of(Verdict.WARNING, r.row(), "borrower", "import.loans.nobody", r.borrower());
            if (out && person.stream().noneMatch(Employee::inService)) return Outcome.of(Verdict.WARNING, r.row(), "borrower", "import.loans.left", r.borrower());
            if (r.back() != null && r.backOn() == null) return Outcome.of(Verdict.WARNING, r.row(), "returned", "import.loans.day-unknown");
            return Outcome.accepted(r.row());
        }

        /** Numbered in the order of the days, all of a year at once. */
        Map<Row, WorkRef> keep(List<LoanRow> rows, Actor actor) {
            var made = new HashMap<Row, WorkRef>();
            var years = new TreeMap<Integer, List<LoanRow>>();
            for (var r : rows) years.computeIfAbsent(r.day().getYear(), y -> new ArrayList<>()).add(r);
            years.forEach((year, of) -> {
                var numbers = series.next(LoanService.SERIES, year, of.size());
                for (var i = 0; i < of.size(); i++) made.put(of.get(i).row(), keep(of.get(i), numbers.get(i), actor));
            });
            return made;
        }

        private WorkRef keep(LoanRow r, String no, Actor actor) {
            var at = clock.instant();
            var who = people(r.borrower()).stream().findFirst();
            var line = new PostedLoan.Line(1, null, r.thing(), r.thingNo(), null, r.quantity(), r.quantity(), null);
            var loan = new PostedLoan(Ids.next(), no, null, who.map(Employee::id).orElse(null), r.borrower().replaceAll("\\s", ""),
                    r.department() == null ? who.map(Employee::department).orElse(null) : r.department(), null, r.day(), r.dueOn(), terms.on(r.day()).map(t -> t.id()).orElse(null),
                    r.purpose() == null ? "" : r.purpose(), r.words(), null, null, null, actor.employeeId(), at, actor.employeeId(), null, null, null, Grade.IMPORTED, at, List.of(line));
            loans.insert(loan);
            loans.open(loan);
            var images = loans.images(loan.id()).and(steps.move(loan, LoanSteps.Kind.OUT, loan.id(), r.day(), Map.of(1, r.quantity()), Map.of(), actor.employeeId(), at));
            if (r.lost()) {
                var on = r.backOn() == null ? r.day() : r.backOn();
                var loss = new LoanSteps.Loss(Ids.next(), no + "-1", loan.id(), 1, on, r.words(), Money.ZERO, null, null);
                loans.close(loan.id(), 1, r.quantity());
                images = images.and(steps.lose(loss, Grade.IMPORTED, actor.employeeId(), at))
                        .and(steps.move(loan, LoanSteps.Kind.LOSS, loss.id(), on, Map.of(1, r.quantity()), Map.of(1, r.words()), actor.employeeId(), at));
                if (r.compensation() != null) {
                    images = images.and(steps.compensate(Ids.next(), loss.id(), on, r.compensation(), r.words(), Grade.IMPORTED, actor.employeeId(), at));
                }
            } else if (r.back() != null && r.back().isPositive()) {
                loans.close(loan.id(), 1, r.back());
                images = images.and(steps.move(loan, LoanSteps.Kind.RETURN, loan.id(), r.backOn(), Map.of(1, r.back()), r.words() == null ? Map.of() : Map.of(1, r.words()), actor.employeeId(), at));
            }
            var ref = LoanService.ref(loan.id(), no);
            trail.write(actor, "imported", ref, null, images.and(loans.openImages(loan.id())));
            return ref;
        }

        private List<Employee> people(String name) {
            return named.computeIfAbsent(name, people::named);
        }
    }

    /** Loans go back as red documents: what was seen stays to be seen. One on which something was done since stays. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var today = LocalDate.now(clock);
            var touched = made.stream().filter(ref -> steps.isTouched(ref.id())).map(ref -> new Dependent(ref.no() + " " + messages.say("import.loans.touched"), ref)).toList();
            if (!touched.isEmpty()) return touched;
            var reason = messages.say("stores.import-taken-back");
            for (var ref : made) {
                var original = loans.posted(ref.id()).orElseThrow();
                if (loans.reversalNo(ref.id()).isPresent()) continue;
                var out = loans.outstanding(ref.id()).get(1);
                var at = clock.instant();
                var reversal = original.reversal(Ids.next(), series.next(LoanService.SERIES, original.day().getYear()), actor.employeeId(), original.day(), original.termId(),
                        reason, at);
                loans.insert(reversal);
                var images = loans.images(reversal.id());
                if (out.isPositive()) {
                    loans.close(ref.id(), 1, out);
                    images = images.and(steps.move(original, LoanSteps.Kind.REVERSAL, reversal.id(), today, Map.of(1, out), Map.of(), actor.employeeId(), at)).and(loans.openImages(ref.id()));
                }
                trail.write(actor, "reversed", LoanService.ref(reversal.id(), reversal.no()), reason, images);
            }
            return List.<Dependent>of();
        });
    }
}
