package org.zongwu.assets.sample;

import static zongwu.db.assets.Tables.KEY_LOAN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

@Component
class KeySample extends BookSample {
    KeySample(Tools tools) {
        super(410, tools);
    }

    @Override
    protected void fill() {
        for (var day : days(DayOfWeek.TUESDAY)) lent(day);
    }

    private void lent(LocalDate day) {
        var key = enter(holder(Duty.ASSET_ADMIN), KEY_LOAN, person(Draft.blank(), KEY_LOAN.BORROWER_ID, KEY_LOAN.BORROWER, somebody())
                .set(KEY_LOAN.KEY_NAME, oneOf("报告厅", "体育器材室", "广播室", "多功能厅") + "钥匙").set(KEY_LOAN.LENT_ON, day).set(KEY_LOAN.DUE_ON, day.plusDays(2)));
        if (day.plusDays(3).isBefore(today())) step(holder(Duty.CUSTODIAN), KEY_LOAN, key, "giving-back", Draft.blank().set(KEY_LOAN.RETURNED_ON, day.plusDays(random().nextInt(4))));
    }
}
