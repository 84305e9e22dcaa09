package org.zongwu.stores.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SampleData.SampleSchool;
import org.zongwu.stores.pricedifference.PriceDifferenceKind;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.receipt.ReceiptService;
import org.zongwu.stores.returns.ReturnKind;
import org.zongwu.stores.sample.Catalogue.Good;
import org.zongwu.stores.scrap.ScrapKind;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipKind;
import org.zongwu.stores.slip.SlipService;
import org.zongwu.stores.slip.Source;
import org.zongwu.stores.slip.Sources;
import org.zongwu.stores.supplierreturn.SupplierReturnKind;
import org.zongwu.stores.transfer.TransferKind;

/** A few of the storekeeper's other documents: of each some that are posted, one taken back, and one that waits for its second person. */
@Component
class SampleSlips {
    private final SlipService slips;
    private final ReceiptService receipts;
    private final Sources sources;
    private final ReturnKind returns;
    private final TransferKind transfers;
    private final ScrapKind scraps;
    private final SupplierReturnKind supplierReturns;
    private final PriceDifferenceKind differences;
    private final Tenancy tenancy;

    SampleSlips(SlipService slips, ReceiptService receipts, Sources sources, ReturnKind returns, TransferKind transfers, ScrapKind scraps, SupplierReturnKind supplierReturns,
            PriceDifferenceKind differences, Tenancy tenancy) {
        this.slips = slips;
        this.receipts = receipts;
        this.sources = sources;
        this.returns = returns;
        this.transfers = transfers;
        this.scraps = scraps;
        this.supplierReturns = supplierReturns;
        this.differences = differences;
        this.tenancy = tenancy;
    }

    /** How far a document goes. */
    private enum Until { SUBMITTED, POSTED, REVERSED }

    void write(SampleSchool school, Catalogue catalogue, List<UUID> stores, List<UUID> suppliers, Staff staff, LocalDate day) {
        var director = school.actor(Duty.GA_DIRECTOR);
        var accountant = school.actor(Duty.ACCOUNTANT);
        var first = stores.getFirst();
        var plenty = catalogue.plenty(1);
        var n = 0;
        for (var until : List.of(Until.POSTED, Until.POSTED, Until.REVERSED, Until.SUBMITTED)) {
            giveBack(school, staff, until, day, n);
            var moved = plenty.get(n);
            carry(school, director, transfers, until, SlipContent.at(first, day, some(moved, 2)).target(stores.get(1)), day);
            if (until == Until.POSTED) moved.onHand -= 2;
            var broken = plenty.get(plenty.size() - 1 - n);
            carry(school, director, scraps, until, SlipContent.at(first, day, some(broken, 1)).because(n % 2 == 0 ? "BROKEN" : "SPOILED",
                    n % 2 == 0 ? "搬运时压坏，不能再用" : "受潮发霉，不能再用"), day);
            if (until == Until.POSTED) broken.onHand -= 1;
            n++;
        }
        for (var until : List.of(Until.POSTED, Until.REVERSED, Until.SUBMITTED)) {
            var good = plenty.get(n);
            carry(school, director, supplierReturns, until, SlipContent.of(bought(school, staff, stores, suppliers, Funding.OWN, good, day), day, some(good, 1)), day);
            good.onHand += until == Until.POSTED ? 3 : 4;
            var estimated = plenty.get(n + 3);
            var line = new SlipContent.Line(estimated.itemId, estimated.item.unit(), Quantity.of(4), invoiced(estimated, n), null);
            carry(school, accountant, differences, until, SlipContent.of(bought(school, staff, stores, suppliers, Funding.ESTIMATE, estimated, day), day, line)
                    .paid("FISCAL", "ADMIN", "2644200000009" + n), day);
            estimated.onHand += 4;
            n++;
        }
        withLots(school, catalogue, stores, suppliers, staff, day);
    }

    /** One of something that was issued, back from who received it. */
    private void giveBack(SampleSchool school, Staff staff, Until until, LocalDate day, int n) {
        var source = tenancy.<Source>read(school.schoolId(), () -> sources.issues("", 60).stream().filter(s -> staff.receivers().stream()
                .anyMatch(a -> a.employeeId().equals(s.personId()))).skip(n * 5L).findFirst().orElseThrow());
        var receiver = staff.receivers().stream().filter(a -> a.employeeId().equals(source.personId())).findFirst().orElseThrow();
        var lines = tenancy.<SlipContent>read(school.schoolId(), () -> returns.proposal(source.no(), day)).lines();
        var line = lines.getFirst();
        carry(school, receiver, returns, until, SlipContent.of(source.no(), day, new SlipContent.Line(line.itemId(), line.unit(), Quantity.of(1))), day);
    }

    private void carry(SampleSchool school, Actor second, SlipKind kind, Until until, SlipContent content, LocalDate day) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var id = Ids.next();
        tenancy.write(school.schoolId(), () -> {
            slips.draft(keeper, kind, id, content);
            slips.submit(keeper, kind, id, 1);
            if (until == Until.SUBMITTED) return;
            slips.sign(second, kind, id, 2);
            slips.post(keeper, kind, id, day);
            if (until == Until.REVERSED) slips.reverse(keeper, kind, id, day, "数量写错，重新开单");
        });
    }

    private static SlipContent.Line some(Good good, int quantity) {
        return new SlipContent.Line(good.itemId, good.item.unit(), Quantity.of(quantity));
    }

    /** The invoice for four of it asks a little more, or less, than was thought. */
    private static Money invoiced(Good good, int n) {
        return Money.ofYuan(good.price.multiply(new BigDecimal(n % 2 == 0 ? "4.12" : "3.85")).setScale(2, RoundingMode.HALF_UP));
    }

    /** Four of it come from a supplier; answers the number of the receipt. */
    private String bought(SampleSchool school, Staff staff, List<UUID> stores, List<UUID> suppliers, Funding funding, Good good, LocalDate day) {
        receive(school, staff, stores, suppliers, funding, day, List.of(new ReceiptContent.Line(good.itemId, good.item.unit(), Quantity.of(4),
                good.price, null)));
        return tenancy.<String>read(school.schoolId(), () -> sources.receipts("", 1, DSL.noCondition()).getFirst().no());
    }

    private void receive(SampleSchool school, Staff staff, List<UUID> stores, List<UUID> suppliers, Funding funding, LocalDate day, List<ReceiptContent.Line> lines) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var id = Ids.next();
        var one = staff.acceptors().get(0);
        var other = staff.acceptors().get(1);
        tenancy.write(school.schoolId(), () -> {
            receipts.draft(keeper, id, new ReceiptContent(stores.getFirst(), funding, suppliers.getFirst(), staff.buyer().employeeId(), day, null, null,
                    one.employeeId(), other.employeeId(), lines));
            receipts.submit(keeper, id, 1);
            receipts.accept(one, id, 2);
            receipts.accept(other, id, 3);
            receipts.post(keeper, id, day);
        });
    }

    /** Goods that keep for a while only: one lot is past its last day, one is near it, one keeps for long. */
    private void withLots(SampleSchool school, Catalogue catalogue, List<UUID> stores, List<UUID> suppliers, Staff staff, LocalDate day) {
        var goods = catalogue.plenty(1).stream().skip(6).limit(2).toList();
        var lines = List.of(lot(goods.get(0), 2, "20250311", day.minusDays(1)), lot(goods.get(0), 6, "20260218", day.plusDays(24)), lot(goods.get(1), 10, "20260803",
                day.plusDays(640)));
        receive(school, staff, stores, suppliers, Funding.FISCAL, day, lines);
        goods.get(0).onHand += 8;
        goods.get(1).onHand += 10;
    }

    private static ReceiptContent.Line lot(Good good, int quantity, String lot, LocalDate expires) {
        return new ReceiptContent.Line(good.itemId, good.item.unit(), Quantity.of(quantity), good.price, null, lot, expires);
    }
}
