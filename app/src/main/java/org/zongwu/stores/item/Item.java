package org.zongwu.stores.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/**
 * An item of the catalogue.
 *
 * @param unit    the base unit, in which the stores count
 * @param units   further units: 1 of them is so many base units (1 盒 = 48 支)
 * @param minimum below this the item is low; in base units
 * @param maximum up to this it is bought again; null for twice the minimum
 * @param aliases other names that people write for it
 */
public record Item(UUID id, String code, String name, @Nullable String spec, String unit, UUID categoryId, String category,
        @Nullable Quantity minimum, @Nullable Quantity maximum, List<String> aliases, boolean active, Map<String, BigDecimal> units) {

    public Item(UUID id, String code, String name, @Nullable String spec, String unit, UUID categoryId, String category, @Nullable Quantity minimum, List<String> aliases, boolean active,
            Map<String, BigDecimal> units) {
        this(id, code, name, spec, unit, categoryId, category, minimum, null, aliases, active, units);
    }

    /** Name and specification, as on a slip. */
    public String label() {
        return spec == null ? name : name + " " + spec;
    }

    /** A unit of this item, as typed at {@code field}. */
    public String requireUnit(String field, String typed) {
        if (typed.equals(unit) || units.containsKey(typed)) return typed;
        throw RuleBroken.at(field, "R-ITEM-1", "rule.stores.no-such-unit", label(), typed, unit);
    }

    /**
     * What was entered in any of its units, in base units.
     *
     * @throws RuleBroken {@code R-ITEM-1} for a unit that the item does not have
     */
    public Quantity inBaseUnits(String entered, Quantity quantity) {
        if (entered.equals(unit)) return quantity;
        var factor = units.get(entered);
        if (factor == null) throw new RuleBroken("R-ITEM-1", "rule.stores.no-such-unit", label(), entered, unit);
        return quantity.times(factor);
    }
}
