package org.zongwu.notices.outlet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outlet as its page shows it: masked, to whom it speaks, and how it stands with what it was given. */
public record OutletShown(UUID id, String kind, String name, String address, String to, boolean own, long waiting, long sent, long givenUp, @Nullable String lastError) {}
