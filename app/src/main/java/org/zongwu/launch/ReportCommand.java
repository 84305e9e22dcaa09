package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.zongwu.engine.Home;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Duties;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.TermReports;

/** Writes the summary and plan of a term and says where. */
final class ReportCommand implements Command {
    private final Class<?> application;

    ReportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("term", true, "period", true, "out", true, "base", true, "school", true, "data", true, "db", true);
    }

    @Override
    public int run(Arguments arguments) {
        var data = Folders.existing(arguments);
        var base = base(arguments, data);
        try (var office = BackOffice.open(application, data, arguments)) {
            var folder = arguments.path("out").orElseGet(() -> office.bean(Home.class).reports());
            Files.createDirectories(folder);
            var schools = office.schools(arguments);
            for (var school : schools) {
                var author = director(office, school.id());
                var term = arguments.value("period").or(() -> arguments.value("term")).orElseGet(() -> latestTerm(office, school.id()));
                var written = office.bean(TermReports.class).write(author, term, schools.size() == 1 ? folder : folder.resolve(school.code()), base);
                System.out.println(written.document());
                System.out.println(written.pdf());
                System.out.println(written.figures());
            }
            return OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report is the director's; whoever has the console acts for him, and the trail says so. */
    private static Actor director(BackOffice office, long schoolId) {
        var today = LocalDate.now(office.bean(Clock.class));
        return office.bean(Tenancy.class).read(schoolId, () -> office.bean(Duties.class).holders(Duty.GA_DIRECTOR, today).stream().findFirst()
                .map(e -> new Actor(schoolId, e.id(), e.name(), office.bean(Duties.class).heldBy(e.id(), today)))
                .orElseThrow(() -> new Misused("还没有人是总务主任，请先授予", "nobody is director of general affairs yet; grant the duty first")));
    }

    /** The term that today lies in, else the newest. */
    private static String latestTerm(BackOffice office, long schoolId) {
        var terms = office.bean(Terms.class);
        return office.bean(Tenancy.class).read(schoolId, () -> terms.on(LocalDate.now(office.bean(Clock.class))).or(() -> terms.all().stream().findFirst()).map(Term::code)
                .orElseThrow(() -> new Misused("还没有学期，请先建学期", "there is no term yet; open one first")));
    }

    /** Where the links of the document lead: where the pages are served now, if they are. */
    private static String base(Arguments arguments, Path data) {
        return arguments.value("base").or(() -> LiveServer.web(data)).orElse("http://127.0.0.1:8080");
    }
}
