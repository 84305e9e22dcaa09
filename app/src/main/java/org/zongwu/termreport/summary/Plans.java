package org.zongwu.termreport.summary;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.PlanSource.PlanItem;
import org.zongwu.kernel.Span;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.insert.Scored;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.Task;
import org.zongwu.termreport.template.Template;

/** What is to be done after a period, and what became of it (R-PLAN-1 to -3). Within a reading transaction. */
@Component
class Plans {
    private final List<PlanSource> sources;
    private final Duties duties;
    private final Periods periods;
    private final Figures figures;
    private final ReportWords words;
    private final Clock clock;

    Plans(List<PlanSource> sources, Duties duties, Periods periods, Figures figures, ReportWords words, Clock clock) {
        this.sources = List.copyOf(sources);
        this.duties = duties;
        this.periods = periods;
        this.figures = figures;
        this.words = words;
        this.clock = clock;
    }

    /** What a person has set, what is left by the figures of the text, then what the modules say of themselves; a report of one theme has only the first two. */
    List<Task> of(Subject subject, Template template, FigureBook book) {
        var by = periods.followed(subject.period()).orElse(null);
        var due = words.due(by);
        // what has no owner of its own is the director's, or of whom the report is (R-PLAN-2)
        var director = subject.person() != null ? words.person(subject) : duties.holders(Duty.GA_DIRECTOR, LocalDate.now(clock)).stream().findFirst().map(Employee::name).orElse(null);
        var tasks = new ArrayList<Task>();
        for (var typed : template.tasks()) tasks.add(typed(typed, director, due));
        for (var leftover : template.leftovers()) {
            book.find(leftover.figureId()).filter(left -> left.value() != null && left.value().signum() > 0).ifPresent(left -> tasks.add(new Task(leftover.figureId(), leftover.words(),
                    left.value().longValue(), director, due, by, words.cleared(), null, null, left.link())));
        }
        if (subject.theme() != Theme.OFFICE) return List.copyOf(tasks);
        for (var item : items(subject.period().span())) {
            var last = item.due().last();
            tasks.add(new Task(key(item), words.task(item), item.count(), item.owner() == null ? director : item.owner(), last == null ? due : words.due(item.due()), last == null ? by : last,
                    words.cleared(), null, null, item.link()));
        }
        return List.copyOf(tasks);
    }

    /** The tasks of that report as they stand now: how much of what was open then is open still. */
    List<Scored> scored(Summary last) {
        var subject = last.head().subject();
        var open = new HashMap<String, Long>();
        if (subject.theme() == Theme.OFFICE) for (var item : items(subject.period().span())) open.merge(key(item), item.count(), Long::sum);
        return last.plan().stream().map(task -> new Scored(task, task.byHand() != null ? 0 : left(task, subject, open))).toList();
    }

    private long left(Task task, Subject subject, HashMap<String, Long> open) {
        var item = open.get(task.source());
        if (item != null) return item;
        return figures.some(subject, Set.of(task.source())).stream().filter(f -> f.definition().id().equals(task.source())).findFirst()
                .flatMap(f -> Optional.ofNullable(f.value())).map(BigDecimal::longValue).orElse(0L);
    }

    private List<PlanItem> items(Span span) {
        return sources.stream().flatMap(s -> s.planItems(span).stream()).toList();
    }

    private static String key(PlanItem item) {
        return item.source() + "/" + item.textKey();
    }

    private static Task typed(Template.Typed typed, @Nullable String director, String due) {
        return new Task(Task.BY_HAND, typed.task(), 0, typed.owner().isEmpty() ? director : typed.owner(), typed.due().isEmpty() ? due : typed.due(), null,
                typed.target().isEmpty() ? null : typed.target(), typed.money(), typed.by().isEmpty() ? null : typed.by(), "");
    }
}
