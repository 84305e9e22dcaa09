package org.zongwu.staff.honour;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.UNION;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.file;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.staff.Tables.HONOUR;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;

/** 荣誉登记 (domain.md §3.55): what may be quoted has a document or a certificate. */
@Configuration(proxyBeanMethods = false)
class HonourBook {
    /** Who gave it: the state, the province, the city, the county or district, the school. */
    enum Level { NATION, PROVINCE, CITY, COUNTY, SCHOOL }

    @Bean
    Logbook honours() {
        var quotable = HONOUR.DOCUMENT_NO.isNotNull().or(HONOUR.CERTIFICATE_ID.isNotNull());
        return Logbook.of(HONOUR).series("RY").menu("staff", 525)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, AUDIT_MEMBER).writes(GA_DIRECTOR, UNION).own(HONOUR.PERSON_ID)
                .blanks(day(HONOUR.DAY).byMonth(), text(HONOUR.NAME).wide(), text(HONOUR.ISSUER), choice(HONOUR.LEVEL, Level.class), person(HONOUR.PERSON_ID, HONOUR.PERSON).optional(),
                        text(HONOUR.DOCUMENT_NO).optional(), file(HONOUR.CERTIFICATE_ID), area(HONOUR.REMARK).optional())
                .title(HONOUR.NAME).day(HONOUR.DAY).once(HONOUR.DAY, HONOUR.NAME)
                .warns("R-HON-1", HONOUR.DOCUMENT_NO, "rule.staff.honour.no-evidence", in -> in.has(HONOUR.DOCUMENT_NO) || in.has(HONOUR.CERTIFICATE_ID))
                .flag("quotable", quotable).flag("unproven", quotable.not())
                .figures(Measure.count("HONOURS", Unit.MATTER).of("quotable").listing(HONOUR.DAY, HONOUR.NAME, HONOUR.ISSUER, HONOUR.LEVEL, HONOUR.DOCUMENT_NO),
                        Measure.count("OWN_HONOURS", Unit.MATTER).of("quotable").whose(HONOUR.PERSON_ID).listing(HONOUR.DAY, HONOUR.NAME, HONOUR.ISSUER, HONOUR.DOCUMENT_NO))
                .plans("unproven", GA_DIRECTOR).imports(630);
    }
}
