package org.zongwu.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.TodoSource.Todo;
import org.zongwu.web.Allow;
import org.zongwu.web.DeskAction;
import org.zongwu.web.DeskChart;
import org.zongwu.web.DeskPage;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Reach;
import org.zongwu.web.Shown;
import org.zongwu.web.Todos;

/** The first page after log-in: to-dos first, then the panels that modules contribute. */
@Controller
@Allow(everyone = true)
class DeskController {
    private static final int ACTIONS = 2;

    private final Todos todos;
    private final List<DeskPanel> panels;
    private final List<DeskChart> charts;
    private final List<DeskAction> actions;
    private final Reach reach;
    private final Tenancy tenancy;
    private final Clock clock;

    DeskController(Todos todos, List<DeskPanel> panels, List<DeskChart> charts, List<DeskAction> actions, Reach reach, Tenancy tenancy, Clock clock) {
        this.todos = todos;
        this.panels = panels.stream().sorted(Comparator.comparingInt(DeskPanel::order)).toList();
        this.charts = charts;
        this.actions = actions.stream().sorted(Comparator.comparingInt(DeskAction::order)).toList();
        this.reach = reach;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView desk(Actor actor) {
        var today = LocalDate.now(clock);
        var all = todos.of(actor);
        return new ModelAndView("web/desk", Map.of("page", tenancy.read(actor.schoolId(), () -> new DeskPage(Shown.longDay(today), all.size(), groups(all, today),
                actions.stream().filter(a -> reach.mayOpen(actor, a.path())).limit(ACTIONS).toList(), panels.stream().flatMap(p -> p.panel(actor).stream()).toList(),
                charts.stream().flatMap(c -> c.charts(actor).stream()).toList()))));
    }

    /** By how they press: late, soon, later, whenever there is time. */
    private static List<DeskPage.Group> groups(List<Todo> todos, LocalDate today) {
        var pressing = new EnumMap<Pressing, List<DeskPage.Line>>(Pressing.class);
        todos.forEach(t -> pressing.computeIfAbsent(Pressing.of(t, today), p -> new ArrayList<>()).add(line(t, today)));
        return pressing.entrySet().stream().map(g -> new DeskPage.Group("desk.group." + g.getKey(), g.getValue(), Math.min(g.getKey().open, g.getValue().size()))).toList();
    }

    private enum Pressing {
        LATE(6), SOON(6), OPEN(4), LATER(1);

        private static final int SOON_DAYS = 7;

        final int open;

        Pressing(int open) {
            this.open = open;
        }

        static Pressing of(Todo todo, LocalDate today) {
            if (todo.due() == null) return OPEN;
            if (todo.due().isBefore(today)) return LATE;
            return todo.due().isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
        }
    }

    private static DeskPage.Line line(Todo todo, LocalDate today) {
        return new DeskPage.Line(todo, todo.due() == null || !todo.due().isBefore(today) ? 0 : ChronoUnit.DAYS.between(todo.due(), today));
    }
}
