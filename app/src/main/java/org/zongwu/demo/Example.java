package org.zongwu.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SampleData;
import org.zongwu.kernel.Span;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;

/** The example school as its modules see it while they fill it; the same on every machine. */
final class Example implements SampleData.SampleSchool {
    private static final long SEED = 20260824;

    private final long schoolId;
    private final Duties duties;
    private final Tenancy tenancy;
    private final LocalDate today;
    private final Consumer<String> progress;
    private final RandomGenerator random = new Random(SEED);

    Example(long schoolId, Duties duties, Tenancy tenancy, LocalDate today, Consumer<String> progress) {
        this.schoolId = schoolId;
        this.duties = duties;
        this.tenancy = tenancy;
        this.today = today;
        this.progress = progress;
    }

    @Override
    public long schoolId() {
        return schoolId;
    }

    @Override
    public Actor actor(Duty duty) {
        return tenancy.read(schoolId, () -> {
            var person = holders(duties, duty, today).stream().findFirst().orElseThrow(() -> new IllegalStateException("nobody holds " + duty));
            return new Actor(schoolId, person.id(), person.name(), duties.heldBy(person.id(), today));
        });
    }

    /** By staff number, so that it is the same person on every machine. */
    static List<Employee> holders(Duties duties, Duty duty, LocalDate today) {
        return duties.holders(duty, today).stream().sorted(Comparator.comparing(Employee::staffNo)).toList();
    }

    @Override
    public Span term() {
        return ExampleOffice.TERM;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void progress(String messageKey, Object... args) {
        progress.accept(messageKey);
    }
}
