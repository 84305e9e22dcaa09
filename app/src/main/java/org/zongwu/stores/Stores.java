package org.zongwu.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;

/** What the stores do for other rooms. */
public interface Stores {
    /**
     * Asks for goods that a piece of work uses up (R-ISS-5): submitted in the actor's name, one 领物单 for each warehouse that has them.
     * The keeper lays them ready and posts; the cost comes back as {@link GoodsIssued}. Joins the caller's transaction.
     *
     * @return the slips, which have no number yet
     * @throws org.zongwu.kernel.RuleBroken when an item is not known, or the actor may not ask
     */
    List<WorkRef> request(Actor actor, WorkRef work, List<Wanted> lines);

    /**
     * @param item code, name or alias, as it is typed
     * @param unit one of the item's units; null for its base unit
     */
    record Wanted(String item, @Nullable String unit, Quantity quantity) {}
}
