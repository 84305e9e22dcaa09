package org.zongwu.governance.gift;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.governance.Tables.GIFT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.governance.gift.Gift.State;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;

/** 礼品礼金登记上交 (domain.md §3.50): everybody declares his own; who gave it stands on the card alone (R-SUM-11). */
@Configuration(proxyBeanMethods = false)
class GiftBook {
    @Bean
    Logbook gifts(Policies policies) {
        var gone = GIFT.DISPOSAL.isNull().or(GIFT.DISPOSAL.notIn(Gift.Disposal.RETURNED.name(), Gift.Disposal.KEPT.name()));
        var mustGo = GIFT.KIND.ne(Gift.Kind.GIFT.name()).or(GIFT.VALUE.ge(GIFT.HANDED_IN_FROM));
        return Logbook.of(GIFT).series("LP").menu("governance", 560)
                .reads(PRINCIPAL, PARTY_SECRETARY, AUDIT_MEMBER).writes(DISCIPLINE).everyoneWrites().own(GIFT.RECEIVER_ID)
                .blanks(day(GIFT.RECEIVED_ON), person(GIFT.RECEIVER_ID, GIFT.RECEIVER).counted(), text(GIFT.GIVER).optional().unlisted(),
                        text(GIFT.OCCASION).optional().unlisted(), text(GIFT.ITEM), choice(GIFT.KIND, Gift.Kind.class).optional(), quantity(GIFT.QUANTITY).optional().atLeast(0),
                        money(GIFT.VALUE).optional().summed().atLeast(0), day(GIFT.DECLARED_ON).today(), area(GIFT.REMARK).optional())
                .title(GIFT.ITEM).day(GIFT.DECLARED_ON).once(GIFT.RECEIVED_ON, GIFT.RECEIVER, GIFT.ITEM, GIFT.OWN_NO)
                .states(State.values()).begins(Gift::state).completes(in -> Gift.complete(in, policies))
                .must("R-GIFT-5", GIFT.DECLARED_ON, "rule.governance.gift.too-early", Gift::isInOrder, GIFT.RECEIVED_ON)
                .warns("R-GIFT-1", GIFT.DECLARED_ON, "rule.governance.gift.late", in -> !in.get(GIFT.DECLARED_ON).isAfter(in.get(GIFT.DECLARE_BY)), GIFT.DECLARE_BY)
                .should("R-GIFT-2", GIFT.DISPOSAL, "rule.governance.gift.not-to-keep", Gift::keepsWhatHeMay, GIFT.HANDED_IN_FROM)
                .step(Step.named("surrender").from(State.DECLARED).to(State.SURRENDERED).by(DISCIPLINE).notBy("R-GIFT-3", GIFT.RECEIVER_ID)
                        .fills(day(GIFT.SURRENDERED_ON).today()).signs(GIFT.REGISTRAR_ID, GIFT.REGISTRAR)
                        .must("R-GIFT-5", GIFT.SURRENDERED_ON, "rule.governance.gift.too-early", Gift::isInOrder, GIFT.RECEIVED_ON))
                .step(Step.named("valuation").from(State.SURRENDERED).to(State.VALUED).by(DISCIPLINE).notBy("R-GIFT-3", GIFT.RECEIVER_ID)
                        .fills(money(GIFT.VALUE).atLeast(0), text(GIFT.VALUATION).unlisted()))
                .step(Step.named("disposal").from(State.DECLARED, State.VALUED).to(State.DISPOSED).by(DISCIPLINE, PARTY_SECRETARY).notBy("R-GIFT-3", GIFT.REGISTRAR_ID, GIFT.RECEIVER_ID)
                        .fills(choice(GIFT.DISPOSAL, Gift.Disposal.class).reads(GiftWords::disposal), day(GIFT.DISPOSED_ON).today().unlisted(), text(GIFT.DOCUMENT_NO).optional().unlisted())
                        .signs(GIFT.APPROVER_ID, GIFT.APPROVER)
                        .must("R-GIFT-2", GIFT.DISPOSAL, "rule.governance.gift.not-to-keep", Gift::keepsWhatHeMay, GIFT.HANDED_IN_FROM)
                        .must("R-GIFT-6", GIFT.DISPOSAL, "rule.governance.gift.not-handed-in", in -> in.has(GIFT.SURRENDERED_ON) || Gift.stays(in)))
                .importsToo(text(GIFT.OWN_NO).optional().unlisted())
                .flag("surrendered", asOf -> GIFT.SURRENDERED_ON.le(asOf).and(gone)).flag("late", GIFT.DECLARED_ON.gt(GIFT.DECLARE_BY))
                .flag("outstanding", asOf -> GIFT.SURRENDERED_ON.isNull().or(GIFT.SURRENDERED_ON.gt(asOf)).and(GIFT.DISPOSAL.isNull()).and(mustGo))
                .flag("undecided", GIFT.SURRENDERED_ON.isNotNull().and(GIFT.DISPOSAL.isNull()))
                .figures(Measure.count("GIFT_DECLARED", Unit.PIECE), Measure.count("GIFT_COUNT", Unit.PIECE).of("surrendered").by(GIFT.SURRENDERED_ON),
                        Measure.sum("GIFT_VALUE", Unit.YUAN, GIFT.VALUE).of("surrendered").by(GIFT.SURRENDERED_ON), Measure.count("GIFT_LATE", Unit.PIECE).of("late"),
                        Measure.count("GIFT_OUTSTANDING", Unit.PIECE).of("outstanding").until(), Measure.count("OWN_GIFTS", Unit.PIECE).whose(GIFT.RECEIVER_ID))
                .asks("surrender", "outstanding", GIFT.RECEIVER_ID, null).asks("decide", "undecided", null, DISCIPLINE, PARTY_SECRETARY)
                .plans("outstanding", DISCIPLINE).plans("undecided", DISCIPLINE).imports(740);
    }
}
