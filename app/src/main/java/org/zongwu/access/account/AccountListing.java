package org.zongwu.access.account;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.access.Tables.ACCOUNT;
import static zongwu.db.access.Tables.LOCK;
import static zongwu.db.school.Tables.PERSON;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.zongwu.access.guard.Guard;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;

/** The register of accounts: who has one, and how it stands at this moment. */
@Repository
class AccountListing {
    static final Field<UUID> ID = field(name("id"), UUID.class);
    static final Field<String> LOGIN = field(name("login"), String.class);
    static final Field<String> NAME = field(name("name"), String.class);
    static final Field<String> STAFF_NO = field(name("staff_no"), String.class);
    static final Field<String> DEPARTMENT = field(name("department"), String.class);
    static final Field<String> STATE = field(name("state"), String.class);
    static final Field<Instant> LAST_LOGIN = field(name("last_login_at"), Instant.class);
    private static final Field<String> PINYIN = field(name("pinyin"), String.class);

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Messages messages;

    AccountListing(DSLContext db, Tenancy tenancy, Clock clock, Messages messages) {
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        this.messages = messages;
    }

    Register register() {
        return Register.of("access.account", "/admin/accounts")
                .columns(Column.code("login", LOGIN).link(r -> "/admin/accounts/" + r.get(ID)),
                        Column.text("name", NAME),
                        Column.text("department", DEPARTMENT),
                        Column.status("state", STATE, "access.account.state", s -> AccountState.valueOf(s).mark()),
                        Column.time("last_login_at", LAST_LOGIN))
                .with(ID)
                .words(LOGIN, NAME, PINYIN)
                .choice("state", STATE, this::states)
                .order("login", ID)
                .phone("name", "login", List.of("department", "last_login_at"), "state")
                .creates("/admin/accounts/new", Duty.SYS_ADMIN);
    }

    Table<?> rows() {
        var now = clock.instant();
        var state = when(ACCOUNT.DISABLED_AT.isNotNull(), AccountState.OFF.name())
                .when(PERSON.LEFT_ON.lt(LocalDate.now(clock)), AccountState.LEFT.name())
                .when(LOCK.LOCKED_UNTIL.gt(now), AccountState.LOCKED.name())
                .when(ACCOUNT.PASSWORD_HASH.isNull(), AccountState.NEW.name())
                .otherwise(val(AccountState.READY.name()));
        return db.select(ACCOUNT.ID, ACCOUNT.LOGIN, PERSON.NAME, PERSON.STAFF_NO, PERSON.PINYIN, PERSON.DEPARTMENT, state.as(STATE), ACCOUNT.LAST_LOGIN_AT)
                .from(ACCOUNT)
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(ACCOUNT.SCHOOL_ID), PERSON.ID.eq(ACCOUNT.EMPLOYEE_ID))
                .leftJoin(LOCK).on(LOCK.SCHOOL_ID.eq(ACCOUNT.SCHOOL_ID), LOCK.LOGIN_HASH.eq(Guard.hashOf(ACCOUNT.SCHOOL_ID, ACCOUNT.LOGIN)))
                .where(ACCOUNT.SCHOOL_ID.eq(tenancy.current()))
                .asTable("account");
    }

    Optional<? extends Record> row(UUID id) {
        return db.select(ID, LOGIN, NAME, STAFF_NO, DEPARTMENT, STATE, LAST_LOGIN).from(rows()).where(ID.eq(id)).fetchOptional();
    }

    private Map<String, String> states() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(AccountState.values()).forEach(s -> words.put(s.name(), messages.say("access.account.state." + s)));
        return words;
    }
}
