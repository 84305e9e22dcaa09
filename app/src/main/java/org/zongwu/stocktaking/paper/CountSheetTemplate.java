package org.zongwu.stocktaking.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Countable;
import org.zongwu.kernel.Countable.Thing;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Countables;
import org.zongwu.stocktaking.campaign.Recount;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.web.Messages;

/**
 * 期末盘点表: each sheet becomes a stocktake that was counted on paper, of the day in its title. Gains and losses are held against our
 * own book of that day, not against the one that was copied onto the sheet; where the two disagree the row says so.
 */
@Component
class CountSheetTemplate implements ImportTemplate {
    private static final Pattern DAY = Pattern.compile("(\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})");
    private static final Pattern COUNTER = Pattern.compile("盘点人[：:]\\s*([^\\s，,；;：:]{2,10})");

    private final Countables countables;
    private final CampaignService campaigns;
    private final CountService counts;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    CountSheetTemplate(Countables countables, CampaignService campaigns, CountService counts, Messages messages, Tenancy tenancy, Clock clock) {
        this.countables = countables;
        this.campaigns = campaigns;
        this.counts = counts;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "stocktakes";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("code", true, Kind.CODE, List.of("编号", "编码", "物资编号", "物品编码", "code")).mayLackWhenCalled(), new Field("name", false, Kind.TEXT, List.of("品名", "名称", "物品名称", "物资名称", "name")),
                new Field("spec", false, Kind.TEXT, List.of("规格型号", "规格", "型号", "spec")), new Field("unit", false, Kind.TEXT, List.of("单位", "计量单位", "unit")),
                new Field("book", false, Kind.NUMBER, List.of("账存数", "账存", "账面数", "账面数量", "book", "账面结存", "账面库存")), new Field("counted", true, Kind.NUMBER, List.of("实存数", "实存", "实盘数", "实盘数量", "盘点数", "counted", "实际盘存", "实际数量", "盘存数", "实物数量", "实际库存")),
                new Field("difference", false, Kind.NUMBER, List.of("盈亏", "盘盈盘亏", "盈亏数", "差异", "difference")), new Field("price", false, Kind.NUMBER, List.of("单价", "单价（元）", "price")),
                new Field("reason", false, Kind.TEXT, List.of("原因", "盈亏原因", "备注", "reason", "原因说明", "盈亏原因说明")), new Field("place", false, Kind.TEXT, List.of("仓库", "库房", "存放地点", "warehouse")),
                new Field("day", true, Kind.DATE, List.of("盘点日期", "盘点日", "counted on")).fromTitle(DAY));
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return take(rows, List.of(), actor);
    }

    @Override
    public List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var outcomes = new HashMap<Row, Outcome>();
            var sheets = new LinkedHashMap<String, List<Row>>();
            rows.forEach(r -> sheets.computeIfAbsent(r.sheet() + "\n" + r.get("place"), k -> new ArrayList<>()).add(r));
            sheets.values().forEach(s -> new Taking(s, notes, actor).take(outcomes));
            return rows.stream().map(outcomes::get).toList();
        });
    }

    /** Counts are never taken away; the stocktake is given up, and then no figure knows it. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            for (var id : WorkRef.ids(made, "stocktaking.campaign")) {
                var campaign = campaigns.campaign(id);
                var progress = campaigns.whole(id);
                if (campaign.state() == CampaignState.RESOLVED || campaign.state() == CampaignState.CLOSED || progress.differing() > progress.unprepared()) {
                    return List.of(new Dependent(messages.say("stocktake.variance.title"), campaign.ref()));
                }
                if (campaign.state() != CampaignState.CANCELLED) campaigns.cancel(actor, id, messages.say("stocktake.import-taken-back"));
            }
            return List.<Dependent>of();
        });
    }

    /** A sheet of one place being taken in. */
    private final class Taking {
        private final List<Row> rows;
        private final boolean coded;
        private final List<Note> notes;
        private final Actor actor;
        private final Map<UUID, Row> firstOf = new HashMap<>();
        private final Map<Row, Thing> things = new LinkedHashMap<>();
        private @Nullable Countable countable;
        private Countable.@Nullable Place place;

        Taking(List<Row> rows, List<Note> notes, Actor actor) {
            this.rows = rows;
            this.coded = rows.stream().anyMatch(r -> r.get("code") != null);
            this.notes = notes;
            this.actor = actor;
        }

        void take(Map<Row, Outcome> outcomes) {
            for (var row : rows) judge(row).ifPresent(o -> outcomes.put(row, o));
            if (things.isEmpty() || countable == null || place == null) return;
            var first = things.keySet().iterator().next();
            var day = first.day("day");
            var book = countable.bookOn(place.id(), things.values().stream().map(Thing::id).toList(), day);
            var campaign = campaign(first.sheet(), day);
            var lines = campaigns.takeIn(actor, campaign, things.values().stream().map(t -> new Thing(t.id(), t.code(), t.title(), t.area(), t.unit(), book.get(t.id()), t.codes())).toList());
            var counted = new HashMap<UUID, Quantity>();
            var said = new HashMap<UUID, Quantity>();
            var n = 0;
            for (var entry : things.entrySet()) {
                counted.put(lines.get(n), new Quantity(entry.getKey().number("counted")));
                said.put(lines.get(n++), book.get(entry.getValue().id()));
                outcomes.put(entry.getKey(), outcome(entry.getKey(), book.get(entry.getValue().id())));
            }
            counts.takeIn(actor, campaign, counter(first.sheet()), at(day), counted, said);
            outcomes.compute(first, (r, o) -> o.made(campaign.ref()));
        }

        /** A refusal; none when the row is taken in. */
        private Optional<Outcome> judge(Row row) {
            var flaw = ImportTemplate.flaw(row, named(row) == null ? fields() : fields().stream().filter(f -> !f.name().equals("code")).toList());
            if (flaw.isPresent()) return flaw;
            var number = row.number("counted");
            if (number.signum() < 0 || number.stripTrailingZeros().scale() > 3) return Optional.of(Outcome.of(Verdict.PROBLEM, row, "counted", "import.stocktakes.not-a-count", row.get("counted")));
            if (row.day("day").isAfter(LocalDate.now(clock))) return Optional.of(Outcome.of(Verdict.PROBLEM, row, "day", "import.stocktakes.day-to-come", row.get("day")));
            if (place == null) choosePlace(row);
            if (countable == null || place == null) {
                return Optional.of(row.get("place") == null ? Outcome.of(Verdict.PROBLEM, row, "code", "import.stocktakes.no-such-thing", named(row))
                        : Outcome.of(Verdict.PROBLEM, row, "place", "import.stocktakes.no-such-place", row.get("place")));
            }
            var thing = countable.find(place.id(), named(row));
            if (thing.isEmpty()) return Optional.of(Outcome.of(Verdict.PROBLEM, row, "code", "import.stocktakes.no-such-thing", named(row)));
            var before = firstOf.putIfAbsent(thing.get().id(), row);
            if (before != null) return Optional.of(Outcome.of(Verdict.DUPLICATE, row, "code", "import.stocktakes.twice", before.number()));
            things.put(row, thing.get());
            return Optional.empty();
        }

        /** By its code; in a list without codes by its name and specification. */
        private @Nullable String named(Row row) {
            if (row.get("code") != null || coded || row.get("name") == null) return row.get("code");
            return row.get("spec") == null ? row.get("name") : row.get("name") + " " + row.get("spec");
        }

        /** The one that is named; else where most of the things that the sheet lists have a card, told by the first that is known. */
        private void choosePlace(Row row) {
            for (var c : countables.all()) {
                for (var p : c.places(LocalDate.now(clock))) {
                    if (row.get("place") != null ? p.name().equals(row.get("place")) : c.find(p.id(), named(row)).filter(t -> knows(c, p, t)).isPresent()) {
                        countable = c;
                        place = p;
                        return;
                    }
                }
            }
        }

        private boolean knows(Countable c, Countable.Place p, Thing thing) {
            return c.freeze(p.id()).stream().anyMatch(t -> t.id().equals(thing.id()));
        }

        private Outcome outcome(Row row, Quantity book) {
            var written = row.number("book");
            return written != null && written.compareTo(book.value()) != 0 ? Outcome.of(Verdict.WARNING, row, "book", "import.stocktakes.book-disagrees", row.get("book"), book) : Outcome.accepted(row);
        }

        private Campaign campaign(String sheet, LocalDate day) {
            var list = new Sheet(Ids.next(), countable.kind(), place.id(), place.name(), place.keeperId(), place.keeper(), List.of());
            return new Campaign(Ids.next(), campaigns.nextNumber(day.getYear()), sheet + "　" + day, Recount.NONE, day, CampaignState.DIFFERENCES, 1, Grade.IMPORTED, actor.employeeId(), clock.instant(),
                    at(day), null, List.of(list));
        }

        private String counter(String sheet) {
            return notes.stream().filter(n -> n.sheet().equals(sheet)).map(n -> COUNTER.matcher(n.text())).filter(m -> m.find()).map(m -> m.group(1)).findFirst().orElseGet(() -> messages.say("stocktake.counter.unnamed"));
        }

        /** The evening of the day; of today, now. */
        private Instant at(LocalDate day) {
            var evening = day.atTime(LocalTime.of(18, 0)).atZone(clock.getZone()).toInstant();
            return evening.isAfter(clock.instant()) ? clock.instant() : evening;
        }
    }
}
