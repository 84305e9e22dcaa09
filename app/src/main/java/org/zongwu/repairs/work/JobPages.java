package org.zongwu.repairs.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zongwu.repairs.photo.Photos;
import org.zongwu.repairs.ticket.TicketCard;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.repairs.ticket.TicketState;
import org.zongwu.school.Policies;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** Draws the story of a report, for the office and for whoever has its link. Within a reading transaction. */
@Component
public class JobPages {
    private final TicketService tickets;
    private final TicketFinder finder;
    private final Photos photos;
    private final Trail trail;
    private final Policies policies;
    private final Messages messages;
    private final Clock clock;

    JobPages(TicketService tickets, TicketFinder finder, Photos photos, Trail trail, Policies policies, Messages messages, Clock clock) {
        this.tickets = tickets;
        this.finder = finder;
        this.photos = photos;
        this.trail = trail;
        this.policies = policies;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param photoPath before the id of a photo */
    public JobPage page(TicketCard t, Set<String> steps, String photoPath) {
        var ends = t.state() != TicketState.DONE || t.doneAt() == null ? null
                : Shown.fullTime(t.doneAt().plus(Duration.ofDays(Integer.parseInt(policies.value("repair.autoconfirm.days", LocalDate.now(clock)).orElse("3")))));
        return new JobPage(t, Timeline.of(story(t), messages), photos.list(t.id()).stream().map(p -> photoPath + p.id()).toList(), tickets.promised(t), steps,
                t.doneAt() == null || t.reportedAt() == null ? null : length(Duration.between(t.reportedAt(), t.doneAt())), ends, t.mergedId() == null ? null : finder.find(t.mergedId()).map(TicketCard::no).orElse(null));
    }

    /** In the words of a repair: what is a record and an attachment to the trail is a report and a photo here. */
    private List<Trail.Step> story(TicketCard t) {
        return trail.steps(t.id()).stream().map(s -> new Trail.Step(s.at(), s.actorId(), s.actorName(), switch (s.action()) {
            case "recorded" -> "reported";
            case "attached" -> "photographed";
            default -> s.action();
        }, s.reason())).toList();
    }

    /** How long, in hours and minutes, or in days. */
    public String length(Duration time) {
        if (time.toHours() >= 48) return messages.say("repairs.days", time.toDays());
        return time.toHours() == 0 ? messages.say("promise.minutes", Math.max(1, time.toMinutes())) : messages.say("promise.hours", time.toHours(), time.toMinutesPart());
    }

    /** What a card says of its time: how late it is, or when it is due. */
    public Due due(TicketCard t) {
        var now = clock.instant();
        if (t.pausedAt() != null) return new Due(messages.say("repairs.board.stopped"), false);
        if (t.state() == TicketState.DONE) return new Due(Shown.fullTime(t.doneAt()).substring(5), false);
        var next = t.isLate(now) && t.finishBy() != null && t.finishBy().isBefore(now) ? t.finishBy() : t.nextDue();
        if (next == null) return new Due(t.reportedAt() == null ? "" : time(t.reportedAt()), false);
        if (next.isBefore(now)) return new Due(messages.say("repairs.board.late", length(Duration.between(next, now))), true);
        var left = Duration.between(now, next);
        return new Due(left.toHours() < 4 ? messages.say("repairs.board.left", length(left)) : messages.say("repairs.board.by", time(next)), false);
    }

    /** The hour of today, else the day too. */
    private String time(Instant at) {
        var full = Shown.fullTime(at);
        return at.atZone(clock.getZone()).toLocalDate().equals(LocalDate.now(clock)) ? full.substring(11) : full.substring(5);
    }

    /** @param late whether it should have happened already */
    public record Due(String words, boolean late) {}
}
