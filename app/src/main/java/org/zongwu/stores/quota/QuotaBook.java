package org.zongwu.stores.quota;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.department;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.schoolClass;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.stores.Tables.QUOTA;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Step;
import org.zongwu.stores.item.Category;
import org.zongwu.stores.item.ItemService;
import org.zongwu.web.Column.Mark;

/** 领用定额 (R-ISS-3): dated; a changed quota ends the old one and begins a new one. Whoever writes requests may read them. */
@Configuration(proxyBeanMethods = false)
class QuotaBook {
    enum State implements BookState {
        ACTIVE, ENDED;

        @Override
        public Mark mark() {
            return this == ACTIVE ? Mark.OK : Mark.END;
        }
    }

    @Bean
    Logbook quotasBook(ItemService items) {
        return Logbook.of(QUOTA).series("DE").menu("storeroom", 265)
                .reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, AUDIT_MEMBER, STOREKEEPER, TEACHER, HEAD_TEACHER, WORKER, CANTEEN_MANAGER).writes(GA_DIRECTOR)
                .blanks(choice(QUOTA.HOLDER, Holder.class), person(QUOTA.PERSON_ID, QUOTA.PERSON).optional(), schoolClass(QUOTA.CLASS_ID, QUOTA.CLASS).optional(),
                        department(QUOTA.DEPARTMENT_ID, QUOTA.DEPARTMENT).optional(), text(QUOTA.ITEM).optional(), text(QUOTA.CATEGORY).optional(),
                        choice(QUOTA.PERIOD, Period.class), quantity(QUOTA.QUANTITY), day(QUOTA.FROM_ON), day(QUOTA.UNTIL_ON).optional(), area(QUOTA.BASIS).optional())
                .title(QUOTA.ITEM).lasts(QUOTA.FROM_ON, QUOTA.UNTIL_ON)
                .once(QUOTA.HOLDER, QUOTA.PERSON_ID, QUOTA.CLASS_ID, QUOTA.DEPARTMENT_ID, QUOTA.ITEM_ID, QUOTA.CATEGORY_ID, QUOTA.PERIOD, QUOTA.FROM_ON)
                .states(State.values()).begins(in -> in.has(QUOTA.UNTIL_ON) ? State.ENDED : State.ACTIVE)
                .completes(in -> name(in, items))
                .must("R-ISS-3", QUOTA.ITEM, "rule.stores.quota.one-target", in -> in.has(QUOTA.ITEM) != in.has(QUOTA.CATEGORY))
                .must("R-ISS-3", QUOTA.ITEM, "rule.stores.quota.no-item", in -> !in.has(QUOTA.ITEM) || in.has(QUOTA.ITEM_ID), QUOTA.ITEM)
                .must("R-ISS-3", QUOTA.CATEGORY, "rule.stores.quota.no-category", in -> !in.has(QUOTA.CATEGORY) || in.has(QUOTA.CATEGORY_ID), QUOTA.CATEGORY)
                .must("R-ISS-3", QUOTA.HOLDER, "rule.stores.quota.other-holder", QuotaBook::namesItsHolder)
                .must("R-ISS-3", QUOTA.PERSON, "rule.stores.quota.no-such-holder", QuotaBook::holderIsKnown)
                .must("R-ISS-3", QUOTA.UNTIL_ON, "rule.stores.quota.ends-first", QuotaBook::endsLast, QUOTA.FROM_ON)
                .step(Step.named("end").from(State.ACTIVE).to(State.ENDED).by(GA_DIRECTOR).fills(day(QUOTA.UNTIL_ON))
                        .must("R-ISS-3", QUOTA.UNTIL_ON, "rule.stores.quota.ends-first", QuotaBook::endsLast, QUOTA.FROM_ON).aside())
                .imports(520);
    }

    /** The item and the category that the words mean, as they are called. */
    private static void name(Draft in, ItemService items) {
        if (in.has(QUOTA.ITEM)) {
            items.named(in.get(QUOTA.ITEM)).ifPresent(i -> in.set(QUOTA.ITEM_ID, i.id()).set(QUOTA.ITEM, i.label()));
        }
        if (in.has(QUOTA.CATEGORY)) {
            items.categories().stream().filter(c -> c.name().equals(in.get(QUOTA.CATEGORY)) || c.code().equals(in.get(QUOTA.CATEGORY))).findFirst()
                    .map(Category::id).ifPresent(id -> in.set(QUOTA.CATEGORY_ID, id));
        }
    }

    private static boolean namesItsHolder(Draft in) {
        var holder = in.get(QUOTA.HOLDER);
        return (!in.has(QUOTA.PERSON) || "PERSON".equals(holder)) && (!in.has(QUOTA.CLASS) || "CLASS".equals(holder)) && (!in.has(QUOTA.DEPARTMENT) || "DEPARTMENT".equals(holder));
    }

    private static boolean holderIsKnown(Draft in) {
        return (!in.has(QUOTA.PERSON) || in.has(QUOTA.PERSON_ID)) && (!in.has(QUOTA.CLASS) || in.has(QUOTA.CLASS_ID)) && (!in.has(QUOTA.DEPARTMENT) || in.has(QUOTA.DEPARTMENT_ID));
    }

    private static boolean endsLast(Draft in) {
        return !in.has(QUOTA.UNTIL_ON) || !in.get(QUOTA.UNTIL_ON).isBefore(in.get(QUOTA.FROM_ON));
    }
}
