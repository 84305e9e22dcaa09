package org.zongwu.termreport.summary;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** The term's report on the screen, its versions and its files. */
@Controller
@RequestMapping("/summary")
@Allow({Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.STOREKEEPER, Duty.ASSET_ADMIN,
        Duty.AUDIT_MEMBER, Duty.UNION, Duty.CANTEEN_MANAGER})
class SummaryController {
    private static final Form WRITE = Form.of("termreport.summary").hidden("term");
    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

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
    ModelAndView show(@RequestParam(required = false) @Nullable String term, @RequestParam(required = false) @Nullable Integer version, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(actor, term, Optional.ofNullable(version), FormView.blank(WRITE)));
    }

    /** The figures are read before the form's transaction begins, so that all stand at one instant. */
    @PostMapping
    @Allow(Duty.GA_DIRECTOR)
    Object write(@RequestParam String term, HttpServletRequest request, Actor actor) {
        var written = summaries.term(actor.schoolId(), Optional.of(term)).orElseThrow(NotFound::new);
        var draft = summaries.draft(actor.schoolId(), written);
        return submissions.post(request, actor, WRITE, "/summary?term=" + written.code() + "&did=summary-written", typed -> summaries.keep(actor, draft),
                form -> page(actor, term, Optional.empty(), form));
    }

    @GetMapping("/{term}/{version}/report.docx")
    ResponseEntity<byte[]> document(@PathVariable String term, @PathVariable int version, Actor actor) {
        var summary = summary(actor, term, version);
        return file(files.document(summary, base()), DOCX, summary.head().title() + ".docx");
    }

    @GetMapping("/{term}/{version}/figures.json")
    ResponseEntity<byte[]> figures(@PathVariable String term, @PathVariable int version, Actor actor) {
        return file(files.figures(summary(actor, term, version)), MediaType.APPLICATION_JSON, "figures.json");
    }

    private ModelAndView page(Actor actor, @Nullable String code, Optional<Integer> version, FormView form) {
        var term = summaries.term(actor.schoolId(), Optional.ofNullable(code));
        if (code != null && term.isEmpty()) throw new NotFound();
        return new ModelAndView("termreport/summary/show", Map.of("page", pages.page(actor, term, version, form)));
    }

    private Summary summary(Actor actor, String code, int version) {
        return tenancy.read(actor.schoolId(), () -> {
            var term = summaries.term(actor.schoolId(), Optional.of(code)).orElseThrow(NotFound::new);
            return summaries.version(term, version).orElseThrow(NotFound::new);
        });
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }
}
