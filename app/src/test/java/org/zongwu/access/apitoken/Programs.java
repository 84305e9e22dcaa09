package org.zongwu.access.apitoken;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;

/** Tokens for tests of what programs read. */
public final class Programs {
    private Programs() {}

    /** The value of the header by which a program of this person's school asks. */
    public static String bearer(ApplicationContext office, Actor by) {
        var id = Ids.next();
        return "Bearer " + office.getBean(Tenancy.class).write(by.schoolId(),
                () -> new Bearer(id, office.getBean(ApiTokens.class).make(by, id, "测试程序", LocalDate.now(office.getBean(Clock.class)).plusDays(30))).text());
    }
}
