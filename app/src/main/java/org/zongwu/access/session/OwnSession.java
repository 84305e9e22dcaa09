package org.zongwu.access.session;

import java.time.Instant;

/**
 * One place where a person is logged in.
 *
 * @param agent the browser as it names itself
 * @param here  the one that asks
 */
public record OwnSession(Instant since, Instant lastSeen, String network, String agent, boolean here) {}
