package org.zongwu.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is at the school. All look-ups see the school of the transaction only. */
public interface People {
    Optional<Employee> employee(UUID id);

    Optional<Employee> employeeByStaffNo(String staffNo);

    /** Staff in service whose name, pinyin initials or staff number begin with or contain the words; best first. */
    List<Employee> search(String words, int limit);

    Optional<SchoolClass> schoolClass(UUID id);

    /** The classes that exist on that day, by year and number. */
    List<SchoolClass> classes(LocalDate on);
}
