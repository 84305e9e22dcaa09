package org.zongwu.engine;

/** The way back for an administrator who is locked out; only somebody with the server's console can take it. */
public interface AdminRecovery {
    /**
     * Path of a page, good once and for a short time, on which this login gets a new password. Written to the trail.
     *
     * @throws org.zongwu.kernel.RuleBroken when there is no such login or it is not an administrator's
     */
    String link(String login);
}
