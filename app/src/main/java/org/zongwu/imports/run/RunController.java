package org.zongwu.imports.run;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.FileKind;
import org.zongwu.files.Originals;
import org.zongwu.imports.correct.CorrectedFile;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** Look at what would happen, say what a sheet or a column is, take in. */
@Controller
@Allow(everyone = true)
class RunController {
    private static final Form COMMIT = Form.of("imports.commit");

    private final ImportService imports;
    private final Tasks tasks;
    private final Trials trials;
    private final MappingService mappings;
    private final Pages pages;
    private final Originals originals;
    private final Tenancy tenancy;
    private final Submissions submissions;
    private final Messages messages;

    RunController(ImportService imports, Tasks tasks, Trials trials, MappingService mappings, Pages pages, Originals originals, Tenancy tenancy, Submissions submissions, Messages messages) {
        this.imports = imports;
        this.tasks = tasks;
        this.trials = trials;
        this.mappings = mappings;
        this.pages = pages;
        this.originals = originals;
        this.tenancy = tenancy;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping("/imports/runs/{id}")
    ModelAndView run(@PathVariable UUID id, @RequestParam(defaultValue = "") String show, Actor actor) {
        return pages.run(pages.report(actor, id), show, actor, Map.of());
    }

    /** Tries the file again with what the person says of its sheets. */
    @PostMapping("/imports/runs/{id}/sheets")
    Object sheets(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, Actor actor) {
        var report = pages.report(actor, id);
        var upload = pages.upload(actor, report);
        var wanted = Pages.wanted(form);
        try {
            return Pages.seeOther(trials.page(actor, upload, wanted));
        } catch (Unfit unfit) {
            return Pages.refused(pages.columns(actor, upload, unfit, wanted).orElseGet(() -> pages.run(report, "", actor, Map.of("sheets", messages.say(unfit)))));
        } catch (RuleBroken refusal) {
            return Pages.refused(pages.run(report, "", actor, Map.of("sheets", messages.say(refusal))));
        }
    }

    @PostMapping("/imports/runs/{id}/mapping")
    Object map(@PathVariable UUID id, @RequestParam(defaultValue = "") String template, @RequestParam List<String> key, @RequestParam List<String> field, Actor actor) {
        var report = pages.report(actor, id);
        var ledger = template.isEmpty() && report.ledgers().size() == 1 ? report.templates().getFirst() : template;
        if (!report.templates().contains(ledger)) throw new NotFound();
        try {
            var headings = report.sheets().stream().filter(s -> ledger.equals(s.template())).flatMap(s -> s.headings().stream()).toList();
            mappings.remember(actor, ledger, new WorkRef("imports.run", id, report.fileName()), headings, Pages.pairs(key, field));
            return Pages.seeOther(trials.page(actor, pages.upload(actor, report), Wanted.again(report)));
        } catch (RuleBroken refusal) {
            return Pages.refused(pages.run(report, "", actor, Map.of("mapping", messages.say(refusal))));
        }
    }

    @PostMapping("/imports/runs/{id}/commit")
    Object commit(@PathVariable UUID id, @RequestParam(defaultValue = "") String then, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, Actor actor) {
        var tried = pages.report(actor, id);
        var upload = pages.upload(actor, tried);
        var runId = Ids.next();
        return submissions.post(request, actor, COMMIT, Tasks.isLong(tried) ? Tasks.page(runId) : "/imports/runs/" + runId + "?did=imported", typed -> {
            imports.requireNewOrMeant(tried, again.equals("yes"));
            if (Tasks.isLong(tried)) tasks.takeIn(actor, runId, tried, then.equals("whole"), again.equals("yes"));
            else imports.commit(actor, upload, Wanted.as(tried), runId, then.equals("whole"));
        }, form -> pages.run(tried, "", actor, Map.of("commit", form.errors().getFirst().getValue())));
    }

    @GetMapping("/imports/runs/{id}/original")
    ResponseEntity<Resource> original(@PathVariable UUID id, Actor actor) {
        var report = pages.report(actor, id);
        return tenancy.read(actor.schoolId(), () -> originals.download(originals.find(report.sha256()).orElseThrow(), report.fileName()));
    }

    @GetMapping("/imports/runs/{id}/corrected")
    ResponseEntity<byte[]> corrected(@PathVariable UUID id, Actor actor) {
        var report = pages.report(actor, id);
        var content = tenancy.read(actor.schoolId(), () -> new CorrectedFile(report, messages::say)
                .write(originals.path(report.sha256()), originals.find(report.sha256()).orElseThrow().kind()));
        var name = messages.say("imports.corrected.name", report.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", ""));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(FileKind.XLSX.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }
}
