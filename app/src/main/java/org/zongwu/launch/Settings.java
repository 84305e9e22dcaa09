package org.zongwu.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command decided, as Spring's highest settings. */
final class Settings {
    private final Map<String, String> values = new LinkedHashMap<>();

    static Settings of(Path data) {
        return new Settings().set("zongwu.data", data.toString());
    }

    Settings set(String name, String value) {
        values.put(name, value);
        return this;
    }

    String[] asArguments() {
        return values.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
    }
}
