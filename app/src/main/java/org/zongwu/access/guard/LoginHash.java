package org.zongwu.access.guard;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** Under what a login name stands among the locks. The database computes it, for the guard and for the register alike. */
public final class LoginHash {
    private LoginHash() {}

    public static Field<byte[]> of(Field<Long> schoolId, Field<String> login) {
        return DSL.field("access.login_hash({0}, {1})", byte[].class, schoolId, login);
    }
}
