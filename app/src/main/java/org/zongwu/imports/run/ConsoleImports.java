package org.zongwu.imports.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.web.Messages;

/** Imports from the command line: whoever owns the machine acts for the person in charge, and the trail says how. */
@Component
class ConsoleImports implements FileImports {
    private final ImportService imports;
    private final Catalogue catalogue;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Messages messages;
    private final Clock clock;

    ConsoleImports(ImportService imports, Catalogue catalogue, Duties duties, Tenancy tenancy, Messages messages, Clock clock) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.duties = duties;
        this.tenancy = tenancy;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws RuleBroken {@code R-IMP-3} when nobody at the school holds any duty yet */
    @Override
    public Outcome load(long schoolId, Path file, String template, boolean dryRun) {
        var actor = tenancy.read(schoolId, () -> inCharge(schoolId));
        var report = imports.run(actor, file, Wanted.all(template), dryRun);
        return new Outcome(String.join(", ", report.templates()), report.counts().read(), report.counts().accepted(), said(report, Set.of(Verdict.WARNING)),
                said(report, Set.of(Verdict.PROBLEM, Verdict.DUPLICATE)));
    }

    private Actor inCharge(long schoolId) {
        var own = EnumSet.noneOf(Duty.class);
        own.addAll(List.of(catalogue.duties()));
        var today = LocalDate.now(clock);
        var order = Stream.concat(Stream.of(Duty.GA_DIRECTOR), Stream.concat(own.stream(), Stream.of(Duty.values()))).distinct();
        return order.flatMap(d -> duties.holders(d, today).stream()).findFirst()
                .map(e -> new Actor(schoolId, e.id(), messages.say("imports.console", e.name()), own))
                .orElseThrow(() -> new RuleBroken("R-IMP-3", "rule.imports.nobody"));
    }

    private List<String> said(ImportReport report, Set<Verdict> verdicts) {
        return report.findings().stream().filter(f -> verdicts.contains(f.verdict())).map(this::said).toList();
    }

    private String said(Finding finding) {
        var place = finding.sheet().isEmpty() ? "" : finding.sheet() + " ";
        return place + messages.say("imports.console.row", finding.line(), finding.field() == null ? "" : finding.field(), finding.sentence());
    }
}
