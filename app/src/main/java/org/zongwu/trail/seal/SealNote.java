package org.zongwu.trail.seal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.web.FrameNote;
import org.zongwu.web.Messages;

/** Says on every page that the sealer is in trouble; work goes on meanwhile. */
@Component
class SealNote implements FrameNote {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Sealer sealer;
    private final Messages messages;

    SealNote(Sealer sealer, Messages messages) {
        this.sealer = sealer;
        this.messages = messages;
    }

    @Override
    public Optional<String> note(Actor actor) {
        var behind = sealer.behind();
        return behind.compareTo(PATIENCE) < 0 ? Optional.empty() : Optional.of(messages.say("seal.behind", behind.toMinutes()));
    }
}
