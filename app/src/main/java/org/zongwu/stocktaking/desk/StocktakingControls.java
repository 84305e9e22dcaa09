package org.zongwu.stocktaking.desk;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.TAKEN;
import static zongwu.db.stocktaking.Tables.VARIANCE;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.web.Messages;

/** What must hold of every stocktake. */
@Configuration(proxyBeanMethods = false)
class StocktakingControls {
    private final DSLContext db;
    private final Messages messages;
    private final Tenancy tenancy;

    StocktakingControls(DSLContext db, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    private record Check(String id, java.util.function.Supplier<Control.Result> asked) implements Control {
        @Override
        public Result check() {
            return asked.get();
        }
    }

    /** R-AST-5: of a closed campaign every difference lies in an approved document. */
    @Bean
    Control everyDifferenceIsADocument() {
        return new Check("R-AST-5", () -> {
            var school = tenancy.current();
            var findings = db.select(CAMPAIGN.NO, LINE.CODE, LINE.TITLE, LINE.DIFFERENCE).from(LINE).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                    .join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID)).leftJoin(VARIANCE).on(VARIANCE.SCHOOL_ID.eq(LINE.SCHOOL_ID), VARIANCE.ID.eq(LINE.VARIANCE_ID))
                    .where(LINE.SCHOOL_ID.eq(school), CAMPAIGN.STATE.eq("CLOSED"), LINE.STATE.ne("MATCHED"), VARIANCE.STATE.isDistinctFrom("APPROVED")).orderBy(CAMPAIGN.NO, LINE.LINE_NO)
                    .fetch(r -> messages.say("control.stocktake.undocumented", r.value1(), r.value2(), r.value3()));
            return new Control.Result(db.fetchCount(LINE, LINE.SCHOOL_ID.eq(school)), findings);
        });
    }

    /** R-AST-6: no line of a campaign that was worked here stands on the keeper's word alone. */
    @Bean
    Control noKeeperCountsAlone() {
        return new Check("R-AST-6", () -> {
            var school = tenancy.current();
            var other = selectOne().from(TAKEN).where(TAKEN.SCHOOL_ID.eq(LINE.SCHOOL_ID), TAKEN.LINE_ID.eq(LINE.ID), TAKEN.LATE.isFalse(), TAKEN.PERSON_ID.isDistinctFrom(PLACE.KEEPER_ID));
            var findings = db.select(CAMPAIGN.NO, LINE.CODE, LINE.TITLE).from(LINE).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                    .join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID))
                    .where(LINE.SCHOOL_ID.eq(school), CAMPAIGN.STATE.ne("CANCELLED"), CAMPAIGN.GRADE.eq("WORKED"), LINE.STATE.in("MATCHED", "DIFFERS"), LINE.DECIDED_COUNT.isNull(), notExists(other))
                    .orderBy(CAMPAIGN.NO, LINE.LINE_NO).fetch(r -> messages.say("control.stocktake.alone", r.value1(), r.value2(), r.value3()));
            return new Control.Result(db.fetchCount(LINE, LINE.SCHOOL_ID.eq(school)), findings);
        });
    }

    /** F19: the numbers PD of a year run without a gap. */
    @Bean
    Control stocktakeNumbers() {
        return new Check("F19-PD", () -> {
            var year = DSL.splitPart(CAMPAIGN.NO, DSL.inline("-"), DSL.inline(2));
            var number = DSL.splitPart(CAMPAIGN.NO, DSL.inline("-"), DSL.inline(3)).cast(Long.class);
            var rows = db.select(year, count(), max(number)).from(CAMPAIGN).where(CAMPAIGN.SCHOOL_ID.eq(tenancy.current()), CAMPAIGN.NO.isNotNull()).groupBy(year).fetch();
            List<String> findings = rows.stream().filter(r -> r.value2().longValue() != r.value3()).map(r -> messages.say("control.stocktake.gap", r.value1(), r.value2(), r.value3())).toList();
            return new Control.Result(rows.stream().mapToLong(r -> r.value2()).sum(), findings);
        });
    }
}
