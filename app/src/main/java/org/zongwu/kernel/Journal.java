package org.zongwu.kernel;

import java.time.Instant;
import java.util.UUID;

/** The print log: the second print of a document is marked 补打. Asked by {@code web}, kept by {@code trail}. */
public interface Journal {
    /** Writes down one more print and says which one it is. */
    Print print(Actor actor, WorkRef document);

    record Print(int nth, String by, Instant at) {}

    /** How often the document has been printed so far. */
    int prints(UUID documentId);
}
