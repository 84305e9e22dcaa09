package org.zongwu.termreport.sign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.approvals.Approvals;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.StampStrip;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.summary.Signatures;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** What the report's page and paper show of its stamps. */
@Component
class SummarySignatures implements Signatures {
    private final Approvals approvals;
    private final PublicationService publications;
    private final Messages messages;

    SummarySignatures(Approvals approvals, PublicationService publications, Messages messages) {
        this.approvals = approvals;
        this.publications = publications;
        this.messages = messages;
    }

    @Override
    public Standing standing(UUID summaryId) {
        var course = approvals.standing(SummaryApproval.KIND, summaryId).map(Approvals.Standing::state);
        var published = publications.of(summaryId).map(p -> messages.say("termreport.summary.published", p.by(), Shown.fullTime(p.at())));
        var open = course.filter(s -> s == CourseState.WAITING || s == CourseState.APPROVED).isEmpty();
        return new Standing(approvals.strip(SummaryApproval.KIND, summaryId), published.orElse(null), open, course.filter(s -> s == CourseState.APPROVED).isPresent() && published.isEmpty());
    }

    @Override
    public Map<UUID, State> states(List<UUID> summaryIds) {
        var states = new HashMap<UUID, State>();
        summaryIds.forEach(id -> states.put(id, State.WRITTEN));
        for (var course : approvals.standings(SummaryApproval.KIND, summaryIds)) states.put(course.documentId(), state(course.state()));
        publications.among(summaryIds).forEach(id -> states.put(id, State.PUBLISHED));
        return states;
    }

    private static State state(CourseState course) {
        return switch (course) {
            case WAITING -> State.WAITING;
            case APPROVED -> State.APPROVED;
            case RETURNED -> State.RETURNED;
            case WITHDRAWN -> State.WRITTEN;
        };
    }

    @Override
    public List<org.zongwu.web.Paper.Stamp> onPaper(UUID summaryId) {
        return approvals.strip(SummaryApproval.KIND, summaryId).map(StampStrip::onPaper).orElse(List.of()).stream().filter(org.zongwu.web.Paper.Stamp::signed).toList();
    }

    @Override
    public void superseded(Actor actor, UUID olderId) {
        var waiting = approvals.standing(SummaryApproval.KIND, olderId).filter(s -> s.state() == CourseState.WAITING);
        if (waiting.isPresent()) approvals.withdraw(actor, SummaryApproval.KIND, olderId, messages.say("termreport.summary.superseded"));
    }
}
