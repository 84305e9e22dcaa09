package org.zongwu.notices.outlet;

import java.io.IOException;
import java.time.Duration;

/** Takes messages out of the house, by one kind of outlet. */
interface Carrier {
    /** As in {@code notices.outlet.kind}. */
    String kind();

    /** Bytes of UTF-8 in one message. */
    int longest();

    /** How many messages one outlet takes within a minute. */
    int aMinute();

    /** Why this cannot be an address here, as a message key; null when it can. */
    @org.jspecify.annotations.Nullable String flaw(String address);

    /**
     * @throws IOException when nobody answered, or the answer was a refusal
     * @throws TooMany     when the outlet takes no more for now
     */
    void send(String address, String subject, String text) throws IOException;

    /** The outlet asks for a pause. */
    class TooMany extends IOException {
        static final Duration PAUSE = Duration.ofMinutes(1);

        TooMany(String message) {
            super(message);
        }
    }
}
