package org.zongwu.logbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Column;

/**
 * A register of records (台账, 登记簿), declared: a table that {@code logbook.keep} has made one, its blanks, states, rules, figures
 * and who may do what. From that are drawn register, form, card, print, import, to-dos, search and proof. A record is written once; what
 * comes later is a step; what was wrong is made void and written again. Its key is the table's name, {@code safety.hazard}; its pages stand
 * at {@code /safety/hazards}; its words are messages {@code KEY.title}, {@code KEY.one}, {@code KEY.lead}, {@code KEY.new}, {@code KEY.BLANK}.
 * Over a view of several books, with the same columns, and written by nobody, it is the register in which their sum stands.
 */
public final class Logbook extends LogbookParts {
    private Logbook(Table<?> table) {
        super(table);
    }

    public static Logbook of(Table<?> table) {
        return new Logbook(table);
    }

    public Logbook series(String letters) {
        series = letters;
        return this;
    }

    public Logbook menu(String group, int order) {
        menuGroup = group;
        menuOrder = order;
        return this;
    }

    /** Its records open at a page that the room draws itself, at this path and their id; the card stays, for paper and steps. */
    public Logbook opensAt(String path) {
        opensAt = path;
        return this;
    }

    public Logbook reads(Duty... duties) {
        reads.addAll(List.of(duties));
        return this;
    }

    /** Who writes records, and may make one void; they read too. */
    public Logbook writes(Duty... duties) {
        writes.addAll(List.of(duties));
        voids.addAll(List.of(duties));
        return this;
    }

    /** Whoever is logged in may write one. */
    public Logbook everyoneWrites() {
        everyoneWrites = true;
        return this;
    }

    public Logbook voids(Duty... duties) {
        voids.clear();
        voids.addAll(List.of(duties));
        return this;
    }

    /** Whoever is named here, or wrote it, reads his own records without any duty. */
    @SafeVarargs
    public final Logbook own(Field<UUID>... persons) {
        own.addAll(List.of(persons));
        ownReads = true;
        return this;
    }

    /**
     * Told in confidence, where the condition holds: these columns, and who wrote the record, are empty for the person named in
     * {@code from}, whatever his duties, and for whoever reads only his own; but not for who wrote it.
     */
    public Logbook confides(Condition when, Field<UUID> from, Field<?>... fields) {
        var all = new ArrayList<Field<?>>(List.of(fields));
        all.add(madeBy());
        all.add(madeByName());
        confidence = new Confidence(when, from, all);
        return this;
    }

    public Logbook blanks(Blank... all) {
        blanks.addAll(List.of(all));
        if (firstDay == null) blanks.stream().filter(b -> b.kind == Blank.Kind.DAY).findFirst().ifPresent(b -> day(b.dayField()));
        return this;
    }

    /** The blank that says in a few words which record it is. */
    public Logbook title(Field<String> field) {
        title = field;
        return this;
    }

    /** The day by which records are counted and narrowed; the first DAY when nothing is said. */
    public Logbook day(Field<LocalDate> field) {
        firstDay = field;
        lastDay = field;
        return this;
    }

    /** Records that last from one day to another, which may be open. */
    public Logbook lasts(Field<LocalDate> first, Field<LocalDate> last) {
        firstDay = first;
        lastDay = last;
        return this;
    }

    public Logbook states(BookState... all) {
        states = List.of(all);
        begins = draft -> all[0];
        return this;
    }

    /** In which state a record begins when that depends on what is written in it, as in a file of last term. */
    public Logbook begins(Function<Draft, BookState> state) {
        begins = state;
        return this;
    }

    public Logbook step(Step step) {
        steps.add(step);
        return this;
    }

    public Logbook once(Field<?>... key) {
        once = List.of(key);
        return this;
    }

    /** Fills in what follows from the rest, before any rule looks. */
    public Logbook completes(Consumer<Draft> completion) {
        completions.add(completion);
        return this;
    }

    /** The same, for what is written down here and did not come from a file. */
    public Logbook completesHere(Consumer<Draft> completion) {
        hereCompletions.add(completion);
        return this;
    }

    /** Fills in, after that, what a file leaves out because it had happened long before, as who signed. */
    public Logbook completesFiled(Consumer<Draft> completion) {
        filedCompletions.add(completion);
        return this;
    }

    /** A rule that nothing is kept against: {@code key} is the sentence, with the values of {@code args}. */
    public Logbook must(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.MUST, field, key, kept, Rule.values(args)));
    }

    /** A rule for what is done here; a row of a file that breaks it is kept and marked. */
    public Logbook should(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.SHOULD, field, key, kept, Rule.values(args)));
    }

    /** A rule for what is done here; a row of a file that breaks it is kept and marked, and not reported. */
    public Logbook here(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.HERE, field, key, kept, Rule.values(args)));
    }

    /** Something that may be but is marked, and reported when it comes from a file. */
    public Logbook warns(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.WARN, field, key, kept, Rule.values(args)));
    }

    public Logbook notes(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.NOTE, field, key, kept, Rule.values(args)));
    }

    /** What a row of a file must show, while here a later step sees to it. */
    public Logbook filed(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.FILED, field, key, kept, Rule.values(args)));
    }

    /** What a row of a file should show, while here a later step sees to it: without it the row is taken in and marked. */
    public Logbook expects(String id, Field<?> field, String key, Predicate<Draft> kept, Field<?>... args) {
        return rule(Rule.each(id, Rule.Weight.EXPECTED, field, key, kept, Rule.values(args)));
    }

    public Logbook rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** A named condition that figures, to-dos and links use; {@code asOf} is today, or the last day asked for. */
    public Logbook flag(String name, Function<LocalDate, Condition> condition) {
        flags.put(name, condition);
        return this;
    }

    public Logbook flag(String name, Condition condition) {
        return flag(name, asOf -> condition);
    }

    /** A column that shows whether a condition holds and, in its total, of how many percent: among the records that {@code whole} holds for. */
    public Logbook share(String name, Function<LocalDate, Condition> part, Function<LocalDate, Condition> whole) {
        shares.put(name, new Share(part, whole));
        return this;
    }

    public Logbook share(String name, Condition part) {
        return share(name, asOf -> part, asOf -> DSL.trueCondition());
    }

    public Logbook ratio(String name, Field<? extends Number> part, Field<? extends Number> whole) {
        ratios.put(name, new Ratio(part, whole));
        return this;
    }

    public Logbook computed(String name, Column.Kind kind, boolean summed, Function<LocalDate, Field<?>> value) {
        computed.put(name, new Computed(kind, summed, false, value));
        return this;
    }

    /** A column that is computed, of which the middle one of all counts, as of hours. */
    public Logbook middle(String name, Function<LocalDate, Field<?>> value) {
        computed.put(name, new Computed(Column.Kind.QUANTITY, false, true, value));
        return this;
    }

    /** Of the office, and with {@link Measure#whose} of each person's own. */
    public Logbook figures(Measure... all) {
        for (var measure : all) (measure.person == null ? measures : ownMeasures).add(measure);
        return this;
    }

    /** Asks the person named in {@code person}; {@code due} is the day it is due. */
    public Logbook asks(String todo, String flag, Field<UUID> person, @Nullable Field<LocalDate> due) {
        todos.add(new Asked(todo, flag, person, Set.of(), due));
        return this;
    }

    /** Asks everybody who holds one of the duties. */
    public Logbook asks(String todo, String flag, @Nullable Field<LocalDate> due, Duty... duties) {
        todos.add(new Asked(todo, flag, null, Set.of(duties), due));
        return this;
    }

    /** Next term's plan names what the flag holds for: message {@code plan.KEY.FLAG}, owned by the holder of the duty. */
    public Logbook plans(String flag, Duty owner) {
        plans.add(new Planned(flag, owner, null, 0));
        return this;
    }

    /** The same, due on the days of its records, or so many days before, as what has to be begun in time. */
    public Logbook plans(String flag, Duty owner, Field<LocalDate> due, int leadDays) {
        plans.add(new Planned(flag, owner, due, leadDays));
        return this;
    }

    /** Where its rows come among the files of a folder: what others refer to comes first. */
    public Logbook imports(int order) {
        importOrder = order;
        return this;
    }

    /** Columns that a file may bring besides the blanks: what a step would write here. */
    public Logbook importsToo(Blank... all) {
        importedToo.addAll(List.of(all));
        return this;
    }

    /** A sheet with a column a day: the heading is the first blank, each cell the second. */
    public Logbook matrix(Field<?> heading, Field<?> cell) {
        matrix = List.of(heading, cell);
        return this;
    }

    /** Another book's records, written together with one of these and shown on its card; {@code proposed} are the lines of a blank form. */
    public Logbook lines(Supplier<Logbook> book, Function<Actor, List<Draft>> proposed) {
        lines = book;
        proposedLines = proposed;
        return this;
    }

    /** Another book whose records belong to one of these: listed on its card, written from there. */
    public Logbook children(Supplier<Logbook> book) {
        children.add(book);
        return this;
    }
}
