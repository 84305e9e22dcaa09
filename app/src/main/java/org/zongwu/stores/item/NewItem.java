package org.zongwu.stores.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/** What is written down about an item; {@code null} minimum means that it is never low. */
public record NewItem(String code, String name, @Nullable String spec, String unit, UUID categoryId, @Nullable Quantity minimum,
        List<String> aliases) {
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
    }

    /** Everything that it is called. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
