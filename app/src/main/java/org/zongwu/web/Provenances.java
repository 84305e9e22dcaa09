package org.zongwu.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Provenance;

/** From which line of which file a thing came, for its card. Asked late: whoever knows it is built on what it is asked about. */
@Component
public class Provenances {
    private final ObjectProvider<Provenance> known;

    Provenances(ObjectProvider<Provenance> known) {
        this.known = known;
    }

    /** Null for what was made here. */
    public Provenance.@Nullable Source of(UUID recordId, Actor reader) {
        var provenance = known.getIfAvailable();
        return provenance == null ? null : provenance.of(recordId, reader).orElse(null);
    }
}
