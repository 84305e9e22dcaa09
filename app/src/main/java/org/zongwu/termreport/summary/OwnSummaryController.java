package org.zongwu.termreport.summary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** 个人总结 (domain.md §3.58): each writes and reads his own and nobody another's; no address names whose. */
@Controller
@RequestMapping("/my/summary")
@Allow(everyone = true)
class OwnSummaryController {
    private static final Form WRITE = Form.of("termreport.own").hidden("period");

    private final SummaryService summaries;
    private final SummaryPages pages;
    private final ReportFiles files;
    private final Submissions submissions;
    private final Tenancy tenancy;

    OwnSummaryController(SummaryService summaries, SummaryPages pages, ReportFiles files, Submissions submissions, Tenancy tenancy) {
        this.summaries = summaries;
        this.pages = pages;
        this.files = files;
        this.submissions = submissions;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable Integer version, @RequestParam(required = false) @Nullable String digest,
            Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var shown = page(actor, period, Optional.ofNullable(version), FormView.blank(WRITE));
            return digest == null ? shown : shown.addObject("printed", digest);
        });
    }

    /** As for the office's: the figures are read before the form's transaction begins. */
    @PostMapping
    Object write(@RequestParam String period, HttpServletRequest request, Actor actor) {
        var subject = tenancy.read(actor.schoolId(), () -> subject(period, actor));
        var draft = summaries.draft(actor.schoolId(), subject);
        return submissions.post(request, actor, WRITE, subject.page() + "&did=summary-written", typed -> summaries.keep(actor, draft), form -> page(actor, period, Optional.empty(), form));
    }

    @GetMapping("/{period}/{version}/report.docx")
    ResponseEntity<byte[]> document(@PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.docx(summary(period, version, actor), ReportFiles.here()));
    }

    @GetMapping("/{period}/{version}/report.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.pdf(summary(period, version, actor), ReportFiles.here()));
    }

    @GetMapping("/{period}/{version}/figures.json")
    ResponseEntity<byte[]> figures(@PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.json(summary(period, version, actor)));
    }

    private ModelAndView page(Actor actor, @Nullable String code, Optional<Integer> version, FormView form) {
        var period = summaries.period(Optional.ofNullable(code));
        if (code != null && period.isEmpty()) throw new NotFound();
        return new ModelAndView("termreport/summary/show", Map.of("page", pages.page(actor, Theme.OWN, period, version, form)));
    }

    private Subject subject(String period, Actor actor) {
        return Subject.own(summaries.period(Optional.of(period)).orElseThrow(NotFound::new), actor);
    }

    private Summary summary(String period, int version, Actor actor) {
        return summaries.version(subject(period, actor), version).orElseThrow(NotFound::new);
    }
}
