package org.zongwu.school.people;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Policies;
import org.zongwu.school.SchoolClass;
import org.zongwu.school.schoolclass.ClassName;

@Component
class PeopleLookup implements People {
    private final EmployeeRepository employees;
    private final DepartmentRepository departments;
    private final Policies policies;
    private final DSLContext db;
    private final Tenancy tenancy;

    PeopleLookup(EmployeeRepository employees, DepartmentRepository departments, Policies policies, DSLContext db, Tenancy tenancy) {
        this.employees = employees;
        this.departments = departments;
        this.policies = policies;
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public Optional<Employee> employee(UUID id) {
        return employees.find(id);
    }

    @Override
    public Optional<Employee> employeeByStaffNo(String staffNo) {
        return employees.byStaffNo(staffNo.strip());
    }

    @Override
    public List<Employee> named(String name) {
        return employees.named(NewEmployee.tidy(name));
    }

    @Override
    public List<Employee> search(String words, int limit) {
        return words.isBlank() ? List.of() : employees.search(words.strip(), limit);
    }

    @Override
    public List<Employee> inService(LocalDate on) {
        return employees.inService(on);
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID id) {
        return fetch(SCHOOL_CLASS.ID.eq(id)).stream().findFirst();
    }

    @Override
    public Optional<SchoolClass> classCalled(String text, LocalDate on) {
        var first = Integer.parseInt(policies.value("school.grade.first", on).orElse("7"));
        return ClassName.read(text).flatMap(name -> fetch(SCHOOL_CLASS.ENTRY_YEAR.eq(name.entryYear(on, first)).and(SCHOOL_CLASS.NUMBER.eq(name.number())))
                .stream().findFirst());
    }

    @Override
    public List<SchoolClass> classes(LocalDate on) {
        return fetch(SCHOOL_CLASS.OPENS_ON.le(on).and(SCHOOL_CLASS.ENDS_ON.isNull().or(SCHOOL_CLASS.ENDS_ON.ge(on))));
    }

    @Override
    public Map<UUID, Integer> headcounts(LocalDate on) {
        return db.select(ENROLMENT.CLASS_ID, DSL.count()).from(ENROLMENT)
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.VALID_FROM.le(on), ENROLMENT.VALID_TO.isNull().or(ENROLMENT.VALID_TO.ge(on)))
                .groupBy(ENROLMENT.CLASS_ID).fetchMap(ENROLMENT.CLASS_ID, DSL.count());
    }

    @Override
    public List<Department> departments(LocalDate on) {
        return departments.on(on).stream().map(d -> new Department(d.id(), d.name())).toList();
    }

    private List<SchoolClass> fetch(Condition which) {
        return db.select(SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.HEAD_TEACHER_ID).from(SCHOOL_CLASS)
                .where(SCHOOL_CLASS.SCHOOL_ID.eq(tenancy.current()), which).orderBy(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER)
                .fetch(r -> new SchoolClass(r.value1(), r.value2(), r.value3(), ClassName.title(r.value2(), r.value3()), r.value4()));
    }
}
