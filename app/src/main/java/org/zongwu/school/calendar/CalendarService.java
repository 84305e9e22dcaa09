package org.zongwu.school.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Allowance;
import org.zongwu.school.Policies;
import org.zongwu.school.Promise;
import org.zongwu.school.Promises;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.trail.Trail;

/** The school's calendar: read once a transaction, since a board or a file asks it for each of its rows. */
@Service
public class CalendarService implements Promises {
    static final String TERM_HOURS = "calendar.hours.term";
    static final String VACATION_HOURS = "calendar.hours.vacation";

    private final CalendarRepository days;
    private final Terms terms;
    private final Policies policies;
    private final PromiseWords words;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    CalendarService(CalendarRepository days, Terms terms, Policies policies, PromiseWords words, Trail trail, Tenancy tenancy, Clock clock) {
        this.days = days;
        this.terms = terms;
        this.policies = policies;
        this.words = words;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public Promise promise(Instant from, Allowance allowance, List<Stop> stops) {
        return calendar().promise(from, allowance, stops);
    }

    @Override
    public String words(Promise promise) {
        return words.of(promise, clock.getZone());
    }

    @Override
    public boolean works(LocalDate day) {
        return !calendar().shifts(day).isEmpty();
    }

    /** Whether the days off of the year are known. */
    public boolean isAnnounced(int year) {
        return calendar().announced().contains(year);
    }

    /** Enters a whole year, as it was announced. */
    void announce(Actor by, int year, String source, Map<LocalDate, SpecialDay> of) {
        if (year < 2000 || year > 2100) throw RuleBroken.at("year", "R-CLK-4", "rule.school.calendar.year", year);
        tenancy.write(by.schoolId(), () -> {
            var id = days.putYear(year, source.strip(), by.employeeId());
            days.putDays(of, source.strip(), by.employeeId());
            written(by, id, new WorkRef("school.holiday_year", id, Integer.toString(year)), source, of);
        });
    }

    /** Enters one day, or takes back what was known of it. */
    void set(Actor by, LocalDate day, SpecialDay it, String source) {
        tenancy.write(by.schoolId(), () -> {
            days.putDays(Map.of(day, it), source.strip(), by.employeeId());
            written(by, null, new WorkRef("school.calendar_day", Ids.next(), day.toString()), source, Map.of(day, it));
        });
    }

    private void written(Actor by, @Nullable UUID year, WorkRef ref, String source, Map<LocalDate, SpecialDay> of) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        trail.write(by, "set", ref, source, days.images(year, of.keySet()));
    }

    private WorkCalendar calendar() {
        if (TransactionSynchronizationManager.getResource(this) instanceof WorkCalendar known) return known;
        var fresh = read();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(CalendarService.this);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CalendarService.this);
            }
        });
        return fresh;
    }

    private WorkCalendar read() {
        var byStart = new TreeMap<LocalDate, Term>();
        terms.all().forEach(t -> byStart.put(t.startsOn(), t));
        // A school that has no terms yet works as in term
        return new WorkCalendar(clock.getZone(), days.days(), days.years(), day -> {
            var term = byStart.floorEntry(day);
            return byStart.isEmpty() || term != null && !day.isAfter(term.getValue().endsOn());
        }, hours(TERM_HOURS), hours(VACATION_HOURS));
    }

    /** The hours in force on a day; each way of writing them is read once. */
    private Function<LocalDate, Hours> hours(String key) {
        var read = new HashMap<String, Hours>();
        return day -> read.computeIfAbsent(policies.value(key, day).orElseThrow(), Hours::of);
    }
}
