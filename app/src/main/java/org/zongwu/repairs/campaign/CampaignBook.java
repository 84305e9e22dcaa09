package org.zongwu.repairs.campaign;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.room;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.repairs.Tables.CAMPAIGN;
import static zongwu.db.repairs.Tables.HOLIDAY_WORK;

import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 假期维修 (domain.md §3.29): put together from what was put off and found, approved by another, accepted by a third before the school opens (R-CAMP-1). */
@Configuration(proxyBeanMethods = false)
class CampaignBook {
    enum State implements BookState {
        COLLECTED, ESTIMATED, APPROVED, DONE, ACCEPTED, CARRIED;

        @Override
        public Mark mark() {
            return this == ACCEPTED || this == CARRIED ? Mark.END : this == COLLECTED ? Mark.GO : Mark.WAIT;
        }
    }

    @Bean
    Logbook repairCampaigns(ObjectProvider<Logbooks> books) {
        return Logbook.of(CAMPAIGN).series("JX").menu("repairs", 353).reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, AUDIT_MEMBER, DISPATCHER).writes(GA_DIRECTOR)
                .blanks(day(CAMPAIGN.DAY).today(), text(CAMPAIGN.TITLE).wide(), day(CAMPAIGN.OPENS_ON), money(CAMPAIGN.BUDGET).optional().summed()).title(CAMPAIGN.TITLE).once(CAMPAIGN.TITLE)
                .must("R-CAMP-2", CAMPAIGN.OPENS_ON, "rule.repairs.campaign.days", in -> !in.has(CAMPAIGN.OPENS_ON) || !in.get(CAMPAIGN.OPENS_ON).isBefore(in.get(CAMPAIGN.DAY)))
                .children(() -> books.getObject().of(HOLIDAY_WORK)).imports(405);
    }

    @Bean
    Logbook holidayWorks(ObjectProvider<Logbooks> books) {
        var open = HOLIDAY_WORK.STATE.notIn(State.ACCEPTED.name(), State.CARRIED.name());
        return Logbook.of(HOLIDAY_WORK).series("JW").menu("repairs", 354).reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, AUDIT_MEMBER).writes(GA_DIRECTOR, DISPATCHER)
                .blanks(parent(HOLIDAY_WORK.CAMPAIGN_ID, HOLIDAY_WORK.CAMPAIGN, () -> books.getObject().of(CAMPAIGN), CAMPAIGN.TITLE).brings(HOLIDAY_WORK.OPENS_ON, CAMPAIGN.OPENS_ON), day(HOLIDAY_WORK.DAY).today(),
                        room(HOLIDAY_WORK.ROOM_ID, HOLIDAY_WORK.PLACE), text(HOLIDAY_WORK.WHAT).wide(), text(HOLIDAY_WORK.SOURCE).optional().unlisted())
                .title(HOLIDAY_WORK.WHAT).once(HOLIDAY_WORK.CAMPAIGN, HOLIDAY_WORK.PLACE, HOLIDAY_WORK.WHAT).states(State.values())
                .step(Step.named("estimate").from(State.COLLECTED, State.ESTIMATED).to(State.ESTIMATED).by(GA_DIRECTOR, DISPATCHER).fills(money(HOLIDAY_WORK.ESTIMATE).atLeast(1).summed(), text(HOLIDAY_WORK.FIRM).optional().unlisted())
                        .signs(HOLIDAY_WORK.ESTIMATED_BY, HOLIDAY_WORK.ESTIMATED_BY_NAME))
                .step(Step.named("consent").from(State.ESTIMATED).to(State.APPROVED).by(VP_LOGISTICS, PRINCIPAL).notBy("SOD-3", HOLIDAY_WORK.ESTIMATED_BY))
                .step(Step.named("execution").from(State.APPROVED).to(State.DONE).by(GA_DIRECTOR, DISPATCHER).fills(day(HOLIDAY_WORK.DONE_ON).today(), money(HOLIDAY_WORK.COST).summed()).signs(HOLIDAY_WORK.DONE_BY, HOLIDAY_WORK.DONE_BY_NAME))
                .step(Step.named("handover").from(State.DONE).to(State.ACCEPTED).by(GA_DIRECTOR, VP_LOGISTICS, DISPATCHER).notBy("SOD-3", HOLIDAY_WORK.DONE_BY).fills(day(HOLIDAY_WORK.ACCEPTED_ON).today())
                        .must("R-CAMP-2", HOLIDAY_WORK.ACCEPTED_ON, "rule.repairs.holiday_work.accepted-before", in -> !in.get(HOLIDAY_WORK.ACCEPTED_ON).isBefore(in.get(HOLIDAY_WORK.DONE_ON))).signs(HOLIDAY_WORK.ACCEPTED_BY, HOLIDAY_WORK.ACCEPTED_BY_NAME))
                .step(Step.named("postponement").from(State.COLLECTED, State.ESTIMATED, State.APPROVED).to(State.CARRIED).by(GA_DIRECTOR, VP_LOGISTICS).aside().fills(area(HOLIDAY_WORK.CARRIED)))
                .flag("unsettled", open).flag("late", asOf -> open.and(HOLIDAY_WORK.OPENS_ON.le(asOf))).flag("unapproved", HOLIDAY_WORK.STATE.eq(State.ESTIMATED.name()))
                .share("accepted", asOf -> HOLIDAY_WORK.STATE.eq(State.ACCEPTED.name()), asOf -> DSL.trueCondition())
                .figures(Measure.count("CAMPAIGN_LINES", Unit.PIECE), Measure.rate("CAMPAIGN_DONE_RATE", "accepted"), Measure.sum("CAMPAIGN_COST", Unit.YUAN, HOLIDAY_WORK.COST))
                .asks("settle", "unsettled", HOLIDAY_WORK.OPENS_ON, GA_DIRECTOR).asks("approve", "unapproved", HOLIDAY_WORK.OPENS_ON, VP_LOGISTICS).plans("unsettled", GA_DIRECTOR, HOLIDAY_WORK.OPENS_ON, 0).imports(406);
    }
}
