package org.zongwu.school.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The departments of today, for a form or a filter. */
record DepartmentChoice(DepartmentRepository departments, Clock clock) implements Supplier<Map<String, String>> {
    @Override
    public Map<String, String> get() {
        var all = new LinkedHashMap<String, String>();
        departments.on(LocalDate.now(clock)).forEach(d -> all.put(d.id().toString(), d.name()));
        return all;
    }
}
