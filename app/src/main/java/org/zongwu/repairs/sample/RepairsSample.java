package org.zongwu.repairs.sample;

import static zongwu.db.repairs.Tables.CAMPAIGN;
import static zongwu.db.repairs.Tables.HOLIDAY_WORK;
import static zongwu.db.repairs.Tables.SKILL;
import static zongwu.db.repairs.Tables.TICKET;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;
import org.zongwu.repairs.ticket.Trade;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.Places;
import org.zongwu.school.Policies;

/** A term of repairs: most mended in time, some late, some again, and this morning's still on the board. */
@Component
class RepairsSample extends BookSample {
    private static final String[][] BROKEN = {{"ELECTRIC", "后排灯管一直闪"}, {"ELECTRIC", "吊扇不转"}, {"ELECTRIC", "插座没电"}, {"ELECTRIC", "走廊灯不亮"}, {"WATER", "水龙头滴水"}, {"WATER", "下水道堵塞"}, {"WATER", "厕所冲水阀坏"},
        {"LOCK", "门锁打不开"}, {"LOCK", "钥匙断在锁里"}, {"DOOR", "窗玻璃裂"}, {"DOOR", "门合页松"}, {"FURNITURE", "课桌腿松"}, {"FURNITURE", "椅子靠背掉"}, {"FURNITURE", "抽屉板脱落"}, {"MEDIA", "一体机黑屏"}, {"MEDIA", "音箱无声"},
        {"MEDIA", "投影没有信号"}, {"AIR", "空调不制冷"}, {"NETWORK", "网络时断时续"}, {"MASONRY", "墙皮脱落"}};
    private static final Map<String, String> MENDED = Map.of("ELECTRIC", "换灯管、整流器，试过正常", "WATER", "换阀芯，通水不漏", "LOCK", "换锁芯，配钥匙两把", "DOOR", "换合页，开关顺畅", "FURNITURE", "加固，补螺丝", "MEDIA", "重接线路，换接头", "AIR", "清洗滤网，加氟",
            "NETWORK", "换网线，重启交换机", "MASONRY", "铲除松动，重新抹灰");
    private static final Duration BEFORE_WORK = Duration.ofHours(8);

    private final Duties duties;
    private final Places places;
    private final Policies policies;
    private final Clock clock;

    RepairsSample(Tools tools, Duties duties, Places places, Policies policies, Clock clock) {
        super(735, tools);
        this.duties = duties;
        this.places = places;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    protected void fill() {
        var director = holder(Duty.GA_DIRECTOR);
        policies.set(director, "repair.public", "YES", school().term().from(), "校长办公会 2026-08-24");
        var workers = duties.holders(Duty.WORKER, today());
        var known = List.of(List.of(Trade.ELECTRIC, Trade.WATER, Trade.AIR, Trade.MEDIA, Trade.NETWORK), List.of(Trade.LOCK, Trade.DOOR, Trade.FURNITURE, Trade.MASONRY));
        for (var i = 0; i < workers.size(); i++) {
            for (var trade : known.get(i % known.size())) enter(holder(Duty.DISPATCHER), SKILL, person(Draft.blank(), SKILL.WORKER_ID, SKILL.WORKER, workers.get(i)).set(SKILL.TRADE, trade.name()));
        }
        var rooms = places.search("", 400).stream().toList();
        for (var day : schoolDays()) {
            var n = 1 + random().nextInt(3);
            for (var i = 0; i < n; i++) one(day, rooms.get(random().nextInt(rooms.size())), workers);
        }
        holiday(rooms);
        for (var stage = 0; stage < 9; stage++) lately(stage, rooms.get(random().nextInt(rooms.size())), workers);
    }

    /** 寒假 to come: what is already on its list. */
    private void holiday(List<Places.Place> rooms) {
        var campaign = "2027 年寒假维修";
        var of = enter(holder(Duty.GA_DIRECTOR), CAMPAIGN, Draft.blank().set(CAMPAIGN.DAY, today().minusDays(5)).set(CAMPAIGN.TITLE, campaign).set(CAMPAIGN.OPENS_ON, LocalDate.of(2027, 2, 22)).set(CAMPAIGN.BUDGET, 6_000_000L));
        for (var i = 0; i < 4; i++) {
            var room = rooms.get(random().nextInt(rooms.size()));
            var line = enter(holder(Duty.DISPATCHER), HOLIDAY_WORK, Draft.blank().set(HOLIDAY_WORK.CAMPAIGN, campaign).set(HOLIDAY_WORK.CAMPAIGN_ID, of.id()).set(HOLIDAY_WORK.DAY, today().minusDays(4)).set(HOLIDAY_WORK.ROOM_ID, room.id())
                    .set(HOLIDAY_WORK.PLACE, room.building() + room.code()).set(HOLIDAY_WORK.WHAT, List.of("墙面粉刷", "更换门锁", "课桌椅整修", "照明改造").get(i)));
            if (i > 0) step(holder(Duty.DISPATCHER), HOLIDAY_WORK, line, "estimate", Draft.blank().set(HOLIDAY_WORK.ESTIMATE, 240_000L + 80_000L * i));
            if (i > 1) step(holder(Duty.VP_LOGISTICS), HOLIDAY_WORK, line, "consent", Draft.blank());
        }
    }

    private void one(LocalDate day, Places.Place room, List<Employee> workers) {
        var what = oneOf(BROKEN);
        var reported = day.atStartOfDay(clock.getZone()).toInstant().plus(BEFORE_WORK).plusSeconds(random().nextInt(8 * 3600));
        var urgent = random().nextInt(8) == 0;
        var reporter = somebody();
        var made = report(reporter, room, what, reported, urgent);
        go(made, reporter, who(what[0], workers), reported, urgent, what[0]);
    }

    /** What is on the board just now: waiting, with somebody, in work, paused, mended. */
    private void lately(int stage, Places.Place room, List<Employee> workers) {
        var what = oneOf(BROKEN);
        var reported = clock.instant().minusSeconds(60L * (stage < 4 ? 3 + 6 * stage : 50 + 20 * stage));
        var worker = who(what[0], workers);
        var mender = new Actor(school().schoolId(), worker.id(), worker.name(), Set.of(Duty.WORKER));
        var made = report(somebody(), room, what, reported, stage == 1);
        if (stage < 4) return;
        step(holder(Duty.DISPATCHER), TICKET, made, "dispatch", person(Draft.blank(), TICKET.WORKER_ID, TICKET.WORKER, worker).set(TICKET.DISPATCHED_AT, reported.plusSeconds(600)));
        if (stage == 4) return;
        step(mender, TICKET, made, "acknowledgement", Draft.blank().set(TICKET.ACCEPTED_AT, reported.plusSeconds(900)));
        if (stage == 5) return;
        step(mender, TICKET, made, "visit", Draft.blank().set(TICKET.ARRIVED_AT, reported.plusSeconds(2400)));
        if (stage == 7) step(mender, TICKET, made, "pause", Draft.blank().set(TICKET.PAUSE_REASON, "MATERIAL").set(TICKET.PAUSE_UNTIL, today().plusDays(2)).set(TICKET.PAUSE_NOTE, "等配件").set(TICKET.PAUSED_AT, reported.plusSeconds(3000)));
        if (stage == 8) step(mender, TICKET, made, "repair", Draft.blank().set(TICKET.CAUSE, "WORN").set(TICKET.SOLUTION, MENDED.get(what[0])).set(TICKET.MINUTES, 35).set(TICKET.DONE_AT, reported.plusSeconds(4500)));
    }

    private WorkRef report(Employee reporter, Places.Place room, String[] what, Instant at, boolean urgent) {
        return enter(new Actor(school().schoolId(), reporter.id(), reporter.name(), Set.of(Duty.TEACHER)), TICKET, Draft.blank().set(TICKET.REPORTED_AT, at).set(TICKET.ROOM_ID, room.id()).set(TICKET.PLACE, room.building() + room.code())
                .set(TICKET.TRADE, what[0]).set(TICKET.CONTENT, what[1]).set(TICKET.URGENT, urgent).set(TICKET.CHANNEL, "DESK"));
    }

    private static Employee who(String trade, List<Employee> workers) {
        return List.of("ELECTRIC", "WATER", "AIR", "MEDIA", "NETWORK").contains(trade) ? workers.getFirst() : workers.getLast();
    }

    private void go(WorkRef made, Employee reporter, Employee worker, Instant reported, boolean urgent, String trade) {
        var dispatcher = holder(Duty.DISPATCHER);
        var sent = reported.plusSeconds(300L + random().nextInt(2400));
        var mender = new Actor(school().schoolId(), worker.id(), worker.name(), Set.of(Duty.WORKER));
        if (sent.isAfter(clock.instant())) return;
        step(dispatcher, TICKET, made, "dispatch", person(Draft.blank(), TICKET.WORKER_ID, TICKET.WORKER, worker).set(TICKET.DISPATCHED_AT, sent));
        var taken = sent.plusSeconds(120L + random().nextInt(900));
        if (taken.isAfter(clock.instant())) return;
        step(mender, TICKET, made, "acknowledgement", Draft.blank().set(TICKET.ACCEPTED_AT, taken));
        var there = taken.plusSeconds(urgent ? 1800L : 1800L + random().nextInt(12_000));
        if (there.isAfter(clock.instant())) return;
        step(mender, TICKET, made, "visit", Draft.blank().set(TICKET.ARRIVED_AT, there));
        var done = there.plusSeconds(900L + random().nextInt(random().nextInt(9) == 0 ? 500_000 : 30_000));
        if (done.isAfter(clock.instant())) {
            if (random().nextInt(3) == 0) step(mender, TICKET, made, "pause", Draft.blank().set(TICKET.PAUSE_REASON, "MATERIAL").set(TICKET.PAUSE_UNTIL, today().plusDays(2)).set(TICKET.PAUSE_NOTE, "等配件").set(TICKET.PAUSED_AT, there.plusSeconds(600)));
            return;
        }
        step(mender, TICKET, made, "repair", Draft.blank().set(TICKET.CAUSE, oneOf("WORN", "WORN", "DAMAGED", "QUALITY")).set(TICKET.SOLUTION, MENDED.get(trade)).set(TICKET.MINUTES, 15 + 5 * random().nextInt(15))
                .set(TICKET.VENDOR_COST, trade.equals("AIR") && random().nextInt(3) == 0 ? 12_000L + 1000 * random().nextInt(10) : null).set(TICKET.DONE_AT, done));
        var said = done.plusSeconds(3600L + random().nextInt(80_000));
        if (said.isAfter(clock.instant())) return;
        var who = new Actor(school().schoolId(), reporter.id(), reporter.name(), Set.of(Duty.TEACHER));
        step(who, TICKET, made, "confirmation", Draft.blank().set(TICKET.RATING, oneOf("SATISFIED", "SATISFIED", "SATISFIED", "SATISFIED", "FAIRLY", "FAIRLY", "NEUTRAL", null)).set(TICKET.CONFIRMED_AT, said));
    }
}
