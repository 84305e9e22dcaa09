package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.zongwu.engine.Home;
import org.zongwu.engine.Schools.School;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
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
        return Map.of("term", true, "out", true, "school", true, "data", true, "db", true);
    }

    @Override
    public int run(Arguments arguments) {
        var data = Folders.existing(arguments);
        var base = LiveServer.web(data).orElse("http://127.0.0.1:8080");
        try (var office = BackOffice.open(application, data, arguments)) {
            var folder = arguments.path("out").orElseGet(() -> office.bean(Home.class).reports());
            Files.createDirectories(folder);
            for (var school : office.schools(arguments)) {
                var director = office.holder(school, Duty.GA_DIRECTOR);
                var term = arguments.value("term").orElseGet(() -> latest(office, school));
                var written = office.bean(TermReports.class).write(director, term, folder, base);
                System.out.println(written.document());
                System.out.println(written.figures());
            }
            return OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The term that has begun last. */
    private static String latest(BackOffice office, School school) {
        var today = LocalDate.now(office.bean(Clock.class));
        return office.bean(Tenancy.class).read(school.id(), () -> office.bean(Terms.class).all().stream().filter(t -> !t.startsOn().isAfter(today)).findFirst())
                .orElseThrow(() -> new Misused("学校 " + school.code() + " 还没有学期", "the school " + school.code() + " has no term yet")).code();
    }
}
