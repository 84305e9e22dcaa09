package org.zongwu.imports.run;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Provenance;
import org.zongwu.school.Employee;
import org.zongwu.school.People;

@Component
class Origins implements Provenance {
    private final SourceRows sources;
    private final People people;
    private final Catalogue catalogue;

    Origins(SourceRows sources, People people, Catalogue catalogue) {
        this.sources = sources;
        this.people = people;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Source> of(UUID recordId) {
        return sources.origin(recordId).map(s -> new Source(s.runId(), s.fileName(), s.sheet(), s.line(), s.cells(), s.at(),
                Optional.ofNullable(s.by()).flatMap(people::employee).map(Employee::name).orElse(null), link(s.runId(), s.place())));
    }

    @Override
    public Optional<Source> of(UUID recordId, Actor reader) {
        return sources.origin(recordId).flatMap(s -> of(recordId).map(source -> catalogue.find(reader, s.template()).isPresent() ? source
                : new Source(s.runId(), s.fileName(), s.sheet(), s.line(), Map.of(), s.at(), source.by(), null)));
    }

    static String link(UUID runId, int place) {
        return "/imports/runs/" + runId + "/rows/" + place;
    }
}
