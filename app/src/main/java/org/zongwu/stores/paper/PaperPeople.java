package org.zongwu.stores.paper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.SchoolClass;

/** Who is meant by the names on old slips. */
final class PaperPeople {
    /** Who signs for another: 曹国睿（代）. */
    private static final Pattern FOR_ANOTHER = Pattern.compile("[（(]\\s*(?:代|代签|代领)\\s*[）)]$");

    private final People people;
    private final Map<String, List<Employee>> byName = new HashMap<>();
    private final Map<String, Optional<SchoolClass>> classes = new HashMap<>();
    private final Map<LocalDate, Map<String, UUID>> departments = new HashMap<>();

    PaperPeople(People people) {
        this.people = people;
    }

    static String tidy(String name) {
        return FOR_ANOTHER.matcher(name.replaceAll("[\\s　]+", "")).replaceFirst("");
    }

    static boolean isForAnother(String name) {
        return FOR_ANOTHER.matcher(name.replaceAll("[\\s　]+", "")).find();
    }

    @Nullable Employee employee(UUID id) {
        return people.employee(id).orElse(null);
    }

    /** One of that name, of that department where there are several; those in service first. */
    Optional<Employee> named(@Nullable String name, @Nullable String department) {
        if (name == null || name.isBlank()) return Optional.empty();
        var called = byName.computeIfAbsent(tidy(name), people::named);
        return called.stream().filter(e -> e.department().equals(department)).findFirst().or(() -> called.stream().findFirst());
    }

    /** Whether two or more answer to the name, and the department tells none of them apart. */
    boolean isAmbiguous(String name, @Nullable String department) {
        var called = byName.computeIfAbsent(tidy(name), people::named).stream().filter(Employee::inService).toList();
        return called.size() > 1 && called.stream().filter(e -> e.department().equals(department)).count() != 1;
    }

    Optional<SchoolClass> schoolClass(@Nullable String text, LocalDate on) {
        return text == null ? Optional.empty() : classes.computeIfAbsent(text + " " + on, t -> people.classCalled(text, on));
    }

    @Nullable UUID department(@Nullable String name, LocalDate on) {
        if (name == null) return null;
        return departments.computeIfAbsent(on, day -> {
            var all = new HashMap<String, UUID>();
            people.departments(day).forEach(d -> all.put(d.name(), d.id()));
            return all;
        }).get(name.replaceAll("[\\s　]+", ""));
    }
}
