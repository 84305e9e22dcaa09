package org.zongwu.engine;

import java.util.UUID;

/** Accounts with known passwords, for example schools only. */
public interface DemoLogins {
    /**
     * Opens an account with this password, or sets the password of the one that the employee has.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-ACC-DEMO} when the school is not an example school
     */
    void open(long schoolId, UUID employeeId, String login, String password);
}
