package org.zongwu.stores.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a draft as they are kept: only a posted line is a row. {@code worth} is there for the register's sums. */
final class DraftLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftLines() {}

    static JSONB write(List<ReceiptContent.Line> lines) {
        return JSONB.valueOf(JSON.writeValueAsString(lines.stream().map(l -> new Kept(l.itemId(), l.unit(), l.quantity().value(),
                l.unitPrice() == null ? null : l.unitPrice().toPlainString(), l.amount() == null ? null : l.amount().fen(), l.worth().fen(), l.lotNo(), l.expiresOn() == null ? null : l.expiresOn().toString())).toList()));
    }

    static List<ReceiptContent.Line> read(JSONB json) {
        return Arrays.stream(JSON.readValue(json.data(), Kept[].class)).map(k -> new ReceiptContent.Line(k.item, k.unit, new Quantity(k.quantity),
                k.price == null ? null : new BigDecimal(k.price), k.amount == null ? null : new Money(k.amount), k.lot, k.expires == null ? null : LocalDate.parse(k.expires))).toList();
    }

    record Kept(UUID item, String unit, BigDecimal quantity, @Nullable String price, @Nullable Long amount, long worth, @Nullable String lot, @Nullable String expires) {}
}
