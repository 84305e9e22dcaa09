package org.zongwu.termreport.sign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.SummaryService;

/** A version is checked by the accountant, agreed to by the deputy and decided by the principal, until the school sets another rule (R-SUM-9). */
@Component
class SummaryApproval implements Approvable {
    static final String KIND = "SUMMARY";

    private final SummaryService summaries;

    SummaryApproval(SummaryService summaries) {
        this.summaries = summaries;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A person's own summary needs nobody's stamp. */
    @Override
    public Optional<Subject> subject(UUID id) {
        return summaries.find(id).filter(s -> s.head().subject().theme() != Theme.OWN && s.head().writtenBy() != null).map(s -> {
            var head = s.head();
            return new Subject(head.ref(), head.title(), head.path(), null, s.digest(), head.writtenBy(), Set.of());
        });
    }

    @Override
    public List<Tier> defaultTiers() {
        return List.of(Tier.always(Signer.checks(Duty.ACCOUNTANT).or(Duty.ACC_SUPERVISOR), Signer.checks(Duty.VP_LOGISTICS).or(Duty.PARTY_SECRETARY), Signer.decides(Duty.PRINCIPAL).or(Duty.PARTY_SECRETARY)));
    }

    /** What is approved waits to be published; nothing of it changes. */
    @Override
    public void approved(Actor by, UUID id) {}

    /** The version stays as it is; the next one takes up what was said. */
    @Override
    public void returned(Actor by, UUID id, String reason) {}
}
