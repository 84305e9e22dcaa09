package org.zongwu.logbook;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SampleData;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.People;

/** Fills books of the example school with a term of work, through the books' own rules, in one transaction. */
public abstract class BookSample implements SampleData {
    private final int order;
    private final Tools tools;
    private @Nullable SampleSchool school;
    private List<Employee> staff = List.of();
    private final Map<Duty, Actor> holders = new EnumMap<>(Duty.class);

    /** What every sample works with. */
    @Component
    public record Tools(Logbooks books, People people, Tenancy tenancy, Clock clock) {}

    protected BookSample(int order, Tools tools) {
        this.order = order;
        this.tools = tools;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final void create(SampleSchool school) {
        this.school = school;
        tools.tenancy().write(school.schoolId(), () -> {
            staff = tools.people().inService(today());
            holders.clear();
            fill();
        });
    }

    protected abstract void fill();

    protected SampleSchool school() {
        return Objects.requireNonNull(school);
    }

    protected RandomGenerator random() {
        return school().random();
    }

    /** Today, or the last day of the term if that is past. */
    protected LocalDate today() {
        var now = LocalDate.now(tools.clock());
        return now.isAfter(school().term().to()) ? school().term().to() : now;
    }

    /** These days of each week of the term, up to yesterday. */
    protected List<LocalDate> days(DayOfWeek... weekdays) {
        var wanted = Set.of(weekdays);
        return school().term().from().plusDays(7).datesUntil(today()).filter(d -> wanted.contains(d.getDayOfWeek())).toList();
    }

    /** School days from the first of September, up to yesterday. */
    protected List<LocalDate> schoolDays() {
        return days(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    @SafeVarargs
    protected final <T> T oneOf(T... all) {
        return all[random().nextInt(all.length)];
    }

    /** A teacher, who approves nothing and so never meets a step that another must take. */
    protected Employee somebody() {
        var teachers = staff.stream().filter(e -> e.department().endsWith("组")).toList();
        return teachers.get(random().nextInt(teachers.size()));
    }

    /** Those of one department, by staff number; everybody when there is no such department. */
    protected List<Employee> of(String department) {
        var all = staff.stream().filter(e -> e.department().equals(department)).toList();
        return all.isEmpty() ? staff : all;
    }

    protected Actor holder(Duty duty) {
        return holders.computeIfAbsent(duty, school()::actor);
    }

    protected Draft person(Draft draft, Field<UUID> id, Field<String> name, Employee employee) {
        return draft.set(id, employee.id()).set(name, employee.name());
    }

    protected Draft person(Draft draft, Field<UUID> id, Field<String> name, Actor actor) {
        return draft.set(id, actor.employeeId()).set(name, actor.name());
    }

    protected WorkRef enter(Actor actor, Table<?> table, Draft draft) {
        return tools.books().enter(actor, tools.books().of(table), draft);
    }

    protected void step(Actor actor, Table<?> table, WorkRef record, String step, Draft filled) {
        tools.books().step(actor, tools.books().of(table), record.id(), step, filled);
    }
}
