package org.zongwu.engine;

/** Why this instance does not start, in a sentence for the person at the console, with what to do about it. */
public class CannotStart extends RuntimeException {
    public CannotStart(String chinese, String english) {
        super(chinese + "\n" + english);
    }

    public CannotStart(String chinese, String english, Throwable cause) {
        super(chinese + "\n" + english, cause);
    }
}
