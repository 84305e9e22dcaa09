package org.zongwu.termreport.summary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.PlanSource.PlanItem;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.termreport.template.Part;

/** Names in the report: of the term, the one after it, its days and its tasks. */
@Component
class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private final MessageSource messages;

    ReportWords(MessageSource messages) {
        this.messages = messages;
    }

    Map<Part.Name, String> names(String school, String termCode, Span span) {
        var names = new EnumMap<Part.Name, String>(Part.Name.class);
        names.put(Part.Name.SCHOOL, school);
        names.put(Part.Name.TERM, term(termCode, Locale.SIMPLIFIED_CHINESE));
        names.put(Part.Name.NEXT, term(next(termCode), Locale.SIMPLIFIED_CHINESE));
        names.put(Part.Name.FROM, DAY.format(span.from()));
        names.put(Part.Name.TO, DAY.format(span.to()));
        return names;
    }

    /** {@code 2026-2027-1} is the autumn term of 2026, {@code 2026-2027-2} the spring term of 2027. */
    String term(String code, Locale locale) {
        var parts = code.split("-");
        var autumn = parts[2].equals("1");
        return messages.getMessage(autumn ? "termreport.term.autumn" : "termreport.term.spring", new Object[] {autumn ? parts[0] : parts[1]}, locale);
    }

    static String next(String code) {
        var parts = code.split("-");
        if (parts[2].equals("1")) return parts[0] + "-" + parts[1] + "-2";
        return parts[1] + "-" + (Integer.parseInt(parts[1]) + 1) + "-1";
    }

    String task(PlanItem item) {
        return messages.getMessage(item.textKey(), item.args().toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    /** Until the next term opens, which is the day by which nothing of this one may be left. */
    String due(Term finished, List<Term> all) {
        var opens = all.stream().filter(t -> t.startsOn().isAfter(finished.endsOn())).map(Term::opensOn).min(LocalDate::compareTo);
        return opens.map(day -> text("termreport.plan.due", DAY.format(day))).orElseGet(() -> text("termreport.plan.due.unknown"));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }
}
