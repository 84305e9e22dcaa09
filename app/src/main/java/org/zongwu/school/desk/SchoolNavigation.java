package org.zongwu.school.desk;

import static org.zongwu.kernel.Duty.*;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.NavEntry;

/** The registers of the school in the menu. */
@Configuration(proxyBeanMethods = false)
class SchoolNavigation {
    @Bean
    NavEntry employeesInMenu() {
        return NavEntry.of("school", "school.employee.title", "/school/employees", 910, GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                CASHIER, STOREKEEPER, ASSET_ADMIN, BUYER, DISPATCHER, AUDIT_MEMBER, DISCIPLINE, UNION, SYS_ADMIN, SEC_ADMIN);
    }

    @Bean
    NavEntry classesInMenu() {
        return NavEntry.of("school", "school.class.title", "/school/classes", 920);
    }

    @Bean
    NavEntry studentsInMenu() {
        return NavEntry.of("school", "school.student.title", "/school/students", 930, GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, FEE_CLERK, CASHIER,
                AUDIT_MEMBER, HEAD_TEACHER);
    }

    @Bean
    NavEntry roomsInMenu() {
        return NavEntry.of("school", "school.room.title", "/school/rooms", 940);
    }

    @Bean
    NavEntry termsInMenu() {
        return NavEntry.of("school", "school.term.title", "/school/terms", 950);
    }

    @Bean
    NavEntry calendarInMenu() {
        return NavEntry.of("school", "school.calendar.title", "/school/calendar", 955);
    }

    @Bean
    NavEntry policiesInMenu() {
        return NavEntry.of("school", "school.policy.title", "/school/policies", 960, GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                AUDIT_MEMBER, SYS_ADMIN);
    }

    @Bean
    NavEntry dutiesInMenu() {
        return NavEntry.of("school", "school.duty.title", "/school/duties", 970, SEC_ADMIN, SYS_ADMIN, LOG_AUDITOR, PRINCIPAL, PARTY_SECRETARY, GA_DIRECTOR, AUDIT_MEMBER,
                DISCIPLINE);
    }
}
