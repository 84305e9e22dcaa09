package org.zongwu.stores.paper;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.school.People;
import org.zongwu.stores.issue.PaperIssues;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** 领物登记: the rows of one 领物单号 are one posted issue of grade IMPORTED, under that number; one in red brings goods back. */
@Component
class IssuesTemplate implements ImportTemplate {
    private final PaperIssues issues;
    private final PaperStock stock;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final People people;
    private final Ledger ledger;
    private final Messages messages;
    private final Tenancy tenancy;

    IssuesTemplate(PaperIssues issues, PaperStock stock, ItemService items, WarehouseService warehouses, People people, Ledger ledger, Messages messages, Tenancy tenancy) {
        this.issues = issues;
        this.stock = stock;
        this.items = items;
        this.warehouses = warehouses;
        this.people = people;
        this.ledger = ledger;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "issues";
    }

    /** After what came, and after what the classes were handed. */
    @Override
    public int order() {
        return 515;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("day", true, Kind.DATE, List.of("日期", "领用日期", "领物日期", "发放日期", "day")),
                new Field("no", false, Kind.CODE, List.of("单号", "领物单号", "领用单号", "出库单号", "领料单号", "no")),
                new Field("department", false, Kind.TEXT, List.of("部门/班级", "部门", "班级", "领用部门", "科室", "使用部门", "department")),
                new Field("receiver", true, Kind.TEXT, List.of("领用人", "领物人", "领取人", "领料人", "receiver")),
                new Field("code", false, Kind.CODE, List.of("编号", "物资编号", "物品编码", "货号", "code")),
                new Field("item", true, Kind.TEXT, List.of("品名", "物品名称", "物资名称", "名称", "领用物品", "item", "物资", "物品", "领用物资")),
                new Field("spec", false, Kind.TEXT, List.of("规格", "规格型号", "型号", "spec")),
                new Field("unit", false, Kind.TEXT, List.of("单位", "计量单位", "unit")),
                new Field("quantity", true, Kind.NUMBER, List.of("数量", "领用数量", "发放数量", "实发数量", "quantity")),
                new Field("purpose", false, Kind.TEXT, List.of("用途", "领用用途", "使用地点", "purpose")),
                new Field("giver", false, Kind.TEXT, List.of("发放人", "发料人", "保管员", "经手人", "handed out by", "经手", "发放经手")),
                new Field("warehouse", false, Kind.TEXT, List.of("仓库", "库房", "warehouse")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "note", "remark")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("day", "2026-03-05", "no", "领03061", "department", "语文组", "receiver", "林一诺", "item", "中性笔", "spec", "0.5mm 黑", "unit", "支", "quantity", "2", "purpose", "办公");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> new IssuesTaken(actor, new PaperItems(items, actor), new PaperSlips(warehouses, ledger), new PaperPeople(people), issues, stock).take(rows, fields()));
    }

    /** Red documents of the same days; not while goods were brought back on one of them. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return issues.takeBack(actor, WorkRef.ids(made, "stores.issue").stream().distinct().toList(), messages.say("stores.import-taken-back"));
    }
}
