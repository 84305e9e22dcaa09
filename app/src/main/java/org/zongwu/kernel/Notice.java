package org.zongwu.kernel;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something that people should hear of. Published as an event within the transaction of what happened, so that it is told if and only
 * if that happened; {@code notices} keeps it in the inbox of each and passes it on. Whoever publishes knows neither inbox nor outlet.
 *
 * @param kind message {@code notice.KIND}, said with {@code args} in each reader's language, as {@code repairs.ticket.dispatched}
 * @param args texts and numbers only: they are kept
 * @param to   employees; whoever did it himself need not hear of it
 * @param link path of the page that it is about
 */
public record Notice(String kind, List<Object> args, Set<UUID> to, String link, Weight weight) {
    /** URGENT is passed on at any hour; NORMAL waits for the end of quiet hours; LOW may wait for the day's digest. */
    public enum Weight { URGENT, NORMAL, LOW }

    public Notice {
        args = List.copyOf(args);
        to = Set.copyOf(to);
    }
}
