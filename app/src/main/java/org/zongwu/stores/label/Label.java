package org.zongwu.stores.label;

import org.jspecify.annotations.Nullable;

/** What stands on one label, and its code as a picture. */
public record Label(String code, String name, @Nullable String spec, String unit, @Nullable String shelf, String qr) {}
