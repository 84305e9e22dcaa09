package org.zongwu.imports.run;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.FileKind;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.correct.CorrectedFile;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** Upload, look at what would happen, put columns right, take in. */
@Controller
@Allow(everyone = true)
class RunController {
    private static final Form COMMIT = Form.of("imports.commit");

    private final ImportService imports;
    private final MappingService mappings;
    private final RunRepository runs;
    private final Catalogue catalogue;
    private final Originals originals;
    private final Tenancy tenancy;
    private final Submissions submissions;
    private final Messages messages;

    RunController(ImportService imports, MappingService mappings, RunRepository runs, Catalogue catalogue, Originals originals, Tenancy tenancy,
            Submissions submissions, Messages messages) {
        this.imports = imports;
        this.mappings = mappings;
        this.runs = runs;
        this.catalogue = catalogue;
        this.originals = originals;
        this.tenancy = tenancy;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping("/imports")
    ModelAndView index(Actor actor) {
        return index(actor, null, Map.of());
    }

    private ModelAndView index(Actor actor, IndexPage.@Nullable Kept kept, Map<String, String> problems) {
        var offers = catalogue.of(actor).stream().map(catalogue::fields).map(f -> new IndexPage.Offer(f.id(), f.title(),
                f.fields().stream().filter(k -> k.required()).map(k -> k.title()).toList(),
                f.fields().stream().filter(k -> !k.required()).map(k -> k.title()).toList())).toList();
        var ids = offers.stream().map(IndexPage.Offer::id).toList();
        var past = tenancy.read(actor.schoolId(), () -> runs.latest(ids, catalogue::title));
        return new ModelAndView("imports/index", Map.of("page", new IndexPage(offers, past, kept, problems)));
    }

    /** @param sha256 of a file that came in before and only waited for its template */
    @PostMapping("/imports")
    Object upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String sha256, @RequestParam(defaultValue = "") String name, Actor actor) {
        IndexPage.Kept kept = null;
        try {
            var upload = sha256.isEmpty() ? received(actor, file) : kept(actor, sha256, name);
            kept = new IndexPage.Kept(upload.original().sha256(), upload.name());
            var report = imports.dryRun(actor, upload, template.isEmpty() ? null : template);
            return seeOther("/imports/runs/" + report.runId());
        } catch (RuleBroken refusal) {
            var field = refusal.field() == null ? "file" : refusal.field();
            if (kept != null && !template.isEmpty() && refusal.ruleId().equals("R-IMP-2")) {
                var columns = columns(actor, kept, template, messages.say(refusal));
                if (columns != null) return refused(columns);
            }
            return refused(index(actor, field.equals("template") ? kept : null, Map.of(field, messages.say(refusal))));
        }
    }

    private ImportService.Upload received(Actor actor, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.no-file");
        try (var content = file.getInputStream()) {
            return imports.store(actor, content, Optional.ofNullable(file.getOriginalFilename()).orElse("file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportService.Upload kept(Actor actor, String sha256, String name) {
        var original = tenancy.read(actor.schoolId(), () -> originals.find(sha256)).orElseThrow(NotFound::new);
        return new ImportService.Upload(original, name.isBlank() ? "file" : name);
    }

    @GetMapping("/imports/runs/{id}")
    ModelAndView run(@PathVariable UUID id, @RequestParam(defaultValue = "") String show, Actor actor) {
        return page(report(actor, id), show, actor, Map.of());
    }

    private ModelAndView page(ImportReport report, String show, Actor actor, Map<String, String> problems) {
        var fields = catalogue.fields(catalogue.find(actor, report.template()).orElseThrow(NotFound::new));
        return new ModelAndView("imports/run", Map.of("page", RunPage.of(report, fields, show, problems)));
    }

    /** The run, when it is of this school and of a template that the person may import. */
    private ImportReport report(Actor actor, UUID id) {
        var report = tenancy.read(actor.schoolId(), () -> runs.find(id)).orElseThrow(NotFound::new);
        catalogue.find(actor, report.template()).orElseThrow(NotFound::new);
        return report;
    }

    /** The page on which a person says what the columns are, before the file can be tried; null when there is nothing to say. */
    private @Nullable ModelAndView columns(Actor actor, IndexPage.Kept kept, String template, String problem) {
        var known = catalogue.find(actor, template);
        if (known.isEmpty()) return null;
        var headings = imports.columns(actor, kept(actor, kept.sha256(), kept.name()), template);
        if (headings.isEmpty()) return null;
        return new ModelAndView("imports/columns", Map.of("page", new ColumnsPage(kept, catalogue.fields(known.get()), headings, problem)));
    }

    @PostMapping("/imports/mapping")
    Object mapFirst(@RequestParam String sha256, @RequestParam(defaultValue = "") String name, @RequestParam String template, @RequestParam List<String> key,
            @RequestParam List<String> field, Actor actor) {
        catalogue.find(actor, template).orElseThrow(NotFound::new);
        var upload = kept(actor, sha256, name);
        var kept = new IndexPage.Kept(sha256, upload.name());
        try {
            mappings.remember(actor, template, new WorkRef("files.original", Ids.next(), upload.name()), imports.columns(actor, upload, template), chosen(key, field));
            return seeOther("/imports/runs/" + imports.dryRun(actor, upload, template).runId());
        } catch (RuleBroken refusal) {
            var columns = columns(actor, kept, template, messages.say(refusal));
            return refused(columns == null ? index(actor, kept, Map.of("template", messages.say(refusal))) : columns);
        }
    }

    private static Map<String, String> chosen(List<String> keys, List<String> fields) {
        var chosen = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(keys.size(), fields.size()); i++) chosen.put(keys.get(i), fields.get(i));
        return chosen;
    }

    @PostMapping("/imports/runs/{id}/mapping")
    Object map(@PathVariable UUID id, @RequestParam List<String> key, @RequestParam List<String> field, Actor actor) {
        var report = report(actor, id);
        try {
            var headings = report.parts().stream().flatMap(p -> p.headings().stream()).toList();
            mappings.remember(actor, report.template(), new WorkRef("imports.run", id, report.fileName()), headings, chosen(key, field));
            return seeOther("/imports/runs/" + imports.dryRun(actor, upload(actor, report), report.template()).runId());
        } catch (RuleBroken refusal) {
            return refused(page(report, "", actor, Map.of("mapping", messages.say(refusal))));
        }
    }

    @PostMapping("/imports/runs/{id}/commit")
    Object commit(@PathVariable UUID id, @RequestParam(defaultValue = "") String then, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, Actor actor) {
        var tried = report(actor, id);
        var upload = upload(actor, tried);
        var runId = Ids.next();
        return submissions.post(request, actor, COMMIT, "/imports/runs/" + runId + "?did=imported", typed -> {
            imports.requireNewOrMeant(tried, upload, again.equals("yes"));
            imports.commit(actor, upload, tried.template(), runId, then.equals("whole"));
        }, form -> page(tried, "", actor, Map.of("commit", form.errors().getFirst().getValue())));
    }

    @GetMapping("/imports/runs/{id}/original")
    ResponseEntity<Resource> original(@PathVariable UUID id, Actor actor) {
        var report = report(actor, id);
        return tenancy.read(actor.schoolId(), () -> originals.download(originals.find(report.sha256()).orElseThrow(), report.fileName()));
    }

    @GetMapping("/imports/runs/{id}/corrected")
    ResponseEntity<byte[]> corrected(@PathVariable UUID id, Actor actor) {
        var report = report(actor, id);
        var content = tenancy.read(actor.schoolId(), () -> new CorrectedFile(report, messages::say)
                .write(originals.path(report.sha256()), originals.find(report.sha256()).orElseThrow().kind()));
        var name = messages.say("imports.corrected.name", report.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", ""));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(FileKind.XLSX.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }

    private ImportService.Upload upload(Actor actor, ImportReport report) {
        return kept(actor, report.sha256(), report.fileName());
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static RedirectView seeOther(String path) {
        var to = new RedirectView(path, true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }
}
