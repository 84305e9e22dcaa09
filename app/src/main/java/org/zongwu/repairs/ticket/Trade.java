package org.zongwu.repairs.ticket;

/** What has to be known to mend it (domain.md §16, RepairTrade). Its word is message {@code repairs.ticket.trade.NAME}. */
public enum Trade {
    ELECTRIC("bulb"), WATER("drop"), DOOR("door"), LOCK("key"), FURNITURE("chair"), MEDIA("tv"), AIR("air"), NETWORK("wifi"), MASONRY("storeroom"), FIRE("safety"), KITCHEN("canteen"),
    /** Only a licensed firm touches it. */
    LIFT("stock"), OTHER("more");

    private final String icon;

    Trade(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }
}
