package org.zongwu.stores.pricedifference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.zongwu.stores.stock.CorrectionService;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Moved;
import org.zongwu.stores.stock.Shift;
import org.zongwu.stores.stock.StockService;

/**
 * 价差单: the invoice for goods that came at an estimate (暂估入账). The estimate owed is paid from the funding chosen; what the invoice
 * differs corrects the card for goods that still lie there and goes to the expense for those that are used. The accountant approves.
 */
@Component
public class PriceDifferenceKind extends SlipKind {
    static final String ESTIMATE = "ESTIMATE";
    /** The debt stays one: nothing is paid with the invoice. */
    private static final String CREDIT = "CREDIT";

    private final Sources sources;
    private final StockService stock;
    private final CorrectionService corrections;
    private final ItemService items;

    PriceDifferenceKind(Sources sources, StockService stock, CorrectionService corrections, ItemService items) {
        super("PRICE_DIFFERENCE", "JC", MoveKind.PRICE_DIFFERENCE, new Second("approval", false, Duty.ACCOUNTANT), Blank.SOURCE, Blank.INVOICE, Blank.FUNDING,
                Blank.PURPOSE, Blank.REMARK);
        this.sources = sources;
        this.stock = stock;
        this.corrections = corrections;
        this.items = items;
    }

    @Override
    public SlipContent complete(SlipContent written, LocalDate today) {
        var source = source(written.sourceNo());
        if (!ESTIMATE.equals(source.funding())) throw RuleBroken.at("source", "R-SLP-1", "rule.stores.price-difference.no-estimate", source.no());
        return written.from(source);
    }

    @Override
    public void require(SlipContent content, UUID madeBy) {
        if (ESTIMATE.equals(content.funding())) throw RuleBroken.at("funding", "R-SLP-5", "rule.stores.price-difference.needs-funding");
        var seen = new HashSet<UUID>();
        for (var i = 0; i < content.lines().size(); i++) {
            if (!seen.add(content.lines().get(i).itemId())) throw RuleBroken.at("item-" + i, "R-SLP-4", "rule.stores.price-difference.twice", i + 1);
        }
    }

    @Override
    public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
        stock.hold(stock.opened(content.warehouseId(), content.wanted(items).keySet()));
        var estimates = sources.claim(source(content.sourceNo()), content.wanted(items), items);
        var shifts = new ArrayList<Shift>();
        var lines = new ArrayList<PostedSlip.Line>();
        var owed = Money.ZERO;
        var different = Money.ZERO;
        var onShelf = Money.ZERO;
        for (var l : content.lines()) {
            var estimate = estimates.get(l.itemId());
            var difference = l.amount().minus(estimate.amount());
            var shift = corrections.revalue(content.warehouseId(), l.itemId(), day, difference, estimate.quantity());
            shift.ifPresent(shifts::add);
            lines.add(new PostedSlip.Line(l.itemId(), l.unit(), l.quantity(), estimate.quantity(), difference, l.amount(), null));
            owed = owed.plus(estimate.amount());
            different = different.plus(difference);
            onShelf = onShelf.plus(shift.map(s -> s.change().amount()).orElse(Money.ZERO));
        }
        var bookings = new ArrayList<Booking>();
        if (!CREDIT.equals(content.funding())) bookings.add(new Booking("STORES_SETTLEMENT", content.funding(), owed));
        bookings.add(new Booking("STORES_RECEIPT", content.funding(), different));
        bookings.add(new Booking("STORES_ISSUE", content.purpose(), different.minus(onShelf)));
        return new Worked(List.of(new Moved(MoveKind.PRICE_DIFFERENCE, content.warehouseId(), memo(content), shifts)), lines, bookings);
    }

    @Override
    public String memo(SlipContent content) {
        return sources.receipt(content.sourceNo()).map(s -> s.with() + " " + s.no()).orElse(content.sourceNo());
    }

    @Override
    public List<Source> sources(String words, int limit) {
        return sources.receipts(words, limit, Sources.estimated());
    }

    @Override
    public SlipContent proposal(String sourceNo, LocalDate today) {
        return SlipContent.of(sourceNo, today).lines(sources.receipt(sourceNo).map(s -> sources.proposed(s, items, true)).orElse(List.of()));
    }

    @Override
    public boolean asksAmount() {
        return true;
    }

    private Source source(String no) {
        return sources.receipt(no).orElseThrow(() -> RuleBroken.at("source", "R-SLP-1", "rule.stores.slip.no-such-receipt", no));
    }
}
