package org.zongwu.stores.kit;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.stores.Tables.KIT;
import static zongwu.db.stores.Tables.KIT_LINE;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.stores.item.ItemService;
import org.zongwu.web.Column.Mark;

/** 发放标准: what every pupil, teacher or class is handed. A changed kit is a new one; what was handed out by the old stays as it was. */
@Configuration(proxyBeanMethods = false)
class KitBooks {
    /** What a quantity is multiplied by. */
    enum Per { STUDENT, TEACHER, CLASS }

    enum State implements BookState {
        ACTIVE;

        @Override
        public Mark mark() {
            return Mark.END;
        }
    }

    @Bean
    Logbook kits(Logbooks books) {
        return Logbook.of(KIT).series("TZ").menu("storeroom", 266).reads(PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, HEAD_TEACHER).writes(STOREKEEPER, GA_DIRECTOR)
                .blanks(text(KIT.NAME).wide(), day(KIT.DAY), area(KIT.REMARK).optional())
                .title(KIT.NAME).once(KIT.NAME, KIT.DAY).states(State.values())
                .lines(() -> books.of(KIT_LINE), actor -> List.of()).imports(530);
    }

    @Bean
    Logbook kitLines(Logbooks books, ItemService items) {
        return Logbook.of(KIT_LINE).series("TM").menu("storeroom", 267).reads(PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, HEAD_TEACHER).writes(STOREKEEPER, GA_DIRECTOR)
                .blanks(parent(KIT_LINE.KIT_ID, KIT_LINE.KIT, () -> books.of(KIT), KIT.NAME).brings(KIT_LINE.DAY, KIT.DAY), text(KIT_LINE.ITEM), choice(KIT_LINE.PER, Per.class),
                        quantity(KIT_LINE.QUANTITY), text(KIT_LINE.REMARK).optional())
                .title(KIT_LINE.ITEM).day(KIT_LINE.DAY).once(KIT_LINE.KIT_ID, KIT_LINE.ITEM_ID, KIT_LINE.PER).states(State.values())
                .completes(in -> items.named(in.get(KIT_LINE.ITEM) == null ? "" : in.get(KIT_LINE.ITEM)).ifPresent(i -> in.set(KIT_LINE.ITEM_ID, i.id()).set(KIT_LINE.ITEM, i.label())))
                .must("R-ISS-4", KIT_LINE.ITEM, "rule.stores.quota.no-item", in -> in.has(KIT_LINE.ITEM_ID), KIT_LINE.ITEM).imports(531);
    }
}
