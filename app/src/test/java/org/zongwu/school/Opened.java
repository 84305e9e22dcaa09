package org.zongwu.school;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

/** A school of one's own for a test, with a first person who is in charge of everything that nobody forbids. */
public final class Opened {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final long id;
    private final Tenancy tenancy;
    private final SetUp setUp;
    private final UUID first;

    private Opened(long id, Tenancy tenancy, SetUp setUp) {
        this.id = id;
        this.tenancy = tenancy;
        this.setUp = setUp;
        this.first = write(() -> setUp.firstEmployee("T000", "安可", "校办"));
    }

    public static Opened school(Schools schools, Tenancy tenancy, SetUp setUp) {
        return new Opened(schools.open("t-" + UUID.randomUUID().toString().substring(0, 13), "测试学校", false).id(), tenancy, setUp);
    }

    public long id() {
        return id;
    }

    public UUID first() {
        return first;
    }

    /** The first person, acting with these duties. */
    public Actor actor(Duty... duties) {
        return actor(first, duties);
    }

    public Actor actor(UUID employee, Duty... duties) {
        var held = EnumSet.noneOf(Duty.class);
        held.addAll(Arrays.asList(duties));
        return new Actor(id, employee, "测试", held);
    }

    public UUID person(String staffNo, String name) {
        return write(() -> setUp.firstEmployee(staffNo, name, "校办"));
    }

    public <T> T read(Supplier<T> work) {
        return tenancy.read(id, work);
    }

    public <T> T write(Supplier<T> work) {
        return tenancy.write(id, work);
    }

    public void write(Runnable work) {
        tenancy.write(id, work);
    }
}
