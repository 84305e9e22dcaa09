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
import org.zongwu.parties.Parties;
import org.zongwu.school.People;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.receipt.PaperReceipts;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/**
 * 购物登记（采购入库）: the rows of one 入库单号 are one posted receipt of grade IMPORTED, under that number. What is no stock, as furniture
 * that is registered as an asset, is said and left out of the cards.
 */
@Component
class ReceiptsTemplate implements ImportTemplate {
    private final PaperReceipts receipts;
    private final PaperStock stock;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Parties parties;
    private final People people;
    private final Ledger ledger;
    private final Messages messages;
    private final Tenancy tenancy;

    ReceiptsTemplate(PaperReceipts receipts, PaperStock stock, ItemService items, WarehouseService warehouses, Parties parties, People people, Ledger ledger, Messages messages, Tenancy tenancy) {
        this.receipts = receipts;
        this.stock = stock;
        this.items = items;
        this.warehouses = warehouses;
        this.parties = parties;
        this.people = people;
        this.ledger = ledger;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "receipts";
    }

    @Override
    public int order() {
        return 505;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("day", true, Kind.DATE, List.of("日期", "入库日期", "购入日期", "购物日期", "到货日期", "day")),
                new Field("no", false, Kind.CODE, List.of("入库单号", "单号", "入库单", "验收单号", "凭证号", "no")),
                new Field("code", false, Kind.CODE, List.of("编号", "物资编号", "物品编码", "货号", "code")),
                new Field("item", true, Kind.TEXT, List.of("品名", "物品名称", "物资名称", "名称", "item", "物资", "购入物品")),
                new Field("spec", false, Kind.TEXT, List.of("规格", "规格型号", "型号", "spec")),
                new Field("unit", false, Kind.TEXT, List.of("单位", "计量单位", "unit")),
                new Field("quantity", true, Kind.NUMBER, List.of("数量", "入库数量", "购入数量", "实收数量", "quantity")),
                new Field("price", false, Kind.NUMBER, List.of("单价", "单价（元）", "进价", "price", "价格")),
                new Field("amount", false, Kind.MONEY, List.of("金额", "金额（元）", "总价", "amount")),
                new Field("supplier", true, Kind.TEXT, List.of("供货单位", "供应商", "供货商", "销货单位", "购自", "supplier", "厂家", "商家", "销售单位", "购买地点", "购货地点", "采购地点", "购买商店")),
                new Field("invoice", false, Kind.CODE, List.of("发票号", "发票号码", "发票", "invoice")),
                new Field("buyer", false, Kind.TEXT, List.of("经手", "经手人", "采购人", "采购员", "经办人", "buyer", "采购经手", "采购经办", "采购人员", "购买人")),
                new Field("acceptor", false, Kind.TEXT, List.of("验收", "验收人", "保管", "保管员", "收货人", "accepted by", "验收人1", "验收一")),
                new Field("second", false, Kind.TEXT, List.of("验收人2", "第二验收人", "复核", "second acceptor", "验收二")),
                new Field("warehouse", false, Kind.TEXT, List.of("仓库", "库房", "warehouse")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "note", "remark")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("day", "2026-03-05", "no", "入03-031", "item", "墨盒", "spec", "803黑", "unit", "个", "quantity", "6", "price", "79.90", "amount", "479.40", "supplier", "晴川文具店", "buyer", "周宁");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> new ReceiptsTaken(actor, new PaperItems(items, actor), new PaperSlips(warehouses, ledger), receipts, stock, parties, people).take(rows, fields()));
    }

    /** Red documents of the same days; not while anything else has moved the same cards. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return receipts.takeBack(actor, WorkRef.ids(made, "stores.receipt").stream().distinct().toList(), messages.say("stores.import-taken-back"));
    }
}
