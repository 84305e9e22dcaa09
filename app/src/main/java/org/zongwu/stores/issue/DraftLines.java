package org.zongwu.stores.issue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.issue.IssueContent.Asked;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a draft as they are kept: only a posted line is a row. View {@code stores.open_line} reads the same names. */
final class DraftLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftLines() {}

    static JSONB write(List<IssueContent.Line> lines) {
        return JSONB.valueOf(JSON.writeValueAsString(lines.stream().map(l -> new Kept(l.itemId(), l.unit(), l.quantity().value(), l.picked() == null ? null : l.picked().value(),
                l.instead() == null ? null : new Kept(l.instead().itemId(), l.instead().unit(), l.instead().quantity().value(), null, null))).toList()));
    }

    static List<IssueContent.Line> read(JSONB json) {
        return Arrays.stream(JSON.readValue(json.data(), Kept[].class)).map(k -> new IssueContent.Line(k.item, k.unit, new Quantity(k.quantity),
                k.picked == null ? null : new Quantity(k.picked), k.instead == null ? null : new Asked(k.instead.item, k.instead.unit, new Quantity(k.instead.quantity)))).toList();
    }

    record Kept(UUID item, String unit, BigDecimal quantity, @Nullable BigDecimal picked, @Nullable Kept instead) {}
}
