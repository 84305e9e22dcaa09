package org.zongwu.stocktaking.count;

import org.zongwu.kernel.Actor;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.Sheet;

/** The page on which one person counts one list. */
public record CountPage(Campaign campaign, Sheet sheet, Actor me, String round) {
    public String path() {
        return "/stocktakes/" + campaign.id() + "/sheets/" + sheet.id();
    }
}
