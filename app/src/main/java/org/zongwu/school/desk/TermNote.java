package org.zongwu.school.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.school.Terms;
import org.zongwu.web.FrameNote;
import org.zongwu.web.Messages;

/** Which term it is and which week of teaching, counted from the day on which school opened. */
@Component
class TermNote implements FrameNote {
    private final Terms terms;
    private final Messages messages;
    private final Clock clock;

    TermNote(Terms terms, Messages messages, Clock clock) {
        this.terms = terms;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<String> note(Actor actor) {
        var today = LocalDate.now(clock);
        return terms.on(today).map(term -> {
            var years = term.code().split("-");
            var name = messages.say("school.term.name." + years[2], years[Integer.parseInt(years[2]) - 1]);
            if (today.isBefore(term.opensOn())) return messages.say("school.term.before", name, ChronoUnit.DAYS.between(today, term.opensOn()));
            var monday = term.opensOn().minusDays(term.opensOn().getDayOfWeek().getValue() - 1L);
            return messages.say("school.term.week", name, ChronoUnit.WEEKS.between(monday, today) + 1);
        });
    }
}
