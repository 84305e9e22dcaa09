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
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** The reports of the office on the screen, their versions and their files. */
@Controller
@RequestMapping("/summary")
@Allow({Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.STOREKEEPER, Duty.ASSET_ADMIN,
        Duty.AUDIT_MEMBER, Duty.UNION, Duty.CANTEEN_MANAGER})
class SummaryController {
    private static final Form WRITE = Form.of("termreport.summary").hidden("theme").hidden("period");

    private final SummaryService summaries;
    private final SummaryPages pages;
    private final ReportFiles files;
    private final Submissions submissions;
    private final Tenancy tenancy;

    SummaryController(SummaryService summaries, SummaryPages pages, ReportFiles files, Submissions submissions, Tenancy tenancy) {
        this.summaries = summaries;
        this.pages = pages;
        this.files = files;
        this.submissions = submissions;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String theme, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Integer version, @RequestParam(required = false) @Nullable String digest, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var shown = page(actor, theme(theme), period, Optional.ofNullable(version), FormView.blank(WRITE));
            return digest == null ? shown : shown.addObject("printed", digest);
        });
    }

    /** The figures are read before the form's transaction begins, so that all stand at one instant. */
    @PostMapping
    @Allow(Duty.GA_DIRECTOR)
    Object write(@RequestParam String theme, @RequestParam String period, HttpServletRequest request, Actor actor) {
        var subject = tenancy.read(actor.schoolId(), () -> subject(theme, period));
        var draft = summaries.draft(actor.schoolId(), subject);
        return submissions.post(request, actor, WRITE, subject.page() + "&did=summary-written", typed -> summaries.keep(actor, draft),
                form -> page(actor, subject.theme(), period, Optional.empty(), form));
    }

    @GetMapping("/{theme}/{period}/{version}/report.docx")
    ResponseEntity<byte[]> document(@PathVariable String theme, @PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.docx(summary(theme, period, version), ReportFiles.here()));
    }

    @GetMapping("/{theme}/{period}/{version}/report.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String theme, @PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.pdf(summary(theme, period, version), ReportFiles.here()));
    }

    @GetMapping("/{theme}/{period}/{version}/figures.json")
    ResponseEntity<byte[]> figures(@PathVariable String theme, @PathVariable String period, @PathVariable int version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> files.json(summary(theme, period, version)));
    }

    private ModelAndView page(Actor actor, Theme theme, @Nullable String code, Optional<Integer> version, FormView form) {
        var period = summaries.period(Optional.ofNullable(code));
        if (code != null && period.isEmpty()) throw new NotFound();
        return new ModelAndView("termreport/summary/show", Map.of("page", pages.page(actor, theme, period, version, form)));
    }

    private Subject subject(String theme, String period) {
        return new Subject(theme(theme), summaries.period(Optional.of(period)).orElseThrow(NotFound::new), null);
    }

    private Summary summary(String theme, String period, int version) {
        return summaries.version(subject(theme, period), version).orElseThrow(NotFound::new);
    }

    /** The whole office when nothing is said. A person's own is not here. */
    private static Theme theme(@Nullable String code) {
        return code == null ? Theme.OFFICE : Theme.of(code).filter(Theme.OF_THE_OFFICE::contains).orElseThrow(NotFound::new);
    }
}
