package org.zongwu.parties.party;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.parties.Parties;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Each party once, with the other names it goes by (R-PTY-1). */
@Service
class PartyService implements Parties {
    private final PartyRepository parties;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;

    PartyService(PartyRepository parties, Series series, Trail trail, Tenancy tenancy) {
        this.parties = parties;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    @Override
    public Optional<Party> party(UUID id) {
        return parties.find(id);
    }

    @Override
    public Optional<Party> named(String text) {
        return parties.called(PartyName.tidy(text));
    }

    @Override
    public List<Party> search(String words, int limit) {
        return words.isBlank() ? List.of() : parties.search(words.strip(), limit);
    }

    @Override
    public List<Party> like(String name, @Nullable String phone) {
        var digits = PartyName.phone(phone);
        return parties.all().stream()
                .filter(k -> PartyName.alike(k.party().name(), name) || digits != null && Objects.equals(digits, k.phone()))
                .map(PartyRepository.Known::party).toList();
    }

    @Override
    public Party register(Actor by, UUID id, String name, @Nullable String contact, @Nullable String phone, @Nullable String business) {
        return tenancy.write(by.schoolId(), () -> {
            var details = new PartyRepository.Details(PartyName.tidy(name), contact, PartyName.phone(phone), business);
            requireFree(id, details.name());
            var code = nextCode();
            parties.insert(id, code, details, Grade.WORKED);
            trail.write(by, "registered", ref(id, code), null, parties.images(id));
            return new Party(id, code, details.name(), true);
        });
    }

    void change(Actor by, UUID id, PartyRepository.Details details, boolean active, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            parties.lock(id);
            var before = party(id).orElseThrow(NotFound::new);
            var tidy = new PartyRepository.Details(PartyName.tidy(details.name()), details.contact(), PartyName.phone(details.phone()), details.business());
            requireFree(id, tidy.name());
            parties.change(id, tidy, active);
            // Papers of the past still carry the old name
            if (!before.name().equals(tidy.name())) parties.insertAlias(id, before.name());
            trail.write(by, "changed", ref(id, before.code()), reason, parties.images(id));
        });
    }

    @Override
    public void addAlias(Actor by, UUID id, String alias) {
        tenancy.write(by.schoolId(), () -> {
            parties.lock(id);
            var party = party(id).orElseThrow(NotFound::new);
            var tidy = PartyName.tidy(alias);
            requireFree(id, tidy);
            if (!party.name().equals(tidy) && parties.insertAlias(id, tidy)) trail.write(by, "alias-added", ref(id, party.code()), null, parties.images(id));
        });
    }

    /** {@code G001} and on; codes that came with a file are passed over. The series' lock makes writers wait for each other. */
    String nextCode() {
        while (true) {
            var number = series.next("PTY", 0);
            var code = "G%03d".formatted(Integer.parseInt(number.substring(number.lastIndexOf('-') + 1)));
            if (parties.byCode(code).isEmpty()) return code;
        }
    }

    private void requireFree(UUID id, String name) {
        parties.called(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw RuleBroken.at("name", "R-PTY-1", "rule.parties.name-taken", name, other.code(), other.name());
        });
    }

    private static WorkRef ref(UUID id, String code) {
        return new WorkRef("parties.party", id, code);
    }
}
