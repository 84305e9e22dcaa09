package org.zongwu.stores.item;

import static zongwu.db.stores.Tables.ITEM_GRAM;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.ITEM_UNIT;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Quantity;

@Repository
class ItemRepository {
    private static final Field<List<Record>> UNITS = DSL.multiset(
            select(ITEM_UNIT.UNIT, ITEM_UNIT.FACTOR).from(ITEM_UNIT)
                    .where(ITEM_UNIT.SCHOOL_ID.eq(ITEM.SCHOOL_ID), ITEM_UNIT.ITEM_ID.eq(ITEM.ID)).orderBy(ITEM_UNIT.FACTOR))
            .convertFrom(r -> List.copyOf(r));

    /** So many items a register looks up one by one. */
    private static final int FEW = 500;
    /** The longest part of a word that {@code stores.grams} keeps. */
    private static final int GRAM = 3;

    private final DSLContext db;
    private final Tenancy tenancy;

    ItemRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    List<Item> byIds(Collection<UUID> ids) {
        return items().where(mine(), ITEM.ID.in(ids)).orderBy(ITEM.CODE).fetch(ItemRepository::item);
    }

    List<Item> all() {
        return items().where(mine()).orderBy(ITEM.CODE).fetch(ItemRepository::item);
    }

    /** By code, or by name, name with specification, or alias, whole. */
    List<Item> named(String text) {
        var whole = ITEM.NAME.concat(" ").concat(coalesce(ITEM.SPEC, ""));
        return items().where(mine(), ITEM.CODE.eq(text).or(ITEM.NAME.eq(text)).or(whole.eq(text)).or(val(text).eq(DSL.any(ITEM.ALIASES))))
                .orderBy(when(ITEM.CODE.eq(text), 0).otherwise(1), ITEM.CODE).limit(3).fetch(ItemRepository::item);
    }

    /**
     * The item of this field is one that every one of the words means, by code, name, specification, alias or pinyin initials. Where
     * they mean few items, these themselves: then the planner knows how few rows there are to fetch.
     */
    Condition finds(Field<UUID> item, String words) {
        var meant = meant(words);
        var few = db.select(ITEM.ID).from(ITEM).where(mine(), meant.apply(ITEM.ID)).limit(FEW + 1).fetchArray(ITEM.ID);
        return few.length <= FEW ? item.eq(DSL.any(few)) : meant.apply(item);
    }

    private Function<Field<UUID>, Condition> meant(String words) {
        var all = Arrays.asList(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return item -> DSL.and(all.stream().map(word -> means(item, word)).toList());
    }

    /** The parts of a longer word may stand in one item apart from each other: those few that have them all are read. */
    private Condition means(Field<UUID> item, String word) {
        if (word.length() <= GRAM) return holds(item, word);
        var whole = holds(ITEM.ID, word).and(contains(word));
        // The offset keeps them together: mixed with what else is asked for, the planner takes ten thousand items for a hundred, and goes through all of them for each
        return item.equals(ITEM.ID) ? whole : item.in(select(ITEM.ID).from(ITEM).where(mine(), whole).offset(0));
    }

    private Condition holds(Field<UUID> item, String word) {
        return DSL.and(grams(word).stream().map(gram -> item.in(select(ITEM_GRAM.ITEM_ID).from(ITEM_GRAM).where(ITEM_GRAM.SCHOOL_ID.eq(tenancy.current()), ITEM_GRAM.GRAM.eq(gram)))).toList());
    }

    /** As {@code stores.grams} in the database: up to three characters whole, else every three neighbours. */
    private static Set<String> grams(String text) {
        if (text.length() <= GRAM) return Set.of(text);
        return IntStream.rangeClosed(0, text.length() - GRAM).mapToObj(i -> text.substring(i, i + GRAM)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Condition contains(String text) {
        return lower(ITEM.NAME).contains(text).or(lower(DSL.arrayToString(ITEM.ALIASES, val(" "))).contains(text)).or(ITEM.PINYIN.contains(text))
                .or(lower(coalesce(ITEM.SPEC, "")).contains(text)).or(lower(ITEM.CODE).contains(text));
    }

    /** Active items whose code, name, alias or pinyin initials begin with or contain the words; those that begin with them first. */
    List<Item> search(String words, int limit) {
        var text = words.toLowerCase(Locale.ROOT);
        Condition begins = lower(ITEM.CODE).startsWith(text).or(lower(ITEM.NAME).startsWith(text)).or(ITEM.PINYIN.startsWith(text));
        return items().where(mine(), ITEM.ACTIVE.isTrue(), meant(text).apply(ITEM.ID))
                .orderBy(when(lower(ITEM.CODE).eq(text), 0).when(begins, 1).otherwise(2), ITEM.CODE)
                .limit(limit).fetch(ItemRepository::item);
    }

    void insert(UUID id, NewItem item, String pinyin) {
        db.insertInto(ITEM).set(ITEM.SCHOOL_ID, tenancy.current()).set(ITEM.ID, id).set(values(item, pinyin)).execute();
    }

    void update(UUID id, NewItem item, String pinyin, boolean active) {
        db.update(ITEM).set(values(item, pinyin)).set(ITEM.ACTIVE, active).where(mine(), ITEM.ID.eq(id)).execute();
    }

    /** @return false when the item has the unit already */
    boolean insertUnit(UUID itemId, String unit, BigDecimal factor) {
        return db.insertInto(ITEM_UNIT).set(ITEM_UNIT.SCHOOL_ID, tenancy.current()).set(ITEM_UNIT.ITEM_ID, itemId)
                .set(ITEM_UNIT.UNIT, unit).set(ITEM_UNIT.FACTOR, factor).onConflictDoNothing().execute() == 1;
    }

    boolean isMoved(UUID itemId) {
        return db.fetchExists(select(BALANCE.ITEM_ID).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.ITEM_ID.eq(itemId), BALANCE.VERSION.gt(0L)));
    }

    /** An item that has this code, or this name and specification, already. */
    Optional<Item> twin(NewItem item, UUID except) {
        return items().where(mine(), ITEM.ID.ne(except),
                        ITEM.CODE.eq(item.code()).or(ITEM.NAME.eq(item.name()).and(coalesce(ITEM.SPEC, "").eq(item.spec() == null ? "" : item.spec()))))
                .limit(1).fetchOptional(ItemRepository::item);
    }

    List<Category> categories() {
        return db.select(CATEGORY.ID, CATEGORY.CODE, CATEGORY.NAME).from(CATEGORY).where(CATEGORY.SCHOOL_ID.eq(tenancy.current()))
                .orderBy(CATEGORY.CODE).fetch(Records.mapping(Category::new));
    }

    void insert(Category category) {
        db.insertInto(CATEGORY).set(CATEGORY.SCHOOL_ID, tenancy.current()).set(CATEGORY.ID, category.id())
                .set(CATEGORY.CODE, category.code()).set(CATEGORY.NAME, category.name()).execute();
    }

    /** The register: every item with what is on hand in all warehouses. */
    Table<?> rows() {
        var school = tenancy.current();
        // Item by item, so that a page of twenty adds up twenty
        var onHand = lateral(select(sum(BALANCE.QUANTITY).as("quantity"), sum(BALANCE.AMOUNT).cast(Long.class).as("amount"), DSL.max(BALANCE.MOVED_ON).as("moved_on"))
                .from(BALANCE).where(BALANCE.SCHOOL_ID.eq(school), BALANCE.ITEM_ID.eq(ITEM.ID))).as("b");
        var quantity = coalesce(onHand.field("quantity", BigDecimal.class), BigDecimal.ZERO.setScale(3));
        return select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.CATEGORY_ID, CATEGORY.NAME.as("category"), ITEM.PINYIN, ITEM.MINIMUM,
                        ITEM.ACTIVE, quantity.as("quantity"), coalesce(onHand.field("amount", Long.class), 0L).as("amount"),
                        onHand.field("moved_on"), DSL.field(ITEM.MINIMUM.isNotNull().and(quantity.lt(ITEM.MINIMUM)).and(ITEM.ACTIVE.isTrue())).as("low"))
                // Each has a category: joined from the left only so that no plan begins with all categories of all items
                .from(ITEM).leftJoin(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(onHand).on(DSL.trueCondition())
                .where(ITEM.SCHOOL_ID.eq(school)).asTable("r");
    }

    private SelectOnConditionStep<?> items() {
        return db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.CATEGORY_ID, CATEGORY.NAME, ITEM.MINIMUM, ITEM.MAXIMUM, ITEM.ALIASES, ITEM.ACTIVE, UNITS)
                .from(ITEM).join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(ITEM.SCHOOL_ID), CATEGORY.ID.eq(ITEM.CATEGORY_ID));
    }

    private Condition mine() {
        return ITEM.SCHOOL_ID.eq(tenancy.current());
    }

    private static Map<Field<?>, Object> values(NewItem item, String pinyin) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(ITEM.CODE, item.code());
        values.put(ITEM.NAME, item.name());
        values.put(ITEM.SPEC, item.spec());
        values.put(ITEM.UNIT, item.unit());
        values.put(ITEM.CATEGORY_ID, item.categoryId());
        values.put(ITEM.PINYIN, pinyin);
        values.put(ITEM.ALIASES, item.aliases().toArray(String[]::new));
        values.put(ITEM.MINIMUM, item.minimum() == null ? null : item.minimum().value());
        values.put(ITEM.MAXIMUM, item.maximum() == null ? null : item.maximum().value());
        return values;
    }

    private static Item item(Record r) {
        var units = new LinkedHashMap<String, BigDecimal>();
        for (var unit : r.get(UNITS)) units.put(unit.get(ITEM_UNIT.UNIT), unit.get(ITEM_UNIT.FACTOR));
        var minimum = r.get(ITEM.MINIMUM);
        var maximum = r.get(ITEM.MAXIMUM);
        return new Item(r.get(ITEM.ID), r.get(ITEM.CODE), r.get(ITEM.NAME), r.get(ITEM.SPEC), r.get(ITEM.UNIT), r.get(ITEM.CATEGORY_ID),
                r.get(CATEGORY.NAME), minimum == null ? null : new Quantity(minimum), maximum == null ? null : new Quantity(maximum), List.of(r.get(ITEM.ALIASES)), r.get(ITEM.ACTIVE), units);
    }
}
