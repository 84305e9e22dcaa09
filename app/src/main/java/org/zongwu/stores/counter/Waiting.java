package org.zongwu.stores.counter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A slip that waits for its receiver's signature, or is signed and waits for the keeper. */
public record Waiting(UUID id, int version, UUID receiverId, String receiver, String department, @Nullable String schoolClass, String warehouse, String things, int lines, boolean picked, boolean signed) {
    /** How it is called in the form. */
    public String key() {
        return id + ":" + version;
    }
}
