package org.zongwu.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zongwu.engine.Schools.School;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.Imports;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Duties;

/** Takes in a school's own files, or tries them with {@code --dry-run}. */
final class ImportCommand implements Command {
    /** In whose name, the first of them that somebody holds: nobody is logged in at the console. */
    private static final List<Duty> ANSWERABLE = List.of(Duty.GA_DIRECTOR, Duty.VP_LOGISTICS, Duty.PRINCIPAL);

    private final Class<?> application;

    ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("template", true, "dry-run", false, "school", true, "data", true, "db", true);
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public int run(Arguments arguments) {
        if (arguments.words().isEmpty()) throw new Misused("请写明要导入的文件", "name the file to import");
        var files = arguments.words().stream().map(f -> Path.of(f).toAbsolutePath().normalize()).toList();
        for (var file : files) if (!Files.isReadable(file)) throw new Misused("读不到文件 " + file, "cannot read " + file);
        try (var office = BackOffice.open(application, Folders.existing(arguments), arguments)) {
            var schools = office.schools(arguments);
            if (schools.size() != 1) throw new Misused("这里有 " + schools.size() + " 所学校，请用 --school 指明", "there are " + schools.size() + " schools here, name one with --school");
            var actor = answerable(office, schools.getFirst());
            var clean = true;
            for (var file : files) clean &= print(office.bean(Imports.class).run(actor, file, arguments.value("template"), arguments.has("dry-run")));
            return clean ? OK : FAILED;
        }
    }

    private static Actor answerable(BackOffice office, School school) {
        var today = LocalDate.now(office.bean(Clock.class));
        var duties = office.bean(Duties.class);
        return office.bean(Tenancy.class).read(school.id(), () -> ANSWERABLE.stream().flatMap(duty -> duties.holders(duty, today).stream()).findFirst()
                .map(person -> new Actor(school.id(), person.id(), person.name(), duties.heldBy(person.id(), today)))
                .orElseThrow(() -> new Misused("学校 " + school.code() + " 还没有总务主任，请先授予", "nobody is director of general affairs of " + school.code() + " yet; grant the duty first")));
    }

    private static boolean print(ImportReport report) {
        var counts = report.counts();
        System.out.printf("%s [%s]%s: 读 read %d，收 accepted %d，重复 duplicate %d，提醒 warning %d，问题 problem %d%n", report.fileName(), report.template(),
                report.dry() ? " (--dry-run)" : "", counts.read(), counts.accepted(), counts.duplicate(), counts.warning(), counts.problem());
        for (var finding : report.findings()) {
            System.out.printf("  %s:%d %s %s%n", finding.sheet(), finding.line(), finding.field() == null ? "" : finding.field() + "“" + finding.written() + "”", finding.sentence());
        }
        if (report.moreFindings() > 0) System.out.println("  … +" + report.moreFindings());
        return counts.problem() == 0;
    }
}
