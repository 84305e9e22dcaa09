package org.zongwu.kernel;

/** What a person may be charged with in the office (domain.md §8.1). Its name in words is message {@code duty.NAME}. */
public enum Duty {
    PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, GA_DIRECTOR,
    ACCOUNTANT, ACC_SUPERVISOR, CASHIER, FEE_CLERK, RECEIPT_KEEPER,
    STOREKEEPER, ASSET_ADMIN, CUSTODIAN, BUYER,
    DISPATCHER, WORKER, CANTEEN_MANAGER,
    HEAD_TEACHER, TEACHER,
    AUDIT_MEMBER, DISCIPLINE, UNION, SEAL_KEEPER,
    SYS_ADMIN, SEC_ADMIN, LOG_AUDITOR;

    /** The three administrators (三员): none of them may hold business duties (SOD-15). */
    public boolean administers() {
        return this == SYS_ADMIN || this == SEC_ADMIN || this == LOG_AUDITOR;
    }
}
