package org.zongwu.stores.item;

import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.ITEM_UNIT;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** The catalogue: who may write in it, and how things are found in it. */
@Service
public class ItemService {
    private final ItemRepository items;
    private final Tenancy tenancy;
    private final Trail trail;

    ItemService(ItemRepository items, Tenancy tenancy, Trail trail) {
        this.items = items;
        this.tenancy = tenancy;
        this.trail = trail;
    }

    /** @throws RuleBroken {@code R-ITEM-3} when the code, or the name with the specification, is taken */
    public UUID create(Actor actor, NewItem item) {
        requireMayWrite(actor);
        item.require();
        return tenancy.write(actor.schoolId(), () -> {
            var id = Ids.next();
            requireNoTwin(item, id);
            items.insert(id, item, pinyin(item));
            trail.write(actor, "item-created", ref(id, item.code()), null, images(id));
            return id;
        });
    }

    /** Changes what is written about the item. The base unit stays once anything has moved: the card counts in it. */
    public void change(Actor actor, UUID id, NewItem item, boolean active) {
        requireMayWrite(actor);
        item.require();
        tenancy.write(actor.schoolId(), () -> {
            var before = item(id);
            requireNoTwin(item, id);
            if (!before.unit().equals(item.unit()) && items.isMoved(id)) {
                throw RuleBroken.at("unit", "R-ITEM-4", "rule.stores.unit-in-use", before.label(), before.unit());
            }
            items.update(id, item, pinyin(item), active);
            trail.write(actor, "item-changed", ref(id, item.code()), null, images(id));
        });
    }

    /** From now on the item may be entered in this unit too: 1 of it is {@code factor} base units. */
    public void addUnit(Actor actor, UUID id, String unit, BigDecimal factor) {
        requireMayWrite(actor);
        if (unit.isBlank()) throw RuleBroken.at("unit", "R-ITEM-2", "rule.stores.item-needs-unit");
        if (factor.signum() <= 0) throw RuleBroken.at("factor", "R-ITEM-2", "rule.stores.factor-positive");
        tenancy.write(actor.schoolId(), () -> {
            var item = item(id);
            if (unit.strip().equals(item.unit()) || !items.insertUnit(id, unit.strip(), factor)) {
                throw RuleBroken.at("unit", "R-ITEM-3", "rule.stores.unit-exists", item.label(), unit.strip());
            }
            trail.write(actor, "item-unit-added", ref(id, item.code()), null,
                    Images.of(ITEM_UNIT, ITEM_UNIT.SCHOOL_ID.eq(tenancy.current()).and(ITEM_UNIT.ITEM_ID.eq(id))));
        });
    }

    /** The category of that name, made when there is none yet. */
    public Category category(Actor actor, String name) {
        requireMayWrite(actor);
        return tenancy.write(actor.schoolId(), () -> {
            var all = items.categories();
            var known = all.stream().filter(c -> c.name().equals(name.strip())).findFirst();
            if (known.isPresent()) return known.get();
            var last = all.stream().map(Category::code).filter(c -> c.matches("[0-9]{1,4}")).mapToInt(Integer::parseInt).max().orElse(0);
            var category = new Category(Ids.next(), "%02d".formatted(last + 1), name.strip());
            items.insert(category);
            trail.write(actor, "category-created", new WorkRef("stores.category", category.id(), category.code()), null,
                    Images.of(CATEGORY, CATEGORY.SCHOOL_ID.eq(tenancy.current()).and(CATEGORY.ID.eq(category.id()))));
            return category;
        });
    }

    public List<Category> categories() {
        return items.categories();
    }

    /** @throws NotFound when this school has no such item */
    public Item item(UUID id) {
        return items.byIds(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** @throws NotFound when this school lacks one of them */
    public Map<UUID, Item> byIds(Collection<UUID> ids) {
        var found = items.byIds(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        for (var id : ids) if (!found.containsKey(id)) throw new NotFound();
        return found;
    }

    /** By code, or whole name, name with specification, or alias; none when two items go by that name. */
    public Optional<Item> named(String text) {
        var found = items.named(text.strip());
        return found.size() == 1 || !found.isEmpty() && found.getFirst().code().equals(text.strip()) ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The one item that was typed by code, name or alias.
     *
     * @param field id of the input, for the refusal
     */
    public Item typed(String field, String text) {
        return named(text).orElseThrow(() -> RuleBroken.at(field, "R-ITEM-3", "rule.stores.no-such-item", text));
    }

    /** For the entry of a line: code, name, alias or pinyin initials; best first. */
    /** For a register: the item of this field is one that the words mean. */
    public Condition finds(Field<UUID> item, String words) {
        return items.finds(item, words);
    }

    public List<Item> search(String words, int limit) {
        return words.isBlank() ? List.of() : items.search(words.strip(), limit);
    }

    public List<Item> all() {
        return items.all();
    }

    private void requireNoTwin(NewItem item, UUID id) {
        items.twin(item, id).ifPresent(twin -> {
            throw RuleBroken.at(twin.code().equals(item.code()) ? "code" : "name", "R-ITEM-3", "rule.stores.item-exists", twin.code(), twin.label());
        });
    }

    private static void requireMayWrite(Actor actor) {
        if (!actor.holdsAny(Duty.STOREKEEPER, Duty.ASSET_ADMIN, Duty.GA_DIRECTOR)) throw new RuleBroken("R-ITEM-5", "rule.stores.keeper-writes-items");
    }

    /** The name and the aliases, each as it is typed in Latin letters. */
    private static String pinyin(NewItem item) {
        return item.names().stream().map(Pinyin::index).distinct().collect(Collectors.joining(" "));
    }

    private Images images(UUID id) {
        return Images.of(ITEM, ITEM.SCHOOL_ID.eq(tenancy.current()).and(ITEM.ID.eq(id)));
    }

    private static WorkRef ref(UUID id, String code) {
        return new WorkRef("stores.item", id, code);
    }
}
