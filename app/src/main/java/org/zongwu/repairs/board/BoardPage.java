package org.zongwu.repairs.board;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.repairs.ticket.TicketCard;
import org.zongwu.repairs.work.JobPages.Due;

/** What the dispatcher sees: what waits, with whom it is, and who has time. */
public record BoardPage(List<Lane> lanes, @Nullable Card danger, List<Worker> workers, int open, int late, int doneToday, String at, String trade, String words, Map<String, String> trades) {
    /** @param key in message {@code repairs.board.lane.KEY}; @param more how many are not shown */
    public record Lane(String key, int count, int more, List<Card> cards, String link) {}

    /** @param suggested who knows the trade and has the least in hand */
    public record Card(TicketCard ticket, Due due, @Nullable Worker suggested) {}

    public record Worker(UUID id, String name, String trades, int inHand) {
        /** Of a bar of eight. */
        public int share() {
            return Math.min(100, inHand * 100 / 8);
        }
    }
}
