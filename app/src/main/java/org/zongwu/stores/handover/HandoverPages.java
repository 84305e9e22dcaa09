package org.zongwu.stores.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.Slips;
import org.zongwu.trail.Trail;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** How a 移交清册 and a 保管责任书 look. */
@Component
class HandoverPages {
    private final Messages messages;
    private final Trail trail;
    private final Journal journal;

    HandoverPages(Messages messages, Trail trail, Journal journal) {
        this.messages = messages;
        this.trail = trail;
        this.journal = journal;
    }

    static Column.Mark mark(String state) {
        return switch (state) {
            case "COUNTING" -> Column.Mark.WAIT;
            case "SIGNING" -> Column.Mark.GO;
            default -> Column.Mark.END;
        };
    }

    Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var s : Handover.State.values()) all.put(s.name(), messages.say("stores.handover.state." + s));
        return all;
    }

    WorkRef ref(Handover h) {
        return HandoverService.ref(h.id(), h.no() == null ? "" : h.no());
    }

    DocumentPage document(Handover h, Actor actor, FormView form) {
        return new DocumentPage(messages.say("stores.handover.one") + " " + (h.no() == null ? h.warehouse() : h.no()), messages.say("stores.handover.state." + h.state()), mark(h.state().name()),
                HandoverController.PATH, messages.say("stores.handover.title"), paper(h), Slips.steps(trail.steps(h.id()), next(h), whose(h), messages), List.of(), buttons(h, actor),
                Slips.printNote(journal.prints(h.id()), messages), form);
    }

    private static @Nullable String next(Handover h) {
        return h.isOpen() ? "stores.handover.next." + h.state() : null;
    }

    private static String whose(Handover h) {
        if (h.state() == Handover.State.COUNTING) return h.receiver().name();
        return String.join("、", h.signers().stream().filter(s -> s.at() == null).map(Handover.Signer::name).toList());
    }

    Paper paper(Handover h) {
        var lines = h.lines().stream().map(l -> List.of(Integer.toString(l.number()), l.code(), l.name(), l.unit(), Shown.quantity(l.quantity()), l.lent().isPositive() ? Shown.quantity(l.lent()) : "",
                l.counted() == null ? "" : Shown.quantity(l.counted()), l.words() == null ? "" : l.words(), l.amount().toString())).toList();
        return new Paper(messages.say("stores.handover.one"), h.no() == null ? messages.say("stores.no-number-yet") : h.no(), meta(h), List.of(head("label.line", true, 10), head("label.code", false, 20),
                head("stores.name-spec", false, 0), head("label.unit", false, 13), head("stores.handover.on-books", true, 18), head("stores.handover.lent", true, 15),
                head("stores.handover.counted", true, 17), head("stores.handover.difference", false, 30), head("stores.amount-yuan", true, 24)), lines,
                h.amount().inWords(), 7, List.of("", h.amount().toString()), note(h), stamps(h), null);
    }

    private List<Paper.Meta> meta(Handover h) {
        return List.of(meta("label.warehouse", h.warehouse()), meta("stores.handover.frozen", h.frozenOn().toString()), meta("stores.handover.handed_on", h.handedOn() == null ? "—" : h.handedOn().toString()),
                meta("stores.handover.giver", h.giver().name()), meta("stores.handover.receiver", h.receiver().name()), meta("stores.handover.supervisor", h.supervisor().name()));
    }

    /** Three copies: for who gives, who receives and the office (R-CUS-3). */
    private String note(Handover h) {
        var copies = messages.say("stores.handover.copies");
        if (h.cancelReason() != null) return messages.say("stores.handover.cancelled-because", h.cancelReason());
        return h.remark() == null ? copies : h.remark() + "　" + copies;
    }

    private List<Paper.Stamp> stamps(Handover h) {
        return List.of(Slips.stamp(messages, "stores.handover.giver", h.giver().name(), h.giver().at()), Slips.stamp(messages, "stores.handover.receiver", h.receiver().name(), h.receiver().at()),
                Slips.stamp(messages, "stores.handover.supervisor", h.supervisor().name(), h.supervisor().at()));
    }

    /** 保管责任书: one page of duties with what is answered for. */
    Paper charge(Handover h) {
        var duties = new ArrayList<List<String>>();
        for (var n = 1; n <= 5; n++) duties.add(List.of(Integer.toString(n), messages.say("stores.charge." + n)));
        return new Paper(messages.say("stores.charge.title"), h.no() == null ? messages.say("stores.no-number-yet") : h.no(), List.of(meta("stores.charge.keeper", h.receiver().name()),
                meta("label.warehouse", h.warehouse()), meta("stores.charge.from", h.handedOn() == null ? "—" : h.handedOn().toString()), meta("stores.charge.items", Integer.toString(h.lines().size())),
                meta("stores.amount-yuan", h.amount().toString()), meta("stores.handover.supervisor", h.supervisor().name())),
                List.of(head("label.line", true, 12), head("stores.charge.duty", false, 0)), duties, "", 2, List.of(), messages.say("stores.charge.note"),
                List.of(Slips.stamp(messages, "stores.charge.keeper", h.receiver().name(), h.receiver().at()), Slips.stamp(messages, "stores.handover.supervisor", h.supervisor().name(), h.supervisor().at())), null);
    }

    private List<Button> buttons(Handover h, Actor actor) {
        var path = HandoverController.PATH + "/" + h.id();
        var all = new ArrayList<Button>();
        var mine = h.signers().stream().filter(s -> s.id().equals(actor.employeeId())).findFirst();
        if (h.isOpen() && (mine.isPresent() || actor.holds(Duty.GA_DIRECTOR))) all.add(Button.danger(messages.say("stores.handover.stop"), path + "/cancellation", "undo"));
        all.add(Button.plain(messages.say("paper.print"), path + "/prints", "print"));
        if (h.state() == Handover.State.DONE) all.add(Button.plain(messages.say("stores.charge.title"), path + "/charges", "print"));
        if (h.isOpen() && !h.isSigned() && actor.employeeId().equals(h.receiver().id())) all.add(Button.link(messages.say("stores.handover.count"), path + "/count", "edit"));
        if (h.state() == Handover.State.SIGNING && mine.filter(s -> s.at() == null).isPresent()) {
            all.add(Button.primary(messages.say("stores.handover.sign"), path + "/signature?version=" + h.version(), "check"));
        }
        return all;
    }

    private Paper.Meta meta(String key, String value) {
        return new Paper.Meta(messages.say(key), value);
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say(key), right, mm);
    }
}
