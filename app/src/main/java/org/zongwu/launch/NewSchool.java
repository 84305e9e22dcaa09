package org.zongwu.launch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.ledger.Ledgers;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

/**
 * A school from nothing, so that a folder of ledgers can come in: its name, one term, the books of its years, and a director for whom the
 * console acts. It has no account; whoever starts {@code run} on it still gets the one-time link.
 */
final class NewSchool {
    private static final String CODE = "school";
    private static final String TERM = "\\d{4}-\\d{4}-[12]";

    private NewSchool() {}

    static Schools.School open(BackOffice office, String name, Arguments arguments) {
        var schools = office.bean(Schools.class);
        if (!schools.all().isEmpty()) throw new Misused("这里已经有学校了，不能再用 --new；直接导入即可", "there is a school here already; import without --new");
        var term = term(arguments, LocalDate.now(office.bean(Clock.class)));
        var school = schools.open(arguments.value("school").orElse(CODE), name, false);
        office.bean(Tenancy.class).write(school.id(), () -> {
            var setUp = office.bean(SetUp.class);
            var director = setUp.firstEmployee("0000", "总务主任", "总务处");
            setUp.firstDuty(director, Duty.GA_DIRECTOR);
            var actor = new Actor(school.id(), director, "总务主任", Set.of(Duty.GA_DIRECTOR));
            office.bean(Terms.class).open(actor, term);
            office.bean(Ledgers.class).open(actor, term.startsOn().getYear(), term.endsOn().getYear());
        });
        return school;
    }

    /** The term named, or the one of today; its days as schools usually have them, unless they are named too. */
    private static Term term(Arguments arguments, LocalDate today) {
        var spring = today.getMonthValue() >= 2 && today.getMonthValue() < 8;
        var begun = spring || today.getMonthValue() == 1 ? today.getYear() - 1 : today.getYear();
        var code = arguments.value("term").orElse(begun + "-" + (begun + 1) + "-" + (spring ? 2 : 1));
        if (!code.matches(TERM)) throw new Misused("学期写作 2025-2026-2（第二学期）这样的代码", "a term is written as 2025-2026-2, the second of the school year");
        var year = Integer.parseInt(code.substring(0, 4));
        var first = code.endsWith("1");
        var from = day(arguments, "from", first ? LocalDate.of(year, 8, 20) : LocalDate.of(year + 1, 2, 1));
        var to = day(arguments, "to", first ? LocalDate.of(year + 1, 1, 31) : LocalDate.of(year + 1, 7, 15));
        if (to.isBefore(from)) throw new Misused("--to 在 --from 之前", "--to is before --from");
        return new Term(Ids.next(), code, from, from, to);
    }

    private static LocalDate day(Arguments arguments, String option, LocalDate usual) {
        try {
            return arguments.value(option).map(LocalDate::parse).orElse(usual);
        } catch (java.time.format.DateTimeParseException e) {
            throw new Misused("--" + option + " 写作 2026-02-01 这样的日期", "--" + option + " is a day as 2026-02-01");
        }
    }
}
