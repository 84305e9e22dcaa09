package org.zongwu.approvals.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.CardPage.Listing;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** A rule with its tiers, as a card and as what is decided on. */
@Component
class RulePages {
    static final String PATH = "/approvals/rules";

    private final Trail trail;
    private final Messages messages;

    RulePages(Trail trail, Messages messages) {
        this.trail = trail;
        this.messages = messages;
    }

    CardPage card(Rule rule, Actor actor) {
        var facts = new ArrayList<>(List.of(Fact.of(messages.say("approvals.rule.kind"), word(rule.kind())), Fact.of(messages.say("approvals.rule.from"), rule.from()),
                Fact.of(messages.say("approvals.rule.source"), rule.source()), Fact.of(messages.say("approvals.rule.proposed-by"), rule.proposedBy() + "　" + Shown.fullTime(rule.proposedAt())),
                Fact.of(messages.say("approvals.rule.decided-by"), rule.decidedBy() == null ? null : rule.decidedBy() + "　" + Shown.fullTime(rule.decidedAt()))));
        if (rule.words() != null) facts.add(Fact.of(messages.say("approvals.rule.words"), rule.words()));
        var path = PATH + "/" + rule.id();
        var buttons = rule.mayDecide(actor) ? List.of(Button.danger(messages.say("approvals.rule.refuse"), path + "/refusal", "undo"),
                new Button(messages.say("approvals.rule.set"), path + "/setting", false, "pri", "check")) : List.<Button>of();
        var state = rule.state().name();
        return new CardPage(word(rule.kind()), messages.say("approvals.rule.state." + state), RuleState.mark(state), PATH, messages.say("approvals.rule.title"), facts, List.of(listing(rule.tiers())),
                Timeline.of(trail.steps(rule.id()), messages), buttons);
    }

    /** What a kind brings along. */
    CardPage defaults(String kind, Tiers tiers) {
        return new CardPage(word(kind), null, Column.Mark.PLAIN, PATH, messages.say("approvals.rule.title"),
                List.of(Fact.of(messages.say("approvals.rule.kind"), word(kind)), Fact.of(messages.say("approvals.rule.source"), messages.say("approvals.rule.default"))), List.of(listing(tiers)), List.of(), List.of());
    }

    /** In front of whoever decides. */
    Paper paper(Rule rule) {
        var tiers = rule.tiers().all().stream().map(t -> new Paper.Meta(limit(t), order(t), true));
        var meta = new ArrayList<>(List.of(new Paper.Meta(messages.say("approvals.rule.kind"), word(rule.kind())), new Paper.Meta(messages.say("approvals.rule.from"), rule.from().toString()),
                new Paper.Meta(messages.say("approvals.rule.source"), rule.source(), true)));
        tiers.forEach(meta::add);
        return new Paper(messages.say("approvals.rule.one"), "", meta, List.of(), List.of(), "", 0, List.of(), null, List.of(), null);
    }

    String word(String kind) {
        return messages.first("approvable." + kind);
    }

    private Listing listing(Tiers tiers) {
        var heads = List.of(messages.say("approvals.signer.up_to"), messages.say("approvals.signer.order"));
        return new Listing(messages.say("approvals.rule.tiers"), heads, tiers.all().stream().map(t -> List.of(Cell.of(limit(t)), Cell.of(order(t)))).toList(), "");
    }

    private String limit(Tier tier) {
        return tier.upTo() == null ? messages.say("approvals.signer.no-limit") : messages.say("approvals.signer.up-to", tier.upTo());
    }

    private String order(Tier tier) {
        return String.join(" → ", tier.signers().stream().map(this::signer).toList());
    }

    private String signer(Signer s) {
        var words = messages.say("approvals.signer." + RuleForm.What.of(s), s.duty());
        return s.otherwise() == null ? words : words + messages.say("approvals.signer.otherwise-in", s.otherwise());
    }
}
