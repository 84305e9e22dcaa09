package org.zongwu.termreport.summary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.PlanSource.Due;
import org.zongwu.kernel.PlanSource.PlanItem;
import org.zongwu.kernel.Span;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Part;

/** Names in the report: of its period, the one after it, its days and its tasks. It is a paper of the school, so they are Chinese. */
@Component
class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private final Periods periods;
    private final People people;
    private final MessageSource messages;

    ReportWords(Periods periods, People people, MessageSource messages) {
        this.periods = periods;
        this.people = people;
        this.messages = messages;
    }

    Map<Part.Name, String> names(String school, Period period, Span span, String person) {
        var names = new EnumMap<Part.Name, String>(Part.Name.class);
        names.put(Part.Name.SCHOOL, school);
        names.put(Part.Name.TERM, periods.name(period.code(), CHINESE));
        names.put(Part.Name.NEXT, periods.name(period.next(), CHINESE));
        names.put(Part.Name.THIS, periods.called(period, false, CHINESE));
        names.put(Part.Name.COMING, periods.called(period, true, CHINESE));
        names.put(Part.Name.FROM, DAY.format(span.from()));
        names.put(Part.Name.TO, DAY.format(span.to()));
        names.put(Part.Name.PERSON, person);
        return names;
    }

    /** Whose summary it is; empty for the office's. */
    String person(Subject subject) {
        return subject.person() == null ? "" : people.employee(subject.person()).map(Employee::name).orElse("");
    }

    String task(PlanItem item) {
        return messages.getMessage(item.textKey(), item.args().toArray(), CHINESE);
    }

    /** Until a day, or until the next term opens, which is the day by which nothing of this one may be left. */
    String due(@Nullable LocalDate day) {
        return day == null ? text("termreport.plan.due.unknown") : text("termreport.plan.due", DAY.format(day));
    }

    /** From the first to the last of the days of its records. */
    String due(Due due) {
        return due.first() == null || due.last() == null || due.first().equals(due.last()) ? due(due.last()) : text("termreport.plan.due.days", DAY.format(due.first()), DAY.format(due.last()));
    }

    /** What is seen when what was open is done. */
    String cleared() {
        return text("termreport.plan.cleared");
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, CHINESE);
    }
}
