package org.zongwu.termreport.api;

import static org.zongwu.termreport.api.ApiAnswers.BASE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Program;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interface for programs, version 1, as {@code openapi.json} promises it. It reads what readers of the summary read: figures, and the
 * versions of the office's reports, never a person's own. Frozen answers carry an ETag, so that a program that asks again is answered in one line.
 */
@Controller
@RequestMapping(BASE)
@Allow(programs = true)
class ApiController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();
    private static final int MOST_REPORTS = 100;

    private final ApiAnswers answers;
    private final Figures figures;
    private final SummaryService summaries;
    private final Tenancy tenancy;

    ApiController(ApiAnswers answers, Figures figures, SummaryService summaries, Tenancy tenancy) {
        this.answers = answers;
        this.figures = figures;
        this.summaries = summaries;
        this.tenancy = tenancy;
    }

    @GetMapping("/openapi.json")
    @Allow(open = true)
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("termreport/openapi.json"));
    }

    @GetMapping("/figures")
    @Nullable ResponseEntity<byte[]> definitions(WebRequest request) {
        var bytes = bytes(answers.definitions());
        return frozen(request, HexFormat.of().formatHex(sha256(bytes)), bytes);
    }

    @GetMapping("/figures/{id}")
    ResponseEntity<byte[]> figure(@PathVariable String id, @RequestParam(required = false) @Nullable String period, Program program) {
        return tenancy.read(program.schoolId(), () -> {
            var of = summaries.period(Optional.ofNullable(period)).orElseThrow(NotFound::new);
            var book = figures.book(program.schoolId(), of.span(), Set.of(id));
            return live(answers.figure(book.find(id).orElseThrow(NotFound::new), of, book));
        });
    }

    @GetMapping("/periods")
    ResponseEntity<byte[]> periods(Program program) {
        return tenancy.read(program.schoolId(), () -> live(answers.periods()));
    }

    @GetMapping("/reports")
    ResponseEntity<byte[]> reports(@RequestParam(required = false) @Nullable String theme, @RequestParam(required = false) @Nullable String period, @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "20") int limit, Program program) {
        var wanted = theme == null ? Optional.<Theme>empty() : Optional.of(theme(theme));
        return tenancy.read(program.schoolId(), () -> live(answers.reports(wanted, Optional.ofNullable(period), Math.max(0, from), Math.clamp(limit, 1, MOST_REPORTS))));
    }

    /** What is frozen never changes but for its state; both are in the tag. */
    @GetMapping("/reports/{theme}/{period}/{version}")
    @Nullable ResponseEntity<byte[]> report(@PathVariable String theme, @PathVariable String period, @PathVariable int version, Program program, WebRequest request) {
        return tenancy.read(program.schoolId(), () -> {
            var of = summaries.period(Optional.of(period)).orElseThrow(NotFound::new);
            var answer = answers.report(summaries.version(new Subject(theme(theme), of, null), version).orElseThrow(NotFound::new));
            var bytes = bytes(answer);
            return frozen(request, HexFormat.of().formatHex(sha256(bytes)), bytes);
        });
    }

    /** A person's own is not here. */
    private static Theme theme(String code) {
        return Theme.of(code).filter(Theme.OF_THE_OFFICE::contains).orElseThrow(NotFound::new);
    }

    private static ResponseEntity<byte[]> live(Object answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(answer));
    }

    /** Null when the program has it already: the answer is then 304, and made. */
    private static @Nullable ResponseEntity<byte[]> frozen(WebRequest request, String tag, byte[] bytes) {
        if (request.checkNotModified(tag)) return null;
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(ASK_AGAIN).eTag(tag).body(bytes);
    }

    private static byte[] bytes(Object answer) {
        return JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
