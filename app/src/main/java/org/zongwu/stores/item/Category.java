package org.zongwu.stores.item;

import java.util.UUID;

/** A class of items, as 办公用品; the monthly summary adds up by it. */
public record Category(UUID id, String code, String name) {}
