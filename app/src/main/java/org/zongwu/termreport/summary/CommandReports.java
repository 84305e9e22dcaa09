package org.zongwu.termreport.summary;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.engine.TermReports;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;

/** {@code ./zongwu report}: written in the name of whoever answers for general affairs, because nobody is logged in. */
@Component
class CommandReports implements TermReports {
    private static final List<Duty> ANSWERABLE = List.of(Duty.GA_DIRECTOR, Duty.VP_LOGISTICS, Duty.PRINCIPAL);

    private final ReportFiles files;
    private final SummaryService summaries;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Clock clock;
    private final String baseUrl;

    CommandReports(ReportFiles files, SummaryService summaries, Duties duties, Tenancy tenancy, Clock clock,
            @Value("${zongwu.base-url:http://127.0.0.1:8080}") String baseUrl) {
        this.files = files;
        this.summaries = summaries;
        this.duties = duties;
        this.tenancy = tenancy;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Without a term: the one of today, or between terms the last that has begun. */
    @Override
    public List<Path> write(long schoolId, String term, Path folder) {
        var wanted = Optional.of(term).filter(code -> !code.isBlank());
        var code = summaries.term(schoolId, wanted).orElseThrow(() -> new RuleBroken("R-SUM-1", "rule.termreport.no-term", term)).code();
        var written = files.write(answerable(schoolId), code, folder, baseUrl);
        return List.of(written.document(), written.figures());
    }

    private Actor answerable(long schoolId) {
        return tenancy.read(schoolId, () -> {
            var today = LocalDate.now(clock);
            for (var duty : ANSWERABLE) {
                var holders = duties.holders(duty, today);
                if (!holders.isEmpty()) return new Actor(schoolId, holders.getFirst().id(), holders.getFirst().name(), Set.of(duty));
            }
            throw new RuleBroken("R-SUM-9", "rule.termreport.nobody-answers");
        });
    }
}
