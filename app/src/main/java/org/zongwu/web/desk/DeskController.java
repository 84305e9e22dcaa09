package org.zongwu.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Todos;

/** The first page after log-in: to-dos first, then the panels that modules contribute. */
@Controller
@Allow(everyone = true)
class DeskController {
    private final Todos todos;
    private final List<DeskPanel> panels;
    private final Tenancy tenancy;

    DeskController(Todos todos, List<DeskPanel> panels, Tenancy tenancy) {
        this.todos = todos;
        this.panels = panels.stream().sorted(Comparator.comparingInt(DeskPanel::order)).toList();
        this.tenancy = tenancy;
    }

    @GetMapping("/")
    ModelAndView desk(Actor actor) {
        var shown = tenancy.read(actor.schoolId(), () -> panels.stream().flatMap(p -> p.panel(actor).stream()).toList());
        return new ModelAndView("web/desk", Map.of("todos", todos.of(actor), "panels", shown));
    }
}
