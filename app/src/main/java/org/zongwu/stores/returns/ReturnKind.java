package org.zongwu.stores.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.stores.GoodsIssued;
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
 * 退库单: goods of an issue come back to its warehouse, no more of them than it gave, at what they cost then. Who received them signs
 * them back; when he has left, the director does.
 */
@Component
public class ReturnKind extends SlipKind {
    private final Sources sources;
    private final StockService stock;
    private final People people;
    private final ItemService items;
    private final ApplicationEventPublisher events;

    ReturnKind(Sources sources, StockService stock, People people, ItemService items, ApplicationEventPublisher events) {
        super("RETURN", "TK", MoveKind.RETURN, new Second("signature", true, Duty.GA_DIRECTOR), Blank.SOURCE, Blank.REMARK);
        this.sources = sources;
        this.stock = stock;
        this.people = people;
        this.items = items;
        this.events = events;
    }

    @Override
    public SlipContent complete(SlipContent written, LocalDate today) {
        var content = written.from(source(written.sourceNo()));
        return people.employee(content.personId()).filter(Employee::inService).isPresent() ? content : content.person(null);
    }

    @Override
    public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
        var source = source(content.sourceNo());
        if (day.isBefore(source.day())) throw RuleBroken.at("day", "R-SLP-1", "rule.stores.slip.before-source", source.no(), source.day());
        stock.hold(stock.opened(content.warehouseId(), content.wanted(items).keySet()));
        var back = sources.claim(source(content.sourceNo()), content.wanted(items), items);
        // What was taken last comes back first: the lots that keep longest
        var inLots = Lots.upTo(back, Lots.turned(sources.lots(source)), true);
        var shifts = stock.put(content.warehouseId(), day, back, inLots);
        var lines = PostedSlip.priced(content, items, shifts);
        var cost = lines.stream().map(PostedSlip.Line::amount).reduce(Money.ZERO, Money::plus);
        return new Worked(List.of(new Moved(MoveKind.RETURN, content.warehouseId(), memo(content), shifts)), lines, List.of(new Booking("STORES_RETURN",
                content.purpose(), cost)));
    }

    /** What the work used up costs that much less. */
    @Override
    public void tell(PostedSlip posted) {
        var work = source(posted.content().sourceNo()).work();
        if (work != null) events.publishEvent(new GoodsIssued(work, new WorkRef(key(), posted.id(), posted.no()), posted.day(), posted.amount().negated()));
    }

    @Override
    public String memo(SlipContent content) {
        return sources.issue(content.sourceNo()).map(s -> s.with() + " " + s.no()).orElse(content.sourceNo());
    }

    @Override
    public List<Source> sources(String words, int limit) {
        return sources.issues(words, limit);
    }

    @Override
    public SlipContent proposal(String sourceNo, LocalDate today) {
        return SlipContent.of(sourceNo, today).lines(sources.issue(sourceNo).map(s -> sources.proposed(s, items, false)).orElse(List.of()));
    }

    private Source source(String no) {
        return sources.issue(no).orElseThrow(() -> RuleBroken.at("source", "R-SLP-1", "rule.stores.slip.no-such-issue", no));
    }
}
