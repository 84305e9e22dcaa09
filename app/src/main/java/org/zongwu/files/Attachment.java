package org.zongwu.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An original that belongs to a document, under the name that its owner gave it. Opens at {@code /files/ID}. */
public record Attachment(UUID id, Original original, String name, @Nullable UUID addedBy, Instant addedAt) {}
