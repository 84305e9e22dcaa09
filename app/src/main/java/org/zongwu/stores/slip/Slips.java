package org.zongwu.stores.slip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.stores.stock.Lot;
import org.zongwu.stores.stock.Readers;
import org.zongwu.trail.Trail;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** Shared by the pages of all documents of the stores. */
public final class Slips {
    private Slips() {}

    /** Those who answer for the stores read every document; others only those with their own name on it. */
    public static boolean readsAll(Actor reader) {
        return Readers.all(reader);
    }

    /**
     * What the trail knows of a document, newest first, and above it what comes next.
     *
     * @param next null when nothing does
     * @param who  whose turn it is, by name where one is known
     */
    public static List<DocumentPage.Step> steps(List<Trail.Step> steps, @Nullable String next, String who, Messages messages) {
        var all = new ArrayList<DocumentPage.Step>();
        if (next != null) all.add(new DocumentPage.Step(messages.say(next), who, null, "todo-next"));
        for (var step : steps) {
            all.add(new DocumentPage.Step(messages.say("trail." + step.action()), Shown.fullTime(step.at()) + (step.actorName() == null ? "" : "　" + step.actorName()),
                    step.reason(), step == steps.getFirst() ? "reversed".equals(step.action()) ? "red" : "now" : ""));
        }
        return all;
    }

    public static String printNote(int prints, Messages messages) {
        return prints == 0 ? messages.say("paper.never-printed") : messages.say("paper.printed", prints);
    }

    public static @Nullable String voidMark(String state, Messages messages) {
        return switch (state) {
            case "REVERSED" -> messages.say("stores.void.reversed");
            case "REVERSAL" -> messages.say("stores.void.reversal");
            default -> null;
        };
    }

    /** A place in the sign strip: who signed and when, or whose signature is awaited. */
    public static Paper.Stamp stamp(Messages messages, String role, @Nullable String name, @Nullable Instant at) {
        if (at != null) return new Paper.Stamp(messages.say(role), name == null ? "—" : name, Shown.fullTime(at), null);
        return new Paper.Stamp(messages.say(role), name == null ? "—" : name, name == null ? "" : messages.say("stores.awaited"), null, false);
    }

    /** The same on a slip that came in from paper: who signed there, at no hour that anybody wrote down, or that nobody did. */
    public static Paper.Stamp onPaper(Messages messages, String role, @Nullable String name) {
        return new Paper.Stamp(messages.say(role), name == null ? "—" : name, messages.say(name == null ? "stores.paper.unsigned" : "stores.paper.signed"), null, false);
    }

    /** The last place of the strip: the seal of what was posted. */
    public static Paper.Stamp posting(Messages messages, @Nullable Instant at) {
        return new Paper.Stamp(messages.say("stores.posting"), "", Shown.fullTime(at), at == null ? null : messages.say("stores.posted-seal"), at != null);
    }

    /** Which lots, with their last day and how much of each; null when there are none. */
    public static @Nullable String lots(List<Lot> lots, Messages messages) {
        if (lots.isEmpty()) return null;
        return lots.stream().map(l -> {
            var named = l.expiresOn() == null ? messages.say("stores.lot.of", l.no()) : messages.say("stores.lot.until", l.no(), l.expiresOn());
            return lots.size() == 1 ? named : named + " × " + (l.quantity().isPositive() ? l.quantity() : l.quantity().negated());
        }).collect(Collectors.joining(messages.say("list.and")));
    }

    public static String label(String name, @Nullable String spec) {
        return spec == null ? name : name + "　" + spec;
    }
}
