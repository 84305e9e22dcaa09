package org.zongwu.school.people;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.web.NotFound;

/** The people of a new school, and of the example school: registered with their department in one step. */
@Component
public class FirstPeople {
    private final EmployeeService service;
    private final DepartmentService departmentService;
    private final EmployeeRepository employees;
    private final DepartmentRepository departments;

    FirstPeople(EmployeeService service, DepartmentService departmentService, EmployeeRepository employees, DepartmentRepository departments) {
        this.service = service;
        this.departmentService = departmentService;
        this.employees = employees;
        this.departments = departments;
    }

    /** Early enough for every record that a school may carry over: a department that the set-up finds was there before. */
    static final LocalDate BEFORE_ALL_RECORDS = LocalDate.of(2000, 1, 1);

    /** Registers a person whose day of joining is before the records begin; opens the department when it is not there. */
    public void register(Actor by, UUID id, String staffNo, String name, String department, LocalDate today) {
        var departmentId = departments.named(department, today).map(DepartmentRepository.Department::id).orElseGet(() -> {
            var opened = Ids.next();
            departmentService.open(by, opened, department, false, BEFORE_ALL_RECORDS);
            return opened;
        });
        service.register(by, id, new NewEmployee(staffNo, name, null, null, null), departmentId);
    }

    public String name(UUID id) {
        return employees.find(id).orElseThrow(NotFound::new).name();
    }
}
