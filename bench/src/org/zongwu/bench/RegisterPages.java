package org.zongwu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zongwu.bench.Readers.Page;

/** <em>register-pages</em>: the registers of a big store. */
@Component
class RegisterPages {
    private static final int ITEMS = 100_000;
    private static final String MOVES = """
            select m.id, m.business_date, m.object_no, m.object_id, m.kind, coalesce(p.name, m.memo), w.name, m.item_id, i.name, i.spec, i.unit, m.quantity, m.amount, m.quantity_after
            from stores.move m join stores.warehouse w on w.school_id = m.school_id and w.id = m.warehouse_id join stores.item i on i.school_id = m.school_id and i.id = m.item_id
            left join stores.issue s on s.school_id = m.school_id and s.id = m.object_id left join school.person p on p.school_id = s.school_id and p.id = s.receiver_id
            where m.school_id = %d""";
    private static final String LIKE = " and m.item_id in (select id from stores.item where school_id = %d and (name like '%%%s%%' or pinyin like '%%%s%%' or code like '%%%s%%'))";
    private static final String LATEST = " order by m.business_date desc, m.id desc limit 20";
    private static final String GOODS = """
            select i.id, i.code, i.name, i.spec, i.unit, c.name, i.minimum, b.quantity, b.amount from stores.item i join stores.category c on c.school_id = i.school_id and c.id = i.category_id
            left join stores.balance b on b.school_id = i.school_id and b.item_id = i.id where i.school_id = %d""";

    private final BenchSchools schools;
    private final Readers readers;

    RegisterPages(BenchSchools schools, Readers readers) {
        this.schools = schools;
        this.readers = readers;
    }

    List<Result> run(Settings settings, int port) throws Exception {
        var all = new ArrayList<Result>();
        for (var size : settings.sizes()) {
            var school = schools.open(Math.min(ITEMS, Math.max(100, size / 10)), size);
            schools.settle();
            all.addAll(readers.measure(settings, port, school, school.login(), "register-pages, %,d moves".formatted(size), pages(school.id())));
        }
        return all;
    }

    private static Map<String, Page> pages(long school) {
        var moves = MOVES.formatted(school);
        var goods = GOODS.formatted(school);
        var all = new LinkedHashMap<String, Page>();
        all.put("moves, first page", new Page("/stores/moves", moves + LATEST));
        all.put("moves, filter", new Page("/stores/moves?from=2026-03-01&to=2026-03-31", moves + " and m.business_date between '2026-03-01' and '2026-03-31'" + LATEST));
        all.put("moves, two characters", new Page("/stores/moves?q=%E7%B2%89%E7%AC%94", moves + LIKE.formatted(school, "粉笔", "粉笔", "粉笔") + LATEST));
        all.put("moves, one item", new Page("/stores/moves?q=%E5%BD%A9%E8%89%B2%E7%B2%89%E7%AC%9470", moves + LIKE.formatted(school, "彩色粉笔70", "彩色粉笔70", "彩色粉笔70") + LATEST));
        all.put("moves, pinyin", new Page("/stores/moves?q=xsy", moves + LIKE.formatted(school, "xsy", "xsy", "xsy") + LATEST));
        all.put("moves, sort by number", new Page("/stores/moves?sort=-no", moves + " order by m.object_no desc, m.id desc limit 20"));
        all.put("moves, deep page", new Page("/stores/moves?page=450", moves + " order by m.business_date desc, m.id desc limit 20 offset 8980"));
        all.put("items, first page", new Page("/stores/items", goods + " order by i.code limit 20"));
        all.put("items, two characters", new Page("/stores/items?q=%E7%B2%89%E7%AC%94", goods + " and (i.name like '%粉笔%' or i.pinyin like '%粉笔%' or i.code like '%粉笔%') order by i.code limit 20"));
        all.put("items, pinyin", new Page("/stores/items?q=xsy", goods + " and (i.name like '%xsy%' or i.pinyin like '%xsy%') order by i.code limit 20"));
        all.put("items, sort by code, last first", new Page("/stores/items?sort=-code", goods + " order by i.code desc, i.id desc limit 20"));
        return all;
    }
}
