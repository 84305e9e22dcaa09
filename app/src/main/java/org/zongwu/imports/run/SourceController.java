package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.SOURCE_ROW;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;

/** The lines that a run took in, each beside what became of it. */
@Controller
@Allow(everyone = true)
class SourceController {
    private final SourceRows sources;
    private final Pages pages;
    private final Catalogue catalogue;
    private final Registers registers;
    private final People people;
    private final Trail trail;
    private final org.zongwu.trail.Pages addresses;
    private final Tenancy tenancy;
    private final Messages messages;

    SourceController(SourceRows sources, Pages pages, Catalogue catalogue, Registers registers, People people, Trail trail, org.zongwu.trail.Pages addresses,
            Tenancy tenancy, Messages messages) {
        this.sources = sources;
        this.pages = pages;
        this.catalogue = catalogue;
        this.registers = registers;
        this.people = people;
        this.trail = trail;
        this.addresses = addresses;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    @GetMapping("/imports/runs/{id}/rows")
    Object rows(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var report = pages.report(actor, id);
        if (report.dry()) throw new NotFound();
        return registers.show(register(id), () -> sources.rows(id), request, actor);
    }

    private Register register(UUID id) {
        var place = field(SOURCE_ROW.PLACE);
        return Register.of("imports.row", "/imports/runs/" + id + "/rows")
                .columns(Column.text("sheet", field(SOURCE_ROW.SHEET)),
                        Column.count("line", field(SOURCE_ROW.LINE)).link(r -> Origins.link(id, r.get(place))),
                        Column.text("stood", DSL.field(DSL.name("lines", "stood"), String.class)),
                        Column.status("type", field(SOURCE_ROW.RECORD_TYPE), "object", t -> Column.Mark.END),
                        Column.code("no", field(SOURCE_ROW.RECORD_NO)).link(this::page))
                .with(place, field(SOURCE_ROW.RECORD_ID))
                .words(DSL.field(DSL.name("lines", "stood"), String.class), field(SOURCE_ROW.RECORD_NO), field(SOURCE_ROW.SHEET))
                .order("line", place).phone("line", "no", List.of("stood"), "type");
    }

    private static <T> org.jooq.Field<T> field(TableField<?, T> of) {
        return DSL.field(DSL.name("lines", of.getName()), of.getDataType());
    }

    private @Nullable String page(Record row) {
        var id = row.get(field(SOURCE_ROW.RECORD_ID));
        return id == null ? null : addresses.path(row.get(field(SOURCE_ROW.RECORD_TYPE)), id, row.get(field(SOURCE_ROW.RECORD_NO)));
    }

    @GetMapping("/imports/runs/{id}/rows/{place}")
    ModelAndView row(@PathVariable UUID id, @PathVariable int place, Actor actor) {
        var report = pages.report(actor, id);
        return tenancy.read(actor.schoolId(), () -> {
            var source = sources.row(id, place).orElseThrow(NotFound::new);
            var cells = source.cells().entrySet().stream().map(c -> List.of(Cell.of(c.getKey()), Cell.of(c.getValue()))).toList();
            var stood = new CardPage.Listing(messages.say("imports.row.stood"), List.of(messages.say("imports.your-column"), messages.say("imports.written-there")), cells, "");
            var steps = source.record() == null ? List.<Trail.Step>of() : trail.steps(source.record().id());
            var page = new CardPage(messages.say("imports.row.of", source.line()), null, Column.Mark.PLAIN, "/imports/runs/" + id + "/rows", report.fileName(), facts(source),
                    List.of(stood), Timeline.of(steps, messages), List.of());
            return new ModelAndView("web/card", Map.of("page", page));
        });
    }

    private List<Fact> facts(SourceRows.Source source) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(messages.say("imports.file"), source.fileName(), "/imports/runs/" + source.runId() + "/original"));
        if (!source.sheet().isEmpty()) facts.add(Fact.of(messages.say("imports.sheet"), source.sheet()));
        facts.add(Fact.of(messages.say("imports.row"), source.line()));
        facts.add(Fact.of(messages.say("imports.ledger"), catalogue.title(source.template())));
        facts.add(new Fact(messages.say("imports.run.at"), Shown.fullTime(source.at()), "/imports/runs/" + source.runId()));
        facts.add(Fact.of(messages.say("imports.row.by"), Optional.ofNullable(source.by()).flatMap(people::employee).map(Employee::name).orElse(null)));
        if (source.record() != null) facts.add(became(source.record()));
        return facts;
    }

    private Fact became(WorkRef record) {
        return new Fact(messages.say("imports.row.became"), messages.first("object." + record.type(), record.type() + ".one", record.type()) + " " + record.no(),
                addresses.path(record.type(), record.id(), record.no()));
    }
}
