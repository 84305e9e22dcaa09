package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.zongwu.engine.Home;
import org.zongwu.engine.TermReports;

/** Writes the summary and plan of a term and says where. */
final class ReportCommand implements Command {
    private final Class<?> application;

    ReportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("term", true, "out", true, "base", true, "school", true, "data", true, "db", true);
    }

    @Override
    public int run(Arguments arguments) {
        try (var office = BackOffice.open(application, Folders.existing(arguments), arguments)) {
            var folder = arguments.path("out").orElseGet(() -> office.bean(Home.class).reports());
            var schools = office.schools(arguments);
            for (var school : schools) {
                var own = schools.size() == 1 ? folder : folder.resolve(school.code());
                Files.createDirectories(own);
                for (var file : office.bean(TermReports.class).write(school.id(), arguments.value("term").orElse(""), own)) System.out.println(file);
            }
            return OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
