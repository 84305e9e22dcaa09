package org.zongwu.approvals.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Typed;

/** A rule as it is typed: one line a stamp, in order; lines with the same limit are one tier. */
@Component
class RuleForm {
    final Form form;

    RuleForm(Approvables approvables, Messages messages) {
        form = Form.of("approvals.rule").choice("kind", approvables::words).day("from").text("source").wide().lines("approvals.signer")
                .line("up_to", Form.Kind.MONEY, null).optionalLine().lineChoice("duty", () -> duties(messages)).lineChoice("what", () -> whats(messages))
                .lineChoice("otherwise", () -> duties(messages)).optionalLine();
    }

    /** What a signer does: checks or decides, each with or without a resolution to cite. */
    enum What {
        CHECKS, CHECKS_CITING, DECIDES, DECIDES_CITING;

        static What of(Signer signer) {
            return signer.decides() ? signer.resolution() ? DECIDES_CITING : DECIDES : signer.resolution() ? CHECKS_CITING : CHECKS;
        }

        Signer signer(Duty duty, @Nullable Duty otherwise) {
            return new Signer(duty, this == DECIDES || this == DECIDES_CITING, this == CHECKS_CITING || this == DECIDES_CITING, otherwise);
        }
    }

    Tiers tiers(Typed typed) {
        var tiers = new ArrayList<Tier>();
        var signers = new ArrayList<Signer>();
        Money limit = null;
        for (var line : typed.lines()) {
            var upTo = line.money("up_to");
            if (!signers.isEmpty() && !Objects.equals(upTo, limit)) {
                tiers.add(new Tier(limit, signers));
                signers.clear();
            }
            limit = upTo;
            var otherwise = line.optional("otherwise");
            signers.add(What.valueOf(line.text("what")).signer(Duty.valueOf(line.text("duty")), otherwise == null ? null : Duty.valueOf(otherwise)));
        }
        tiers.add(new Tier(limit, signers));
        return new Tiers(tiers);
    }

    FormView filled(FormView view, Tiers tiers) {
        for (var tier : tiers.all()) {
            for (var signer : tier.signers()) {
                view.withLine("up_to", tier.upTo() == null ? "" : tier.upTo().yuan()).withLine("duty", signer.duty()).withLine("what", What.of(signer))
                        .withLine("otherwise", signer.otherwise() == null ? "" : signer.otherwise());
            }
        }
        return view;
    }

    private static Map<String, String> duties(Messages messages) {
        var words = new LinkedHashMap<String, String>();
        for (var duty : Duty.values()) if (!duty.administers()) words.put(duty.name(), messages.say("duty." + duty));
        return words;
    }

    private static Map<String, String> whats(Messages messages) {
        var words = new LinkedHashMap<String, String>();
        for (var what : List.of(What.values())) words.put(what.name(), messages.say("approvals.what." + what));
        return words;
    }
}
