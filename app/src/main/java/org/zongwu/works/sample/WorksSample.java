package org.zongwu.works.sample;

import static zongwu.db.works.Tables.PAYMENT;
import static zongwu.db.works.Tables.PROJECT;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class WorksSample extends BookSample {
    WorksSample(Tools tools) {
        super(760, tools);
    }

    @Override
    protected void fill() {
        var toilets = proposed("实验楼卫生间改造", "REPAIR", "2026-05-20", "管道老化，多处渗漏");
        priced(toilets, "2026年第8次校务会", 16_800_000);
        awarded(toilets, "丰禾县宏图建筑工程队", 15_800_000, 790_000, "2026-08-20");
        built(toilets, "2026-07-12", "2026-08-18", "2026-08-24");
        audited(toilets, 16_120_000, 15_430_000, "2026-09-18", "2027-08-24");
        paid(toilets, "实验楼卫生间改造", "PROGRESS", 10_000_000, "2026-08-26");
        paid(toilets, "实验楼卫生间改造", "FINAL", 4_640_000, "2026-10-12");

        var field = proposed("操场排水沟修缮", "REPAIR", "2026-06-03", "雨后积水，影响上课");
        priced(field, "2026年第9次校务会", 8_600_000);
        awarded(field, "丰禾县宏图建筑工程队", 8_230_000, 0, "2026-08-10");
        built(field, "2026-07-15", "2026-08-06", "2026-08-12");
        audited(field, 8_230_000, 8_097_560, "2026-09-10", null);
        paid(field, "操场排水沟修缮", "FINAL", 8_097_560, "2026-09-21");
        step(holder(Duty.ACCOUNTANT), PROJECT, field, "settlement", Draft.blank().set(PROJECT.SETTLED_ON, LocalDate.of(2026, 9, 22)));

        var kitchen = proposed("食堂排烟系统改造", "EQUIPMENT", "2026-08-28", "排烟不畅，检查提出整改");
        priced(kitchen, "2026年第12次校务会", 12_500_000);
        awarded(kitchen, "丰禾县兴隆厨具厂", 11_860_000, 593_000, "2026-10-31");
        built(kitchen, "2026-09-28", "2026-11-02", "2026-11-09");
        paid(kitchen, "食堂排烟系统改造", "PROGRESS", 5_000_000, "2026-10-15");

        var wall = proposed("南围墙加固", "REPAIR", "2026-09-08", "墙体倾斜，已拉警戒线");
        priced(wall, "2026年第13次校务会", 4_800_000);
        awarded(wall, "丰禾县永固建筑队", 4_560_000, 228_000, "2026-11-10");
        step(holder(Duty.DISPATCHER), PROJECT, wall, "start", Draft.blank().set(PROJECT.STARTED_ON, LocalDate.of(2026, 10, 12)));
        requested(wall, "南围墙加固", "PROGRESS", 1_500_000, "2026-11-16");

        priced(proposed("阅览室照明改造", "EQUIPMENT", "2026-10-13", "照度不达标"), "2026年第15次校务会", 3_650_000);
        proposed("宿舍热水管网检修", "REPAIR", "2026-11-10", "冬季供水不稳");
    }

    private WorkRef proposed(String name, String kind, String day, String reason) {
        return enter(holder(Duty.GA_DIRECTOR), PROJECT, person(Draft.blank(), PROJECT.MANAGER_ID, PROJECT.MANAGER, holder(Duty.DISPATCHER)).set(PROJECT.NAME, name).set(PROJECT.KIND, kind)
                .set(PROJECT.PROPOSED_ON, LocalDate.parse(day)).set(PROJECT.REASON, reason));
    }

    private void priced(WorkRef project, String decision, long price) {
        step(holder(Duty.PRINCIPAL), PROJECT, project, "decision", Draft.blank().set(PROJECT.DECISION, decision));
        step(holder(Duty.VP_LOGISTICS), PROJECT, project, "pricing", Draft.blank().set(PROJECT.CONTROL_PRICE, price));
    }

    private void awarded(WorkRef project, String contractor, long price, long retention, String due) {
        step(holder(Duty.BUYER), PROJECT, project, "award", Draft.blank().set(PROJECT.CONTRACTOR, contractor).set(PROJECT.CONTRACT_PRICE, price)
                .set(PROJECT.RETENTION, retention == 0 ? null : Long.valueOf(retention)).set(PROJECT.DUE_ON, LocalDate.parse(due)));
    }

    private void built(WorkRef project, String from, String to, String accepted) {
        step(holder(Duty.DISPATCHER), PROJECT, project, "start", Draft.blank().set(PROJECT.STARTED_ON, LocalDate.parse(from)));
        step(holder(Duty.DISPATCHER), PROJECT, project, "finish", Draft.blank().set(PROJECT.COMPLETED_ON, LocalDate.parse(to)));
        step(holder(Duty.VP_LOGISTICS), PROJECT, project, "acceptance", Draft.blank().set(PROJECT.ACCEPTED_ON, LocalDate.parse(accepted)));
    }

    private void audited(WorkRef project, long claimed, long price, String day, @Nullable String retained) {
        step(holder(Duty.ACC_SUPERVISOR), PROJECT, project, "audit", Draft.blank().set(PROJECT.CLAIMED_PRICE, claimed).set(PROJECT.AUDITED_PRICE, price)
                .set(PROJECT.AUDITED_ON, LocalDate.parse(day)).set(PROJECT.RETENTION_DUE_ON, retained == null ? null : LocalDate.parse(retained)));
    }

    private WorkRef requested(WorkRef project, String name, String kind, long amount, String day) {
        return enter(holder(Duty.GA_DIRECTOR), PAYMENT, Draft.blank().set(PAYMENT.PROJECT_ID, project.id()).set(PAYMENT.PROJECT, name).set(PAYMENT.KIND, kind)
                .set(PAYMENT.AMOUNT, amount).set(PAYMENT.REQUESTED_ON, LocalDate.parse(day)));
    }

    private void paid(WorkRef project, String name, String kind, long amount, String day) {
        step(holder(Duty.CASHIER), PAYMENT, requested(project, name, kind, amount, day), "payment", Draft.blank().set(PAYMENT.PAID_ON, LocalDate.parse(day)));
    }
}
