package org.zongwu.stores.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.slip.PostedSlip;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipKind;
import org.zongwu.stores.stock.Card;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.Lot;
import org.zongwu.stores.stock.Lots;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Moved;
import org.zongwu.stores.stock.StockService;
import org.zongwu.stores.warehouse.WarehouseService;

/**
 * 调拨单: what leaves one warehouse comes into another at the same amount, in one transaction; the books do not change. The keeper who
 * receives accepts; where one person keeps both, the director does in his place.
 */
@Component
public class TransferKind extends SlipKind {
    private final StockService stock;
    private final WarehouseService warehouses;

    TransferKind(StockService stock, WarehouseService warehouses) {
        super("TRANSFER", "DK", MoveKind.TRANSFER_OUT, new Second("acceptance", true, Duty.GA_DIRECTOR), Blank.WAREHOUSE, Blank.TARGET, Blank.REMARK);
        this.stock = stock;
        this.warehouses = warehouses;
    }

    @Override
    public SlipContent complete(SlipContent written, LocalDate today) {
        var gives = warehouses.keeperOn(written.warehouseId(), today);
        var takes = warehouses.keeperOn(written.targetId(), today);
        return written.person(takes.equals(gives) ? null : takes.orElse(null));
    }

    @Override
    public void require(SlipContent content, UUID madeBy) {
        if (content.warehouseId().equals(content.targetId())) throw RuleBroken.at("target", "R-SLP-5", "rule.stores.transfer.same-warehouse");
    }

    /** All cards of both warehouses are held before any is changed, so that two opposite transfers wait for each other in one order. */
    @Override
    public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
        var wanted = content.wanted(items);
        var cards = new ArrayList<>(stock.opened(content.targetId(), wanted.keySet()));
        wanted.keySet().forEach(item -> cards.add(new Card(content.warehouseId(), item)));
        stock.hold(cards);
        var gone = stock.takeOff(content.warehouseId(), day, wanted);
        var come = new TreeMap<UUID, Goods>();
        var inLots = new HashMap<UUID, List<Lot>>();
        gone.forEach(s -> {
            come.put(s.itemId(), s.change().negated());
            inLots.put(s.itemId(), s.lots());
        });
        var moved = List.of(new Moved(MoveKind.TRANSFER_OUT, content.warehouseId(), "→ " + name(content.targetId()), gone),
                new Moved(MoveKind.TRANSFER_IN, content.targetId(), "← " + name(content.warehouseId()), stock.put(content.targetId(), day, come, Lots.turned(inLots))));
        return new Worked(moved, PostedSlip.priced(content, items, gone), List.of());
    }

    @Override
    public String told() {
        return "target";
    }

    @Override
    public UUID reversedAt(SlipContent content) {
        return content.targetId();
    }

    @Override
    public String memo(SlipContent content) {
        return name(content.warehouseId()) + " → " + name(content.targetId());
    }

    private String name(UUID warehouseId) {
        return warehouses.warehouse(warehouseId).name();
    }
}
