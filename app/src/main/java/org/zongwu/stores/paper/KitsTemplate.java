package org.zongwu.stores.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.school.People;
import org.zongwu.school.Terms;
import org.zongwu.stores.issue.PaperIssues;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.kit.PaperHandouts;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** 开学班级物品发放签收表: a line a class, a column a thing ({@code 扫帚（把）}). Each class's line is one posted issue, all of them one hand-out. */
@Component
class KitsTemplate implements ImportTemplate {
    /** A thing and its unit. */
    static final Pattern THING = Pattern.compile("^(.+?)[（(]\\s*(\\p{IsHan}{1,2})\\s*[）)]$");

    private final PaperIssues issues;
    private final PaperHandouts handouts;
    private final PaperStock paper;
    private final StockService stock;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final People people;
    private final Terms terms;
    private final Ledger ledger;
    private final Messages messages;
    private final Tenancy tenancy;

    KitsTemplate(PaperIssues issues, PaperHandouts handouts, PaperStock paper, StockService stock, ItemService items, WarehouseService warehouses, People people, Terms terms, Ledger ledger,
            Messages messages, Tenancy tenancy) {
        this.issues = issues;
        this.handouts = handouts;
        this.paper = paper;
        this.stock = stock;
        this.items = items;
        this.warehouses = warehouses;
        this.people = people;
        this.terms = terms;
        this.ledger = ledger;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "kits";
    }

    @Override
    public int order() {
        return 510;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("class", true, Kind.TEXT, List.of("班级", "班别", "class")),
                new Field("day", true, Kind.DATE, List.of("领取日期", "发放日期", "领用日期", "签收日期", "day")),
                new Field("receiver", true, Kind.TEXT, List.of("签收人", "领取人", "领用人", "班主任", "receiver")),
                new Field("item", true, Kind.TEXT, List.of()),
                new Field("quantity", true, Kind.NUMBER, List.of()),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "note", "remark")));
    }

    @Override
    public Optional<Matrix> matrix() {
        return Optional.of(new Matrix("item", "quantity", THING));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("class", "七（1）班", "day", "2026-03-02", "receiver", "林一诺");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return take(rows, List.of(), actor);
    }

    @Override
    public List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return tenancy.write(actor.schoolId(),
                () -> new KitsTaken(actor, new PaperItems(items, actor), new PaperSlips(warehouses, ledger), new PaperPeople(people), issues, handouts, paper, stock, terms).take(rows, notes, fields()));
    }

    /** Red documents of the same days; not while goods were brought back on one of them. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return issues.takeBack(actor, WorkRef.ids(made, "stores.issue").stream().distinct().toList(), messages.say("stores.import-taken-back"));
    }
}
