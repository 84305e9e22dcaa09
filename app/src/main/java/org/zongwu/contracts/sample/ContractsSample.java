package org.zongwu.contracts.sample;

import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.contracts.Tables.INSTALMENT;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class ContractsSample extends BookSample {
    ContractsSample(Tools tools) {
        super(500, tools);
    }

    @Override
    protected void fill() {
        var shop = signed("QH合2025-011", "校园超市租赁", "丰禾县惠民商贸行", "LEASE", 9_600_000L, "2025-08-20", "2025-09-01", "2027-08-31");
        for (var day : new String[] {"2025-09-01", "2026-03-01", "2026-09-01", "2027-03-01"}) part(shop, "校园超市租赁", "RECEIVABLE", "RENT", 2_400_000, day, 3);
        var gate = signed("QH合2026-001", "东门门面房出租", "丰禾县晨光文具店", "LEASE", 3_600_000L, "2025-12-22", "2026-01-01", "2026-12-31");
        for (var day : new String[] {"2026-01-01", "2026-04-01", "2026-07-01"}) part(gate, "东门门面房出租", "RECEIVABLE", "RENT", 900_000, day, 5);
        part(gate, "东门门面房出租", "RECEIVABLE", "RENT", 900_000, "2026-10-01", -1);
        var copies = signed("QH合2026-002", "文印室承包", "丰禾县墨香图文店", "CONCESSION", 1_500_000L, "2025-12-25", "2026-01-01", "2027-12-31");
        part(copies, "文印室承包", "RECEIVABLE", "DEPOSIT", 200_000, "2026-01-01", 0);
        part(copies, "文印室承包", "RECEIVABLE", "RENT", 750_000, "2026-11-01", 9);
        part(copies, "文印室承包", "RECEIVABLE", "RENT", 750_000, "2027-11-01", -1);
        signed("QH合2026-014", "食材配送（粮油）", "丰禾县穗丰粮油配送中心", "PURCHASE", null, "2026-08-18", "2026-08-25", "2027-07-31");
        signed("QH合2026-015", "食材配送（蔬菜）", "丰禾县田园蔬菜合作社", "PURCHASE", null, "2026-08-18", "2026-08-25", "2027-07-31");
        var lift = signed("QH合2026-003", "电梯维保", "丰禾县恒升电梯服务部", "MAINTENANCE", 1_200_000L, "2025-12-25", "2026-01-01", "2026-12-31");
        part(lift, "电梯维保", "PAYABLE", "PRICE", 600_000, "2026-06-30", 8);
        part(lift, "电梯维保", "PAYABLE", "PRICE", 600_000, "2026-12-20", -1);
        var fire = signed("QH合2026-006", "消防维保", "丰禾县安泰消防器材公司", "MAINTENANCE", 1_860_000L, "2026-02-20", "2026-03-01", "2027-02-28");
        part(fire, "消防维保", "PAYABLE", "PRICE", 930_000, "2026-09-01", 14);
        part(fire, "消防维保", "PAYABLE", "PRICE", 930_000, "2027-02-20", -1);
        var green = signed("QH合2026-016", "绿化养护", "丰禾县绿源园艺场", "SERVICE", 2_880_000L, "2026-08-25", "2026-09-01", "2027-08-31");
        part(green, "绿化养护", "PAYABLE", "PRICE", 720_000, "2026-11-10", -1);
        part(green, "绿化养护", "PAYABLE", "PRICE", 720_000, "2027-02-28", -1);
        part(signed("QH合2026-004", "网络专线", "丰禾县电信分局", "SERVICE", 2_400_000L, "2025-12-30", "2026-01-01", "2026-12-31"), "网络专线", "PAYABLE", "PRICE", 2_400_000, "2026-01-20", 2);
        part(signed("QH合2026-017", "印刷服务", "丰禾县星光印务公司", "SERVICE", 4_600_000L, "2026-08-27", "2026-09-01", "2027-01-31"), "印刷服务", "PAYABLE", "PRICE", 2_300_000, "2026-12-31", -1);
        part(signed("QH合2026-018", "直饮水设备租赁", "丰禾县清源净水行", "LEASE", 3_150_000L, "2026-08-26", "2026-09-01", "2027-08-31"), "直饮水设备租赁", "PAYABLE", "RENT", 3_150_000, "2026-09-15", 4);
        signed("QH合2026-010", "秋季校服采购", "丰禾县华裳服装厂", "PURCHASE", null, "2026-07-06", "2026-07-10", "2026-10-31");
        var toilets = signed("QH合2026-011", "实验楼卫生间改造", "丰禾县宏图建筑工程队", "WORKS", 15_800_000L, "2026-07-08", "2026-07-12", "2026-08-20");
        part(toilets, "实验楼卫生间改造", "PAYABLE", "PRICE", 15_800_000, "2026-08-26", 1);
        step(holder(Duty.ACCOUNTANT), CONTRACT, toilets, "closure", Draft.blank());
        var cleaning = signed("QH合2026-005", "保洁服务", "丰禾县洁佳保洁部", "SERVICE", 4_800_000L, "2025-12-28", "2026-01-01", "2026-12-31");
        step(holder(Duty.GA_DIRECTOR), CONTRACT, cleaning, "termination", Draft.blank().set(CONTRACT.ENDED_ON, LocalDate.of(2026, 9, 30)).set(CONTRACT.ENDED_WHY, "改由学校自聘保洁员"));
        drafted("QH合2026-021", "2027年电梯维保", "丰禾县恒升电梯服务部", "MAINTENANCE", 1_200_000L, "2027-01-01", "2027-12-31");
        step(holder(Duty.VP_LOGISTICS), CONTRACT, drafted("QH合2026-020", "2027年网络专线", "丰禾县电信分局", "SERVICE", 2_400_000L, "2027-01-01", "2027-12-31"), "approval", Draft.blank());
    }

    private WorkRef drafted(String no, String name, String party, String kind, @Nullable Long amount, String from, String to) {
        return enter(holder(Duty.GA_DIRECTOR), CONTRACT, Draft.blank().set(CONTRACT.OWN_NO, no).set(CONTRACT.NAME, name).set(CONTRACT.PARTY, party).set(CONTRACT.KIND, kind)
                .set(CONTRACT.AMOUNT, amount).set(CONTRACT.STARTS_ON, LocalDate.parse(from)).set(CONTRACT.ENDS_ON, LocalDate.parse(to))
                .set(CONTRACT.DEPOSIT, "LEASE".equals(kind) ? "2000元" : null).set(CONTRACT.BASIS, "CONCESSION".equals(kind) ? "2025年第11次校务会" : null));
    }

    private WorkRef signed(String no, String name, String party, String kind, @Nullable Long amount, String on, String from, String to) {
        var contract = drafted(no, name, party, kind, amount, from, to);
        step(holder(Duty.VP_LOGISTICS), CONTRACT, contract, "approval", Draft.blank());
        step(holder(Duty.SEAL_KEEPER), CONTRACT, contract, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.parse(on)));
        return contract;
    }

    /** @param late days after it was due on which it was settled; negative for not at all */
    private void part(WorkRef contract, String name, String direction, String purpose, long amount, String due, int late) {
        var day = LocalDate.parse(due);
        var part = enter(holder(Duty.GA_DIRECTOR), INSTALMENT, Draft.blank().set(INSTALMENT.CONTRACT_ID, contract.id()).set(INSTALMENT.CONTRACT, name)
                .set(INSTALMENT.DIRECTION, direction).set(INSTALMENT.PURPOSE, purpose).set(INSTALMENT.DUE_ON, day).set(INSTALMENT.AMOUNT, amount));
        if (late < 0 || day.plusDays(late).isAfter(today())) return;
        step(holder(Duty.CASHIER), INSTALMENT, part, "settlement", Draft.blank().set(INSTALMENT.SETTLED_ON, day.plusDays(late)).set(INSTALMENT.SETTLED_AMOUNT, amount));
    }
}
