package org.zongwu.engine;

import java.util.Optional;

/** Known to the module that keeps the log-ins: an instance without anybody who may log in is set up by a link, shown on the console. */
public interface FirstStart {
    /** Path and one-time token of the set-up page, {@code /setup?token=…}; empty once somebody can log in. */
    Optional<String> setUpPath();
}
