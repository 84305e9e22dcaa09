package org.zongwu.launch;

/** The command line does not say what to do; the sentence says what it could have meant. */
final class Misused extends RuntimeException {
    Misused(String chinese, String english) {
        super(chinese + " / " + english, null, false, false);
    }
}
