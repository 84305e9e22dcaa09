package org.zongwu.engine;

/** The way back in for an administrator who lost his password: whoever has the server's console may let him in. */
public interface AdminRecovery {
    /**
     * A one-time path, as {@code /set-up/…}, by which the holder of the account sets a new password. It ends his sessions.
     *
     * @param login the login name, or {@code school-code/login} where several schools have it
     * @throws org.zongwu.kernel.RuleBroken when no account or more than one has that name, or it is disabled
     */
    String link(String login);
}
