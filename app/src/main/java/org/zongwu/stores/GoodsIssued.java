package org.zongwu.stores;

import java.time.LocalDate;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;

/**
 * Goods went out for a piece of work: what they cost belongs to it. Heard in the transaction of the posting.
 *
 * @param work  what they are used up for
 * @param issue the posted 领物单, or the 退库单 by which some of it came back
 * @param cost  at the moving average; negative when the issue was taken back or goods of it came back
 */
public record GoodsIssued(WorkRef work, WorkRef issue, LocalDate day, Money cost) {}
