package org.zongwu.engine;

import java.util.Optional;

/** Whether this instance still waits for its first person. Implemented by {@code access}, asked by the launcher. */
public interface FirstStart {
    /** Where the first person sets up the school, as {@code /set-up/…}, once; empty when there are accounts already. */
    Optional<String> setUpPath();
}
