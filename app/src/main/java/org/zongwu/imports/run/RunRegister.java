package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.RUN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** Every run of the past: what was tried, what went in. */
@Controller
class RunRegister {
    private final Registers registers;
    private final RunRepository runs;
    private final Catalogue catalogue;

    RunRegister(Registers registers, RunRepository runs, Catalogue catalogue) {
        this.registers = registers;
        this.runs = runs;
        this.catalogue = catalogue;
    }

    @Allow(everyone = true)
    @GetMapping("/imports/runs")
    Object list(HttpServletRequest request, Actor actor) {
        var ids = catalogue.of(actor).stream().map(ImportTemplate::id).toList();
        return registers.show(register(actor), () -> runs.runs(ids, catalogue::title), request, actor);
    }

    private Register register(Actor actor) {
        var at = DSL.field(DSL.name("runs", "at"), RUN.AT.getDataType());
        return Register.of("imports.run", "/imports/runs")
                .columns(Column.time("at", at).link(r -> "/imports/runs/" + r.get(RUN.ID.getName())),
                        Column.text("template", text("title")), Column.text("file", text("file_name")),
                        Column.status("state", text("state"), "imports.state", s -> s.equals("DONE") ? Column.Mark.END : Column.Mark.PLAIN),
                        count("rows_read"), count("rows_accepted"), count("rows_duplicate"), count("rows_warning"), count("rows_problem"))
                .with(DSL.field(DSL.name("runs", "id"), RUN.ID.getDataType()))
                .words(text("file_name")).days(DSL.field(DSL.name("runs", "day"), LocalDate.class))
                .choice("template", text("title"), () -> {
                    var titles = new LinkedHashMap<String, String>();
                    catalogue.of(actor).forEach(t -> titles.put(catalogue.title(t.id()), catalogue.title(t.id())));
                    return titles;
                })
                .order("-at", DSL.field(DSL.name("runs", "id"), RUN.ID.getDataType()))
                .phone("template", "rows_accepted", java.util.List.of("file"), "at");
    }

    private static org.jooq.Field<String> text(String name) {
        return DSL.field(DSL.name("runs", name), String.class);
    }

    private static Column count(String name) {
        return Column.count(name, DSL.field(DSL.name("runs", name), Integer.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        NavEntry importsInMenu(Catalogue catalogue) {
            return NavEntry.of("import", "imports.title", "/imports", 980, catalogue.duties());
        }
    }
}
