package org.zongwu.stores.slip;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a draft as they are kept: only a posted line is a row. */
final class SlipLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SlipLines() {}

    static JSONB write(List<SlipContent.Line> lines) {
        return JSONB.valueOf(JSON.writeValueAsString(lines.stream()
                .map(l -> new Kept(l.itemId(), l.unit(), l.quantity().value(), l.amount() == null ? null : l.amount().fen(), l.lotNo())).toList()));
    }

    static List<SlipContent.Line> read(JSONB json) {
        return Arrays.stream(JSON.readValue(json.data(), Kept[].class))
                .map(k -> new SlipContent.Line(k.item, k.unit, new Quantity(k.quantity), k.amount == null ? null : new Money(k.amount), k.lot)).toList();
    }

    record Kept(UUID item, String unit, BigDecimal quantity, @Nullable Long amount, @Nullable String lot) {}
}
