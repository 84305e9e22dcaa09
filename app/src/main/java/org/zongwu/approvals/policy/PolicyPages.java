package org.zongwu.approvals.policy;

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
class PolicyPages {
    static final String PATH = "/approvals/policies";

    private final Trail trail;
    private final Messages messages;

    PolicyPages(Trail trail, Messages messages) {
        this.trail = trail;
        this.messages = messages;
    }

    CardPage card(Policy policy, Actor actor) {
        var facts = new ArrayList<>(List.of(Fact.of(messages.say("approvals.policy.kind"), word(policy.kind())), Fact.of(messages.say("approvals.policy.from"), policy.from()),
                Fact.of(messages.say("approvals.policy.source"), policy.source()), Fact.of(messages.say("approvals.policy.proposed-by"), policy.proposedBy() + "　" + Shown.fullTime(policy.proposedAt())),
                Fact.of(messages.say("approvals.policy.decided-by"), policy.decidedBy() == null ? null : policy.decidedBy() + "　" + Shown.fullTime(policy.decidedAt()))));
        if (policy.words() != null) facts.add(Fact.of(messages.say("approvals.policy.words"), policy.words()));
        var path = PATH + "/" + policy.id();
        var buttons = policy.mayDecide(actor) ? List.of(Button.danger(messages.say("approvals.policy.refuse"), path + "/refusal", "undo"),
                new Button(messages.say("approvals.policy.set"), path + "/setting", false, "pri", "check")) : List.<Button>of();
        var state = policy.state().name();
        return new CardPage(word(policy.kind()), messages.say("approvals.policy.state." + state), PolicyState.mark(state), PATH, messages.say("approvals.policy.title"), facts, List.of(listing(policy.tiers())),
                Timeline.of(trail.steps(policy.id()), messages), buttons);
    }

    /** What a kind brings along. */
    CardPage defaults(String kind, Tiers tiers) {
        return new CardPage(word(kind), null, Column.Mark.PLAIN, PATH, messages.say("approvals.policy.title"),
                List.of(Fact.of(messages.say("approvals.policy.kind"), word(kind)), Fact.of(messages.say("approvals.policy.source"), messages.say("approvals.policy.default"))), List.of(listing(tiers)), List.of(), List.of());
    }

    /** In front of whoever decides. */
    Paper paper(Policy policy) {
        var tiers = policy.tiers().all().stream().map(t -> new Paper.Meta(limit(t), order(t), true));
        var meta = new ArrayList<>(List.of(new Paper.Meta(messages.say("approvals.policy.kind"), word(policy.kind())), new Paper.Meta(messages.say("approvals.policy.from"), policy.from().toString()),
                new Paper.Meta(messages.say("approvals.policy.source"), policy.source(), true)));
        tiers.forEach(meta::add);
        return new Paper(messages.say("approvals.policy.one"), "", meta, List.of(), List.of(), "", 0, List.of(), null, List.of(), null);
    }

    String word(String kind) {
        return messages.first("approvable." + kind);
    }

    private Listing listing(Tiers tiers) {
        var heads = List.of(messages.say("approvals.signer.up_to"), messages.say("approvals.signer.order"));
        return new Listing(messages.say("approvals.policy.tiers"), heads, tiers.all().stream().map(t -> List.of(Cell.of(limit(t)), Cell.of(order(t)))).toList(), "");
    }

    private String limit(Tier tier) {
        return tier.upTo() == null ? messages.say("approvals.signer.no-limit") : messages.say("approvals.signer.up-to", tier.upTo());
    }

    private String order(Tier tier) {
        return String.join(" → ", tier.signers().stream().map(this::signer).toList());
    }

    private String signer(Signer s) {
        var words = messages.say("approvals.signer." + PolicyForm.What.of(s), s.duty());
        return s.otherwise() == null ? words : words + messages.say("approvals.signer.otherwise-in", s.otherwise());
    }
}
