package org.zongwu.imports.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.web.Messages;

/** Imports from the command line: whoever owns the machine acts for the person in charge, and the trail says how. */
@Component
class ConsoleImports implements FileImports {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleImports.class);

    private final ImportService imports;
    private final Preparation preparation;
    private final ConsoleWords words;
    private final Catalogue catalogue;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Messages messages;
    private final Clock clock;

    ConsoleImports(ImportService imports, Preparation preparation, ConsoleWords words, Catalogue catalogue, Duties duties, Tenancy tenancy, Messages messages, Clock clock) {
        this.imports = imports;
        this.preparation = preparation;
        this.words = words;
        this.catalogue = catalogue;
        this.duties = duties;
        this.tenancy = tenancy;
        this.messages = messages;
        this.clock = clock;
    }

    /** A file that was handed in and recognised. @param order of what in it must go in first */
    private record Ready(String name, Upload upload, int order) {}

    /** @throws RuleBroken {@code R-IMP-3} when nobody at the school holds any duty yet */
    @Override
    public void load(long schoolId, List<Path> files, String template, boolean dryRun, Consumer<Result> said) {
        var actor = tenancy.<Actor>read(schoolId, () -> inCharge(schoolId));
        var wanted = Wanted.all(template);
        var ready = new ArrayList<Ready>();
        for (var file : files) {
            try {
                ready.add(ready(actor, file, wanted));
            } catch (RuntimeException e) {
                said.accept(refused(name(file), e));
            }
        }
        ready.sort(Comparator.comparingInt(Ready::order).thenComparing(Ready::name));
        if (dryRun) tryAll(actor, ready, wanted, said);
        else for (var r : ready) said.accept(taken(actor, r, wanted));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Ready ready(Actor actor, Path file, Wanted wanted) {
        try (var content = Files.newInputStream(file)) {
            var upload = imports.store(actor, content, name(file));
            var ledgers = preparation.prepare(actor, upload, wanted).reading().ledgers();
            return new Ready(name(file), upload, ledgers.getFirst().template().order());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result taken(Actor actor, Ready ready, Wanted wanted) {
        try {
            var prepared = preparation.prepare(actor, ready.upload(), wanted);
            return words.result(tenancy.<ImportReport>write(actor.schoolId(), () -> imports.taken(actor, prepared, Ids.next(), false, Steps.UNHEARD)));
        } catch (RuntimeException e) {
            return refused(ready.name(), e);
        }
    }

    private void tryAll(Actor actor, List<Ready> ready, Wanted wanted, Consumer<Result> said) {
        var refusals = new ArrayList<Result>();
        var reports = imports.triedTogether(actor, ready.size(), i -> preparation.prepare(actor, ready.get(i).upload(), wanted), (i, e) -> refusals.add(refused(ready.get(i).name(), e)));
        reports.forEach(r -> said.accept(words.result(r)));
        refusals.forEach(said);
    }

    private Result refused(String file, RuntimeException e) {
        var refusal = refusal(e);
        if (refusal == null) LOG.error("{} could not be imported", file, e);
        return words.refused(file, refusal == null ? messages.say("rule.imports.failed") : messages.say(refusal));
    }

    private static @Nullable RuleBroken refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) if (cause instanceof RuleBroken refusal) return refusal;
        return null;
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
}
