package org.zongwu.access.account;

import static zongwu.db.access.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class AccountRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    AccountRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Optional<Account> byLogin(String login) {
        return one(ACCOUNT.LOGIN.eq(login));
    }

    Optional<Account> byId(UUID id) {
        return one(ACCOUNT.ID.eq(id));
    }

    Optional<Account> byEmployee(UUID employeeId) {
        return one(ACCOUNT.EMPLOYEE_ID.eq(employeeId));
    }

    boolean any() {
        return db.fetchExists(db.selectOne().from(ACCOUNT).where(ACCOUNT.SCHOOL_ID.eq(tenancy.current())));
    }

    /** @return false when the login name or the employee has an account already */
    boolean insert(UUID id, UUID employeeId, String login, Instant at) {
        return db.insertInto(ACCOUNT)
                .columns(ACCOUNT.SCHOOL_ID, ACCOUNT.ID, ACCOUNT.EMPLOYEE_ID, ACCOUNT.LOGIN, ACCOUNT.CREATED_AT)
                .values(tenancy.current(), id, employeeId, login, at)
                .onConflictDoNothing().execute() == 1;
    }

    void setPassword(UUID id, String hash, Instant at) {
        db.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, hash).set(ACCOUNT.PASSWORD_SET_AT, at).where(mine(ACCOUNT.ID.eq(id))).execute();
    }

    void loggedIn(UUID id, Instant at) {
        db.update(ACCOUNT).set(ACCOUNT.LAST_LOGIN_AT, at).where(mine(ACCOUNT.ID.eq(id))).execute();
    }

    /** @return false when it was so already */
    boolean setDisabled(UUID id, @Nullable Instant at) {
        return db.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, at)
                .where(mine(ACCOUNT.ID.eq(id).and(at == null ? ACCOUNT.DISABLED_AT.isNotNull() : ACCOUNT.DISABLED_AT.isNull()))).execute() == 1;
    }

    private Optional<Account> one(Condition condition) {
        return db.select(ACCOUNT.ID, ACCOUNT.EMPLOYEE_ID, ACCOUNT.LOGIN, ACCOUNT.PASSWORD_HASH, ACCOUNT.DISABLED_AT)
                .from(ACCOUNT).where(mine(condition)).fetchOptional(AccountRepository::account);
    }

    private Condition mine(Condition condition) {
        return ACCOUNT.SCHOOL_ID.eq(tenancy.current()).and(condition);
    }

    private static Account account(Record r) {
        return new Account(r.get(ACCOUNT.ID), r.get(ACCOUNT.EMPLOYEE_ID), r.get(ACCOUNT.LOGIN), r.get(ACCOUNT.PASSWORD_HASH), r.get(ACCOUNT.DISABLED_AT));
    }
}
