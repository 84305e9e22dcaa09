package org.zongwu.termreport.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.TermReports;
import org.zongwu.termreport.docx.ReportDocx;
import org.zongwu.termreport.figure.FiguresJson;
import org.zongwu.termreport.letterhead.Letterheads;
import org.zongwu.termreport.paper.Report;
import org.zongwu.termreport.pdf.ReportPdf;
import org.zongwu.trail.Trail;

/** A version of the report as files. Within a reading transaction, but for {@link #write}. */
@Component
class ReportFiles implements TermReports {
    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final SummaryService summaries;
    private final ReportDocx docx;
    private final ReportPdf pdf;
    private final FiguresJson json;
    private final Letterheads letterheads;
    private final Signatures signatures;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    ReportFiles(SummaryService summaries, ReportDocx docx, ReportPdf pdf, FiguresJson json, Letterheads letterheads, Signatures signatures, Trail trail, Tenancy tenancy, Clock clock) {
        this.summaries = summaries;
        this.docx = docx;
        this.pdf = pdf;
        this.json = json;
        this.letterheads = letterheads;
        this.signatures = signatures;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public Written write(Actor actor, String periodCode, Path dir, String baseUrl) {
        var summary = summaries.write(actor, periodCode);
        var document = dir.resolve(name(summary));
        var paper = dir.resolve(name(summary).replace(".docx", ".pdf"));
        var figures = dir.resolve("figures.json");
        try {
            Files.createDirectories(dir);
            Files.write(document, tenancy.<byte[]>read(actor.schoolId(), () -> document(summary, baseUrl)));
            Files.write(paper, tenancy.<byte[]>read(actor.schoolId(), () -> pdf(summary, baseUrl).getBody()));
            Files.write(figures, figures(summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(summary.head().version(), document, paper, figures);
    }

    /** As {@code summary-2026-2027-1-v2.docx}. */
    static String name(Summary summary) {
        return "summary-%s-v%d.docx".formatted(summary.head().subject().code(), summary.head().version());
    }

    /** Where this server is reached, for the links in a document. */
    static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    ResponseEntity<byte[]> docx(Summary summary, String baseUrl) {
        return file(document(summary, baseUrl), DOCX, summary.head().title() + ".docx");
    }

    ResponseEntity<byte[]> json(Summary summary) {
        return file(figures(summary), MediaType.APPLICATION_JSON, "figures.json");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }

    /** In the school's own file where it has chosen one. */
    byte[] document(Summary summary, String baseUrl) {
        var report = report(summary, baseUrl);
        // a person speaks for himself and not on the school's paper
        if (report.subject().person() != null) return docx.of(report);
        return letterheads.path().map(letter -> docx.into(letter, report)).orElseGet(() -> docx.of(report));
    }

    /** As for {@link #document}; the name is that of the answer. */
    ResponseEntity<byte[]> pdf(Summary summary, String baseUrl) {
        return pdf.of(report(summary, baseUrl), summary.head().title());
    }

    private Report report(Summary summary, String baseUrl) {
        var head = summary.head();
        var written = LocalDate.ofInstant(head.writtenAt(), clock.getZone());
        var base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return new Report(head.school(), head.subject(), head.version(), written, !written.isAfter(summary.book().span().to()), head.author(),
                summaries.manuscript(summary), summary.book(), signatures.onPaper(head.id()).stream().map(s -> new Report.Signature(s.role(), s.name(), s.time())).toList(), proof(summary, base), base);
    }

    private Report.Proof proof(Summary summary, String base) {
        var digest = summary.digest();
        var seal = trail.sealed(summary.head().id()).map(s -> s.n() + " " + s.chain().substring(0, 16)).orElse("");
        return new Report.Proof(digest, seal, base + summary.head().path() + "&digest=" + digest.substring(0, 16));
    }

    byte[] figures(Summary summary) {
        return json.of(summary.book());
    }
}
