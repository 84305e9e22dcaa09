package org.zongwu.kernel;

import java.util.UUID;

/** Points to a document of any module: {@code type} is its table, as {@code stores.issue}; {@code no} what people call it. */
public record WorkRef(String type, UUID id, String no) {}
