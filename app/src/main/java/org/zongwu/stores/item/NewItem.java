package org.zongwu.stores.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/** What is written down about an item; {@code null} minimum means that it is never low; up to the maximum it is bought again. */
public record NewItem(String code, String name, @Nullable String spec, String unit, UUID categoryId, @Nullable Quantity minimum, @Nullable Quantity maximum,
        List<String> aliases) {
    /** Of which twice the minimum is enough. */
    public NewItem(String code, String name, @Nullable String spec, String unit, UUID categoryId, @Nullable Quantity minimum, List<String> aliases) {
        this(code, name, spec, unit, categoryId, minimum, null, aliases);
    }

    public NewItem {
        code = code.strip();
        name = name.strip();
        unit = unit.strip();
        spec = spec == null || spec.isBlank() ? null : spec.strip();
        aliases = aliases.stream().map(String::strip).filter(a -> !a.isEmpty()).distinct().toList();
    }

    void require() {
        if (code.isEmpty()) throw RuleBroken.at("code", "R-ITEM-2", "rule.stores.item-needs-code");
        if (name.isEmpty()) throw RuleBroken.at("name", "R-ITEM-2", "rule.stores.item-needs-name");
        if (unit.isEmpty()) throw RuleBroken.at("unit", "R-ITEM-2", "rule.stores.item-needs-unit");
        if (minimum != null && minimum.value().signum() < 0) throw RuleBroken.at("minimum", "R-ITEM-2", "rule.stores.minimum-negative");
        if (maximum != null && (minimum == null || minimum.exceeds(maximum))) throw RuleBroken.at("maximum", "R-ITEM-2", "rule.stores.maximum-below-minimum");
    }

    /** Everything that it is called. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
