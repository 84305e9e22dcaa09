package org.zongwu.repairs.ticket;

import static zongwu.db.repairs.Tables.TICKET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Promises.Stop;

/** What a report is in itself: how clerks write it, and what its record must keep. */
public final class Ticket {
    /** How well it was mended, as whoever reported it says. */
    public enum Rating { SATISFIED, FAIRLY, NEUTRAL, DISSATISFIED }

    /** Where it came from. */
    public enum Channel { DOOR, DESK, PHONE, FILE }

    /** Why the clock stands. */
    public enum Pause { MATERIAL, HELP, LESSON, OTHER }

    /** Why it broke. */
    public enum Cause { WORN, DAMAGED, MISUSED, QUALITY, OUTSIDE, OTHER }

    private static final Pattern NOT_OURS = Pattern.compile(".*(不属本处|不属于本处|非维修|不归|退回|转其他部门).*");
    private static final Pattern PUT_OFF = Pattern.compile(".*(暑期|寒假|暑假|假期).*");
    private static final Pattern AGAIN = Pattern.compile("返修.*|.*二次维修.*");
    private static final Map<String, String> RATINGS = Map.of("满意", "SATISFIED", "很满意", "SATISFIED", "较满意", "FAIRLY", "基本满意", "FAIRLY", "一般", "NEUTRAL", "不满意", "DISSATISFIED");

    private static final Map<String, Trade> TRADES = Map.ofEntries(Map.entry("电", Trade.ELECTRIC), Map.entry("照明", Trade.ELECTRIC), Map.entry("电灯", Trade.ELECTRIC), Map.entry("电路", Trade.ELECTRIC), Map.entry("水", Trade.WATER),
            Map.entry("水电", Trade.WATER), Map.entry("给排水", Trade.WATER), Map.entry("水暖", Trade.WATER), Map.entry("管道", Trade.WATER), Map.entry("门窗", Trade.DOOR), Map.entry("门锁", Trade.LOCK), Map.entry("锁", Trade.LOCK),
            Map.entry("课桌椅", Trade.FURNITURE), Map.entry("课桌凳", Trade.FURNITURE), Map.entry("桌椅", Trade.FURNITURE), Map.entry("家具", Trade.FURNITURE), Map.entry("木工", Trade.FURNITURE), Map.entry("多媒体", Trade.MEDIA), Map.entry("电教", Trade.MEDIA),
            Map.entry("空调", Trade.AIR), Map.entry("网络", Trade.NETWORK), Map.entry("泥瓦", Trade.MASONRY), Map.entry("土建", Trade.MASONRY), Map.entry("墙面", Trade.MASONRY), Map.entry("消防", Trade.FIRE), Map.entry("食堂", Trade.KITCHEN),
            Map.entry("厨房", Trade.KITCHEN), Map.entry("电梯", Trade.LIFT));

    private Ticket() {}

    /** √满意 is 满意; null for what is no rating. */
    static @Nullable Object rating(String text) {
        var plain = text.replaceAll("[√✓☑\\s]", "");
        return plain.matches("(?i)satisfied|fairly|neutral|dissatisfied") ? plain.toUpperCase(Locale.ROOT) : RATINGS.get(plain);
    }

    /** 电类 is 电; what is none of the trades is something else, and its word is in what is broken. */
    static Object trade(String text) {
        var plain = text.strip().replaceAll("(类|维修|设施|设备|故障)$", "");
        return TRADES.entrySet().stream().filter(t -> t.getKey().equals(plain)).map(Map.Entry::getValue).findFirst()
                .or(() -> TRADES.entrySet().stream().filter(t -> t.getKey().length() > 1 && plain.contains(t.getKey())).map(Map.Entry::getValue).findFirst()).orElse(Trade.OTHER).name();
    }

    /** 急, 紧急 and the like; whatever else is written is not. */
    static Object urgent(String text) {
        return text.matches(".*[急险].*") && !text.contains("不急") || text.matches("(?i)urgent|high|yes|true|是");
    }

    /** In a file: what stands in the remarks, and whether it was mended, say in which state it is. */
    static TicketState state(Draft in) {
        if (in.has(TICKET.REJECTION)) return TicketState.REJECTED;
        if (in.has(TICKET.DONE_DAY)) return TicketState.CONFIRMED;
        var remark = in.get(TICKET.REMARK);
        if (remark != null && PUT_OFF.matcher(remark).matches()) return TicketState.DEFERRED;
        return in.has(TICKET.WORKER) ? TicketState.DISPATCHED : TicketState.REPORTED;
    }

    /** What a file says with other words. */
    static void read(Draft in) {
        var remark = in.get(TICKET.REMARK);
        if (remark != null && !in.has(TICKET.DONE_DAY) && NOT_OURS.matcher(remark).matches()) in.complete(TICKET.REJECTION, remark);
        if (remark != null && AGAIN.matcher(remark).matches()) in.set(TICKET.REWORK, true);
        in.complete(TICKET.PLACE, "—");
        in.set(TICKET.CHANNEL, Channel.FILE.name());
    }

    static boolean isInOrder(Draft in) {
        return !in.has(TICKET.DONE_AT) || !in.has(TICKET.REPORTED_AT) || !in.get(TICKET.DONE_AT).isBefore(in.get(TICKET.REPORTED_AT));
    }

    static boolean isTimed(Draft in) {
        return !in.has(TICKET.DONE_DAY) || in.has(TICKET.DONE_AT);
    }

    static List<Stop> stops(@Nullable String text) {
        var all = new ArrayList<Stop>();
        if (text == null) return all;
        for (var one : text.split(";")) {
            var ends = one.split("/");
            all.add(new Stop(Instant.parse(ends[0]), Instant.parse(ends[1])));
        }
        return all;
    }

    static String and(@Nullable String stops, Stop one) {
        return (stops == null ? "" : stops + ";") + one.from() + "/" + one.until();
    }
}
