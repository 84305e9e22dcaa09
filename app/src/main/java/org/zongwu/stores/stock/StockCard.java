package org.zongwu.stores.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Span;

/** 库存物品明细账, 数量金额式: what one warehouse had of one item over a span, in the order of posting. */
public record StockCard(Span span, Goods opening, List<Row> rows) {
    /** What came in, red receipts taken off. */
    public Goods in() {
        return rows.stream().filter(r -> !r.kind().goesOut()).map(Row::change).reduce(Goods.NOTHING, Goods::plus);
    }

    /** What went out, red issues taken off. */
    public Goods out() {
        return rows.stream().filter(r -> r.kind().goesOut()).map(r -> r.change().negated()).reduce(Goods.NOTHING, Goods::plus);
    }

    public Goods closing() {
        return rows.isEmpty() ? opening : rows.getLast().after();
    }

    static StockCard of(Span span, Goods opening, List<Move> moves) {
        var rows = new ArrayList<Row>();
        var standing = opening;
        for (var m : moves) {
            standing = standing.plus(m.change());
            rows.add(new Row(m.day(), m.no(), m.documentId(), m.kind(), m.text(), m.change(), standing));
        }
        return new StockCard(span, opening, rows);
    }

    /**
     * @param text   who received or supplied; null for an opening
     * @param change what came or, negative, went; a red row stands on the side of the document that it takes back
     * @param after  what stood there after it, counting the moves up to here
     */
    public record Row(LocalDate day, String no, UUID documentId, MoveKind kind, @Nullable String text, Goods change, Goods after) {
        public @Nullable Goods in() {
            return kind.goesOut() ? null : change;
        }

        public @Nullable Goods out() {
            return kind.goesOut() ? change.negated() : null;
        }
    }

    record Move(LocalDate day, String no, UUID documentId, MoveKind kind, @Nullable String text, Goods change) {}
}
