package org.zongwu.stores.issue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.zongwu.kernel.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a draft as they are kept: only a posted line is a row. */
final class DraftLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftLines() {}

    static JSONB write(List<IssueContent.Line> lines) {
        return JSONB.valueOf(JSON.writeValueAsString(lines.stream().map(l -> new Kept(l.itemId(), l.unit(), l.quantity().value())).toList()));
    }

    static List<IssueContent.Line> read(JSONB json) {
        return Arrays.stream(JSON.readValue(json.data(), Kept[].class)).map(k -> new IssueContent.Line(k.item, k.unit, new Quantity(k.quantity))).toList();
    }

    record Kept(UUID item, String unit, BigDecimal quantity) {}
}
