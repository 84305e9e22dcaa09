package org.zongwu.canteen.morning;

import static zongwu.db.canteen.Tables.MORNING_CHECK;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.zongwu.logbook.Draft;

/** Whether somebody may work in the kitchen. */
final class Fitness {
    private static final BigDecimal COLDEST = BigDecimal.valueOf(30);
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(45);

    private Fitness() {}

    /** 36.5℃, 36度5, 36.5. */
    static @Nullable Object degrees(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s|(?i:°?c|°|(?:摄氏)?度)$", "").replaceAll("(?<=\\d)[度°](?=\\d$)", ".");
        return plain.matches("\\d{2}(\\.\\d{1,2})?") ? new BigDecimal(plain).setScale(3) : null;
    }

    static boolean isPossible(Draft in) {
        var degrees = in.get(MORNING_CHECK.TEMPERATURE);
        return degrees == null || degrees.compareTo(COLDEST) >= 0 && degrees.compareTo(HOTTEST) <= 0;
    }

    /** What is written where there is nothing to write. */
    static boolean isNothing(@Nullable String symptoms) {
        return symptoms != null && symptoms.strip().matches("无|没有|无症状|无异常|正常|健康|良好|[-—/]+|(?i:none|no|ok)");
    }

    static boolean isCertified(Draft in) {
        return !in.has(MORNING_CHECK.CERTIFICATE_UNTIL) || !in.get(MORNING_CHECK.CERTIFICATE_UNTIL).isBefore(in.get(MORNING_CHECK.DAY));
    }

    static boolean isFit(Draft in) {
        var degrees = in.get(MORNING_CHECK.TEMPERATURE);
        return !in.has(MORNING_CHECK.SYMPTOMS) && "SOUND".equals(in.get(MORNING_CHECK.HANDS)) && (degrees == null || degrees.compareTo(in.get(MORNING_CHECK.FEVER)) < 0);
    }
}
