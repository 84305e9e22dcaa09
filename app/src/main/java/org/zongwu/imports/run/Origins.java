package org.zongwu.imports.run;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Provenance;
import org.zongwu.school.Employee;
import org.zongwu.school.People;

@Component
class Origins implements Provenance {
    private final SourceRows sources;
    private final People people;

    Origins(SourceRows sources, People people) {
        this.sources = sources;
        this.people = people;
    }

    @Override
    public Optional<Source> of(UUID recordId) {
        return sources.origin(recordId).map(s -> new Source(s.runId(), s.fileName(), s.sheet(), s.line(), s.cells(), s.at(),
                Optional.ofNullable(s.by()).flatMap(people::employee).map(Employee::name).orElse(null), link(s.runId(), s.place())));
    }

    static String link(UUID runId, int place) {
        return "/imports/runs/" + runId + "/rows/" + place;
    }
}
