package org.zongwu.stores.quota;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Terms;

/** How slips stand against the quotas. */
@Service
public class Quotas {
    private final QuotaRepository quotas;
    private final Terms terms;

    Quotas(QuotaRepository quotas, Terms terms) {
        this.quotas = quotas;
        this.terms = terms;
    }

    /** Every quota that the slip touches; a quota that names its holder is in the place of the general one. */
    public List<Usage> usages(Claim claim) {
        if (claim.wanted().isEmpty()) return List.of();
        var all = quotas.usages(claim, spans(claim.day()));
        return all.stream().filter(u -> all.stream().noneMatch(o -> o.overrides(u))).toList();
    }

    /**
     * Decides at posting, when two slips stand at the edge of one quota: the second waits here for the first, and then sees it.
     *
     * @throws RuleBroken {@code R-ISS-3} with what is left
     */
    public void requireWithin(Claim claim) {
        if (claim.wanted().isEmpty() || !quotas.lock(claim)) return;
        usages(claim).stream().filter(Usage::isOverNow).findFirst().ifPresent(u -> {
            throw new RuleBroken("R-ISS-3", "rule.stores.quota.over", u.target(), u.limit(), u.issued(), u.leftNow(), u.wanted(), u.unit() == null ? "" : u.unit(), u.no(), u.period());
        });
    }

    private Map<Period, Span> spans(LocalDate day) {
        var all = terms.all();
        var spans = new EnumMap<Period, Span>(Period.class);
        for (var period : Period.values()) spans.put(period, period.around(day, all));
        return spans;
    }
}
