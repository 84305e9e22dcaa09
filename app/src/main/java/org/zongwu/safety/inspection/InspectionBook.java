package org.zongwu.safety.inspection;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.CUSTODIAN;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.safety.Tables.INSPECTION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;

/** 安全检查记录 (domain.md §3.31). */
@Configuration(proxyBeanMethods = false)
class InspectionBook {
    @Bean
    Logbook inspections() {
        return Logbook.of(INSPECTION).series("AJ").menu("safety", 450)
                .reads(PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER).writes(GA_DIRECTOR, DISPATCHER, WORKER, CUSTODIAN, CANTEEN_MANAGER).own(INSPECTION.INSPECTOR_ID)
                .blanks(day(INSPECTION.DAY).today(), text(INSPECTION.AREA).filtered().counted(), person(INSPECTION.INSPECTOR_ID, INSPECTION.INSPECTOR).counted(),
                        whole(INSPECTION.FOUND).optional().summed(), person(INSPECTION.LEADER_ID, INSPECTION.LEADER).optional(), area(INSPECTION.REMARK).optional())
                .title(INSPECTION.AREA).once(INSPECTION.DAY, INSPECTION.AREA).completes(in -> in.complete(INSPECTION.FOUND, 0))
                .figures(Measure.count("INSPECTIONS", Unit.TIMES), Measure.different("INSPECTION_AREAS", Unit.ITEM, INSPECTION.AREA),
                        Measure.count("OWN_INSPECTIONS", Unit.TIMES).whose(INSPECTION.INSPECTOR_ID)).imports(700);
    }
}
