package org.zongwu.stores.issue;

import java.time.Instant;
import java.util.UUID;

/** Who did it and when. */
record Sign(UUID by, Instant at) {}
