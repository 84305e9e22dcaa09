package org.zongwu.stores.loan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a request as they are kept: only a posted line is a row. */
final class DraftLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftLines() {}

    static JSONB write(List<LoanContent.Line> lines) {
        return JSONB.valueOf(JSON.writeValueAsString(lines.stream().map(l -> new Kept(l.itemId(), l.unit(), l.quantity().value(), l.condition())).toList()));
    }

    static List<LoanContent.Line> read(JSONB json) {
        return Arrays.stream(JSON.readValue(json.data(), Kept[].class)).map(k -> new LoanContent.Line(k.item, k.unit, new Quantity(k.quantity), k.condition)).toList();
    }

    record Kept(UUID item, String unit, BigDecimal quantity, @Nullable String condition) {}
}
