package org.zongwu.stores.supplierreturn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.slip.PostedSlip;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipKind;
import org.zongwu.stores.slip.Source;
import org.zongwu.stores.slip.Sources;
import org.zongwu.stores.stock.Lots;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Moved;
import org.zongwu.stores.stock.StockService;

/**
 * 退货单: goods of a receipt go back to their supplier at what they came for, no more of them than are left of it. On the card and in the
 * books it is the receipt in red, for its part. The director approves.
 */
@Component
public class SupplierReturnKind extends SlipKind {
    private final Sources sources;
    private final StockService stock;
    private final ItemService items;

    SupplierReturnKind(Sources sources, StockService stock, ItemService items) {
        super("SUPPLIER_RETURN", "TH", MoveKind.SUPPLIER_RETURN, new Second("approval", false, Duty.GA_DIRECTOR), Blank.SOURCE, Blank.REMARK);
        this.sources = sources;
        this.stock = stock;
        this.items = items;
    }

    @Override
    public SlipContent complete(SlipContent written, LocalDate today) {
        var source = source(written.sourceNo());
        if (source.supplierId() == null) throw RuleBroken.at("source", "R-SLP-1", "rule.stores.supplier-return.no-supplier", source.no());
        return written.from(source);
    }

    @Override
    public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
        var wanted = content.wanted(items);
        stock.hold(stock.opened(content.warehouseId(), wanted.keySet()));
        var source = source(content.sourceNo());
        var back = sources.claim(source, wanted, items);
        var shifts = stock.takeBack(content.warehouseId(), day, back, Lots.upTo(back, sources.lots(source), false));
        var lines = PostedSlip.priced(content, items, shifts);
        var cost = lines.stream().map(PostedSlip.Line::amount).reduce(Money.ZERO, Money::plus);
        return new Worked(List.of(new Moved(MoveKind.SUPPLIER_RETURN, content.warehouseId(), memo(content), shifts)), lines, List.of(new Booking("STORES_RECEIPT",
                content.funding(), cost.negated())));
    }

    @Override
    public String memo(SlipContent content) {
        return sources.receipt(content.sourceNo()).map(s -> s.with() + " " + s.no()).orElse(content.sourceNo());
    }

    @Override
    public List<Source> sources(String words, int limit) {
        return sources.receipts(words, limit, DSL.noCondition());
    }

    @Override
    public SlipContent proposal(String sourceNo, LocalDate today) {
        return SlipContent.of(sourceNo, today).lines(sources.receipt(sourceNo).map(s -> sources.proposed(s, items, false)).orElse(List.of()));
    }

    private Source source(String no) {
        return sources.receipt(no).orElseThrow(() -> RuleBroken.at("source", "R-SLP-1", "rule.stores.slip.no-such-receipt", no));
    }
}
