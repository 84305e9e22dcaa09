package org.zongwu.stores.item;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.ITEM_PLACE;
import static zongwu.db.stores.Tables.ITEM_UNIT;
import static zongwu.db.stores.Tables.RECEIPT_DRAFT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;

/**
 * Takes items out of the catalogue that a file brought: those that no card ever had go, the others are no longer in use, because
 * posted documents speak of them for ever.
 */
@Service
public class ItemRemoval {
    private static final String UNDONE = "import-undone";

    private final DSLContext db;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Messages messages;

    ItemRemoval(DSLContext db, Trail trail, Tenancy tenancy, Messages messages) {
        this.db = db;
        this.trail = trail;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param categories that were made for the items; one that others have since stays
     * @return what stands on the items; then the caller undoes everything
     */
    public List<Dependent> remove(Actor actor, List<UUID> items, List<UUID> categories) {
        var drafts = drafts(items);
        if (!drafts.isEmpty()) return drafts;
        var carded = new HashSet<>(db.selectDistinct(BALANCE.ITEM_ID).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.ITEM_ID.in(items)).fetch(BALANCE.ITEM_ID));
        retire(actor, carded);
        var gone = items.stream().filter(i -> !carded.contains(i)).toList();
        var empty = db.select(CATEGORY.ID).from(CATEGORY).where(CATEGORY.SCHOOL_ID.eq(tenancy.current()), CATEGORY.ID.in(categories), used(gone).not()).fetch(CATEGORY.ID);
        db.deleteFrom(ITEM_PLACE).where(ITEM_PLACE.SCHOOL_ID.eq(tenancy.current()), ITEM_PLACE.ITEM_ID.in(gone)).execute();
        return trail.remove(actor, UNDONE, new WorkRef("stores.item", Ids.next(), "1–" + gone.size()), null,
                List.of(Removal.of(ITEM_UNIT, ITEM_UNIT.ITEM_ID, gone), Removal.of(ITEM, ITEM.ID, gone), Removal.of(CATEGORY, CATEGORY.ID, empty)));
    }

    /** Whether the category has an item that stays. */
    private Condition used(List<UUID> gone) {
        return exists(selectOne().from(ITEM).where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.CATEGORY_ID.eq(CATEGORY.ID), ITEM.ID.notIn(gone)));
    }

    private void retire(Actor actor, Set<UUID> items) {
        if (items.isEmpty()) return;
        var which = ITEM.SCHOOL_ID.eq(tenancy.current()).and(ITEM.ID.in(items));
        db.update(ITEM).set(ITEM.ACTIVE, false).where(which).execute();
        trail.write(actor, UNDONE, new WorkRef("stores.item", Ids.next(), "1–" + items.size()), null, Images.of(ITEM, which));
    }

    /** Puts an item to use again that an earlier file had brought and that was taken back. */
    public void revive(Actor actor, UUID item, String code) {
        var which = ITEM.SCHOOL_ID.eq(tenancy.current()).and(ITEM.ID.eq(item));
        db.update(ITEM).set(ITEM.ACTIVE, true).where(which).execute();
        trail.write(actor, "item-changed", new WorkRef("stores.item", item, code), null, Images.of(ITEM, which));
    }

    /** Slips that are being written with one of the items on them; their lines are no rows yet that a key could hold. */
    private List<Dependent> drafts(List<UUID> items) {
        var found = new ArrayList<Dependent>();
        var school = tenancy.current();
        db.select(RECEIPT_DRAFT.ID, inline("stores.receipt")).from(RECEIPT_DRAFT).where(RECEIPT_DRAFT.SCHOOL_ID.eq(school), holds(RECEIPT_DRAFT.LINES, items))
                .unionAll(select(ISSUE_DRAFT.ID, inline("stores.issue")).from(ISSUE_DRAFT).where(ISSUE_DRAFT.SCHOOL_ID.eq(school), holds(ISSUE_DRAFT.LINES, items)))
                .forEach(r -> found.add(new Dependent(messages.say("stores.draft-of", messages.say("object." + r.value2())), new WorkRef(r.value2(), r.value1(), r.value1().toString()))));
        return found;
    }

    private static Condition holds(Field<JSONB> lines, List<UUID> items) {
        return exists(selectOne().from(table("jsonb_array_elements({0})", lines).as("l")).where(field("(l.value ->> 'item')::uuid = any({0})", Boolean.class, val(items.toArray(UUID[]::new)))));
    }
}
