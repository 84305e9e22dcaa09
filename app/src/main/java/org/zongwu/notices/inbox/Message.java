package org.zongwu.notices.inbox;

import java.util.UUID;

/** A message as its reader sees it. */
public record Message(UUID id, String text, String at, boolean read, boolean urgent) {}
