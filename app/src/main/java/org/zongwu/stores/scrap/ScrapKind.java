package org.zongwu.stores.scrap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.slip.PostedSlip;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipKind;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.Moved;
import org.zongwu.stores.stock.StockService;
import org.zongwu.web.Messages;

/** 报损单: what is broken, spoiled or past its day leaves the shelf for 1902 待处理财产损溢, with a reason in words and the director's approval. */
@Component
public class ScrapKind extends SlipKind {
    private static final int WORDS = 5;

    private final StockService stock;
    private final Messages messages;

    ScrapKind(StockService stock, Messages messages) {
        super("SCRAP", "BS", MoveKind.SCRAP, new Second("approval", false, Duty.GA_DIRECTOR), Blank.WAREHOUSE, Blank.REASON, Blank.REMARK, Blank.FILE);
        this.stock = stock;
        this.messages = messages;
    }

    @Override
    public void require(SlipContent content, UUID madeBy) {
        if (content.reason() == null || !reasons().contains(content.reason())) throw RuleBroken.at("reason", "R-SLP-5", "rule.stores.scrap.needs-reason");
        if (content.remark() == null || content.remark().length() < WORDS) throw RuleBroken.at("remark", "R-SLP-5", "rule.stores.scrap.needs-words", WORDS);
    }

    @Override
    public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
        var shifts = stock.takeOff(content.warehouseId(), day, content.wanted(items), lots(content));
        var lines = PostedSlip.priced(content, items, shifts);
        var cost = lines.stream().map(PostedSlip.Line::amount).reduce(Money.ZERO, Money::plus);
        return new Worked(List.of(new Moved(MoveKind.SCRAP, content.warehouseId(), memo(content), shifts)), lines, List.of(new Booking("STORES_SCRAP", "PENDING", cost)));
    }

    /** The lot of each item that names one: the lines of an item are about the same. */
    private static Map<UUID, String> lots(SlipContent content) {
        var named = new HashMap<UUID, String>();
        var n = 0;
        for (var l : content.lines()) {
            var other = l.lotNo() == null ? null : named.put(l.itemId(), l.lotNo());
            if (other != null && !other.equals(l.lotNo())) throw RuleBroken.at("lot-" + n, "R-SLP-4", "rule.stores.scrap.one-lot", n + 1);
            n++;
        }
        return named;
    }

    @Override
    public List<String> reasons() {
        return List.of("BROKEN", "EXPIRED", "SPOILED", "OBSOLETE", "OTHER");
    }

    @Override
    public String told() {
        return "reason";
    }

    @Override
    public boolean asksLot() {
        return true;
    }

    @Override
    public String memo(SlipContent content) {
        return messages.say(key() + ".reason." + content.reason()) + " " + content.remark();
    }
}
