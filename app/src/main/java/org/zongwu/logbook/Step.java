package org.zongwu.logbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

/**
 * One step of a record from a state to the next, a noun: {@code POST /safety/hazards/{id}/verification}. Its button is message
 * {@code BOOK.step.NAME}; on timelines it is {@code trail.NAME}.
 */
public final class Step {
    final String name;
    final Set<String> from = new LinkedHashSet<>();
    @Nullable Function<Draft, BookState> to;
    final Set<Duty> duties = EnumSet.noneOf(Duty.class);
    final List<Field<UUID>> persons = new ArrayList<>();
    final List<Field<UUID>> others = new ArrayList<>();
    final List<Blank> blanks = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    @Nullable Field<UUID> doneBy;
    @Nullable Field<String> doneByName;
    String otherRule = "SOD-3";
    boolean primary = true;
    @Nullable BiConsumer<Actor, Draft> follows;
    @Nullable Completion completion;
    final List<Field<?>> completed = new ArrayList<>();

    /** What follows from a step in the record itself. */
    public interface Completion {
        /** @param record as it stood, with what was filled in; it may also throw, and then the step is refused */
        void complete(Actor by, Draft record, Draft filled);
    }

    private Step(String name) {
        this.name = name;
    }

    public static Step named(String name) {
        return new Step(name);
    }

    public Step from(BookState... states) {
        Arrays.stream(states).forEach(s -> from.add(s.name()));
        return this;
    }

    public Step to(BookState state) {
        to = draft -> state;
        return this;
    }

    /** Where it leads, when that depends on what is filled in. */
    public Step to(Function<Draft, BookState> state) {
        to = state;
        return this;
    }

    /** Holders of any of these may do it. */
    public Step by(Duty... any) {
        duties.addAll(List.of(any));
        return this;
    }

    /** The person named in the record may do it. */
    @SafeVarargs
    public final Step byPerson(Field<UUID>... any) {
        persons.addAll(List.of(any));
        return this;
    }

    /** Nobody who is named here may do it, whatever his duties: another person must (rule {@code ruleId}). */
    @SafeVarargs
    public final Step notBy(String ruleId, Field<UUID>... any) {
        otherRule = ruleId;
        others.addAll(List.of(any));
        return this;
    }

    /** What is filled in at this step; the columns may be written later (see the book's migration). */
    public Step fills(Blank... all) {
        blanks.addAll(List.of(all));
        return this;
    }

    /** Who did it is written down in the record too, for rules and figures. */
    public Step signs(Field<UUID> id, Field<String> name) {
        doneBy = id;
        doneByName = name;
        return this;
    }

    /** A rule that holds when the step is done, over the whole record with what was just filled in. */
    public Step must(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        rules.add(Rule.each(id, Rule.Weight.MUST, field, key, kept, Rule.values(args)));
        return this;
    }

    /** What follows from it in the record itself, as the time at which it was done, before any rule looks. */
    public Step completes(Completion completion, Field<?>... columns) {
        this.completion = completion;
        completed.addAll(List.of(columns));
        return this;
    }

    /** What follows from it in other records, in the same transaction: the record as it was, with what was filled in. */
    public Step then(BiConsumer<Actor, Draft> consequence) {
        follows = consequence;
        return this;
    }

    /** A step aside, not the next thing to do. */
    public Step aside() {
        primary = false;
        return this;
    }

    public String name() {
        return name;
    }
}
