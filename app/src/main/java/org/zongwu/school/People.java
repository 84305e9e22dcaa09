package org.zongwu.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zongwu.kernel.RuleBroken;

/** Who is at the school. All look-ups see the school of the transaction only. */
public interface People {
    Optional<Employee> employee(UUID id);

    Optional<Employee> employeeByStaffNo(String staffNo);

    /** Staff of exactly this name, those in service first; blanks in the name do not count. */
    List<Employee> named(String name);

    /** Staff in service whose name, pinyin initials or staff number begin with or contain the words; best first. */
    List<Employee> search(String words, int limit);

    /** Everybody in service on that day, by staff number. */
    List<Employee> inService(LocalDate on);

    /**
     * The one person in service who was typed: by staff number, by name, or as a suggestion writes him, {@code 刘洋 T0217}.
     *
     * @param field id of the input, for the refusal
     * @throws RuleBroken when nobody or several people fit
     */
    default Employee typed(String field, String typed) {
        var words = typed.strip().split("\\s+");
        var numbered = employeeByStaffNo(words[words.length - 1]);
        if (numbered.isPresent()) return numbered.get();
        var found = named(typed).stream().filter(Employee::inService).toList();
        if (found.isEmpty()) throw RuleBroken.at(field, "R-ORG-2", "rule.school.no-such-person", typed);
        if (found.size() > 1) throw RuleBroken.at(field, "R-ORG-2", "rule.school.several-people", typed, found.size());
        return found.getFirst();
    }

    Optional<SchoolClass> schoolClass(UUID id);

    /** A class by the way people write it, as {@code 七（3）班}, {@code 七3班} or {@code 2026级3班}, in the school year of that day. */
    Optional<SchoolClass> classCalled(String text, LocalDate on);

    /** The classes that exist on that day, by year and number. */
    List<SchoolClass> classes(LocalDate on);

    /** How many pupils each class has on that day; none for a class without any. */
    Map<UUID, Integer> headcounts(LocalDate on);

    /** The departments that exist on that day. */
    List<Department> departments(LocalDate on);

    record Department(UUID id, String name) {}
}
