package org.zongwu.imports.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** The pages that the controllers of imports answer with, and what they read for them. */
@Component
class Pages {
    private final Preparation preparation;
    private final RunRepository runs;
    private final TaskRepository tasks;
    private final Catalogue catalogue;
    private final Originals originals;
    private final UndoService undo;
    private final org.zongwu.trail.Pages addresses;
    private final Tenancy tenancy;
    private final Messages messages;

    Pages(Preparation preparation, RunRepository runs, TaskRepository tasks, Catalogue catalogue, Originals originals, UndoService undo,
            org.zongwu.trail.Pages addresses, Tenancy tenancy,
            Messages messages) {
        this.tasks = tasks;
        this.undo = undo;
        this.addresses = addresses;
        this.preparation = preparation;
        this.runs = runs;
        this.catalogue = catalogue;
        this.originals = originals;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    ModelAndView index(Actor actor, IndexPage.@Nullable Kept kept, Map<String, String> problems) {
        var offers = catalogue.of(actor).stream().map(catalogue::fields).map(f -> new IndexPage.Offer(f.id(), f.title(),
                f.fields().stream().filter(k -> k.required()).map(k -> k.title()).toList(),
                f.fields().stream().filter(k -> !k.required()).map(k -> k.title()).toList())).toList();
        var ids = offers.stream().map(IndexPage.Offer::id).toList();
        var past = tenancy.read(actor.schoolId(), () -> runs.latest(ids, catalogue::title));
        var running = tenancy.<List<Task>>read(actor.schoolId(), () -> tasks.underWay(actor.employeeId())).stream().map(TaskPage::of).toList();
        return new ModelAndView("imports/index", Map.of("page", new IndexPage(offers, past, running, kept, problems)));
    }

    ModelAndView run(ImportReport report, String show, Actor actor, Map<String, String> problems) {
        return run(report, show, actor, problems, List.of());
    }

    /** @param dependents what stands on the run and keeps it from being taken back */
    ModelAndView run(ImportReport report, String show, Actor actor, Map<String, String> problems, List<Dependent> dependents) {
        var undone = report.dry() ? null : tenancy.<Optional<RunPage.Undone>>read(actor.schoolId(), () -> undo.of(report.runId())).orElse(null);
        var standing = dependents.stream().map(d -> new RunPage.Standing(d.words(), d.at() == null ? null : addresses.path(d.at().type(), d.at().id(), d.at().no()))).toList();
        var page = RunPage.of(report, id -> catalogue.fields(catalogue.find(actor, id).orElseThrow(NotFound::new)), titles(actor), undone, standing, show, problems);
        return new ModelAndView("imports/run", Map.of("page", page));
    }

    private Map<String, String> titles(Actor actor) {
        var titles = new LinkedHashMap<String, String>();
        catalogue.of(actor).forEach(t -> titles.put(t.id(), catalogue.title(t.id())));
        return titles;
    }

    /** The page on which a person says what the columns of a sheet are; none when there is nothing to say. */
    Optional<ModelAndView> columns(Actor actor, Upload upload, Unfit unfit, Wanted wanted) {
        var sheet = wanted.bySheet().isEmpty() ? "" : unfit.sheet();
        return columns(actor, upload, unfit.template(), sheet, wanted, messages.say(unfit));
    }

    Optional<ModelAndView> columns(Actor actor, Upload upload, String template, String sheet, Wanted wanted, String problem) {
        var headings = preparation.columns(actor, upload, template, sheet);
        if (headings.isEmpty()) return Optional.empty();
        var fields = catalogue.fields(catalogue.find(actor, template).orElseThrow(NotFound::new));
        var kept = new IndexPage.Kept(upload.original().sha256(), upload.name());
        return Optional.of(new ModelAndView("imports/columns", Map.of("page", new ColumnsPage(kept, fields, sheet, wanted.bySheet(), headings, problem))));
    }

    /** The run, when it is of this school and the person may import all that it holds. */
    ImportReport report(Actor actor, UUID id) {
        var report = tenancy.read(actor.schoolId(), () -> runs.find(id)).orElseThrow(NotFound::new);
        report.templates().forEach(t -> catalogue.find(actor, t).orElseThrow(NotFound::new));
        return report;
    }

    Upload kept(Actor actor, String sha256, String name) {
        var original = tenancy.read(actor.schoolId(), () -> originals.find(sha256)).orElseThrow(NotFound::new);
        return new Upload(original, name.isBlank() ? "file" : name);
    }

    Upload upload(Actor actor, ImportReport report) {
        return kept(actor, report.sha256(), report.fileName());
    }

    /** Two lists of a form as a map, pair by pair. */
    static Map<String, String> pairs(List<String> keys, List<String> values) {
        var pairs = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(keys.size(), values.size()); i++) pairs.put(keys.get(i), values.get(i));
        return pairs;
    }

    /** What a form says of the sheets; read raw, because the name of a sheet may hold a comma. */
    static Wanted wanted(MultiValueMap<String, String> form) {
        return Wanted.of(pairs(form.getOrDefault("sheets", List.of()), form.getOrDefault("as", List.of())));
    }

    static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    static RedirectView seeOther(String path) {
        var to = new RedirectView(path, true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }
}
