package org.zongwu.school.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.school.Tables.DUTY_HELD;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

@Office
class DutyIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Duties duties;
    @Autowired Terms terms;
    @Autowired DSLContext db;
    @Autowired Trail trail;
    @Autowired Messages messages;

    Opened school;
    Actor security;
    UUID person;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        security = school.actor(Duty.SEC_ADMIN);
        person = school.person("T001", "单雨然");
    }

    @Test
    void a_duty_is_held_from_the_day_it_is_granted_to_the_day_it_ends() {
        duties.grant(security, person, Duty.CASHIER, Opened.TODAY.minusDays(10), null);
        duties.end(security, person, Duty.CASHIER, Opened.TODAY.minusDays(1));
        assertThat(school.read(() -> duties.heldBy(person, Opened.TODAY.minusDays(11)))).isEmpty();
        assertThat(school.read(() -> duties.heldBy(person, Opened.TODAY.minusDays(1)))).containsExactly(Duty.CASHIER);
        assertThat(school.read(() -> duties.holders(Duty.CASHIER, Opened.TODAY))).isEmpty();
    }

    @Test
    void a_forbidden_pair_is_refused_and_the_sentence_says_who_could_hold_it() {
        school.person("T002", "解文");
        duties.grant(security, person, Duty.CASHIER, Opened.TODAY, null);
        assertThatThrownBy(() -> duties.grant(security, person, Duty.ACCOUNTANT, Opened.TODAY, "每月复核"))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> {
                    assertThat(refusal.ruleId()).isEqualTo("SOD-1");
                    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
                    assertThat(messages.say(refusal)).contains("单雨然").contains("出纳").contains("会计").contains("SOD-1").contains("解文");
                });
    }

    @Test
    void the_database_refuses_the_pair_as_well() {
        duties.grant(security, person, Duty.CASHIER, Opened.TODAY, null);
        assertThatThrownBy(() -> school.write(() -> {
            db.insertInto(DUTY_HELD).columns(DUTY_HELD.SCHOOL_ID, DUTY_HELD.ID, DUTY_HELD.EMPLOYEE_ID, DUTY_HELD.DUTY, DUTY_HELD.VALID_FROM)
                    .values(school.id(), Ids.next(), person, "ACC_SUPERVISOR", Opened.TODAY).execute();
        })).hasMessageContaining("may not hold");
    }

    @Test
    void database_and_rule_know_the_same_pairs() {
        school.read(() -> {
            for (var a : Duty.values()) {
                for (var b : Duty.values()) {
                    var inDatabase = db.select(DSL.field("school.incompatible({0}, {1})", Boolean.class, DSL.val(a.name()), DSL.val(b.name()))).fetchSingle().value1();
                    assertThat(inDatabase).as(a + " " + b).isEqualTo(Incompatible.between(a, b).filter(Incompatible::forbidden).isPresent());
                }
            }
            return null;
        });
    }

    @Test
    void a_watched_pair_needs_a_compensating_control_which_is_kept() {
        duties.grant(security, person, Duty.FEE_CLERK, Opened.TODAY, null);
        assertThatThrownBy(() -> duties.grant(security, person, Duty.RECEIPT_KEEPER, Opened.TODAY, " "))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.field()).isEqualTo("control"));
        duties.grant(security, person, Duty.RECEIPT_KEEPER, Opened.TODAY, "书记每月抽查票据存根");
        var id = school.read(() -> db.select(DUTY_HELD.ID).from(DUTY_HELD)
                .where(DUTY_HELD.SCHOOL_ID.eq(school.id()), DUTY_HELD.EMPLOYEE_ID.eq(person), DUTY_HELD.DUTY.eq("RECEIPT_KEEPER")).fetchSingle().value1());
        assertThat(school.read(() -> trail.steps(id))).singleElement().extracting(Trail.Step::reason).isEqualTo("书记每月抽查票据存根");
    }

    @Test
    void whoever_had_a_hand_in_the_term_does_not_audit_it_even_after_he_gave_it_up() {
        duties.grant(security, person, Duty.STOREKEEPER, Opened.TODAY.minusDays(30), null);
        duties.end(security, person, Duty.STOREKEEPER, Opened.TODAY.minusDays(5));
        duties.grant(security, person, Duty.AUDIT_MEMBER, Opened.TODAY, null);
        var other = school.person("T003", "仇敏");
        openTerm();
        duties.grant(security, other, Duty.STOREKEEPER, Opened.TODAY.minusDays(30), null);
        duties.end(security, other, Duty.STOREKEEPER, Opened.TODAY.minusDays(5));
        assertThatThrownBy(() -> duties.grant(security, other, Duty.AUDIT_MEMBER, Opened.TODAY, null)).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-10");
    }

    private void openTerm() {
        terms.open(school.actor(Duty.GA_DIRECTOR), new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 24),
                LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31)));
    }

    @Test
    void nobody_grants_a_duty_to_himself() {
        assertThatThrownBy(() -> duties.grant(security, school.first(), Duty.BUYER, Opened.TODAY, null)).isInstanceOf(RuleBroken.class).hasMessageContaining("grants-himself");
    }

    @Test
    void only_a_security_administrator_grants_and_the_system_administrator_only_the_first_one() {
        assertThatThrownBy(() -> duties.grant(school.actor(Duty.GA_DIRECTOR), person, Duty.BUYER, Opened.TODAY, null)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-ORG-3");
        var system = school.actor(Duty.SYS_ADMIN);
        assertThatThrownBy(() -> duties.grant(system, person, Duty.BUYER, Opened.TODAY, null)).isInstanceOf(RuleBroken.class);
        duties.grant(system, person, Duty.SEC_ADMIN, Opened.TODAY, null);
        var next = school.person("T009", "区静");
        assertThatThrownBy(() -> duties.grant(system, next, Duty.SEC_ADMIN, Opened.TODAY, null)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_first_duties_end_with_the_first_security_administrator() {
        school.write(() -> setUp.firstDuty(school.first(), Duty.SYS_ADMIN));
        school.write(() -> setUp.firstDuty(person, Duty.SEC_ADMIN));
        assertThatThrownBy(() -> school.write(() -> setUp.firstDuty(person, Duty.SEC_ADMIN))).isInstanceOf(RuleBroken.class).hasMessageContaining("set-up-over");
    }

    @Test
    void a_person_of_another_school_is_not_found() {
        var stranger = Opened.school(schools, tenancy, setUp).person("T001", "单雨然");
        assertThatThrownBy(() -> duties.grant(security, stranger, Duty.BUYER, Opened.TODAY, null)).isInstanceOf(NotFound.class);
        assertThat(school.read(() -> duties.heldBy(stranger, Opened.TODAY))).isEmpty();
    }
}
