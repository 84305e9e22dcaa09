package org.zongwu.logbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.parties.Parties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.school.Places;

/** Finds who or what is meant by the words in a blank; the same words are looked up once. */
final class Links {
    private final Directories directories;
    private final LocalDate today;
    private final Map<String, Optional<UUID>> found = new HashMap<>();
    private @Nullable Map<String, Places.Place> places;

    /** The registers that words may link to. */
    record Directories(People people, Places places, Parties parties) {}

    Links(Directories directories, LocalDate today) {
        this.directories = directories;
        this.today = today;
    }

    /** Who or what is meant, where that is plain; a name of two people is not. */
    Optional<UUID> find(Blank.Kind kind, String text) {
        return found.computeIfAbsent(kind + text, k -> switch (kind) {
            case PERSON -> person(text);
            case ROOM -> room(text).map(Places.Place::id);
            case CLASS -> directories.people().classCalled(text, today).map(c -> c.id());
            case PARTY -> directories.parties().named(text).map(Parties.Party::id);
            case DEPARTMENT -> directories.people().departments(today).stream().filter(d -> d.name().equals(text)).map(People.Department::id).findFirst();
            default -> Optional.empty();
        });
    }

    private Optional<UUID> person(String text) {
        var all = directories.people().named(text);
        var serving = all.stream().filter(Employee::inService).toList();
        if (serving.size() == 1) return Optional.of(serving.getFirst().id());
        return all.size() == 1 ? Optional.of(all.getFirst().id()) : Optional.empty();
    }

    private Optional<Places.Place> room(String text) {
        if (places == null) places = directories.places().byName();
        return Optional.ofNullable(places.get(Places.plain(text)));
    }

    /**
     * What was typed into a form: it must be plain who or what is meant, except for a place or another party, which may be
     * outside of the registers.
     *
     * @param field id of the input, for the refusal
     * @return the one meant, and how it is written; the id is null for what is not in a register
     */
    Meant typed(Blank.Kind kind, String field, String text) {
        return switch (kind) {
            case PERSON -> {
                var person = directories.people().typed(field, text);
                yield new Meant(person.id(), person.name());
            }
            case CLASS -> directories.people().classCalled(text, today).map(c -> new Meant(c.id(), c.title()))
                    .orElseThrow(() -> RuleBroken.at(field, "R-LOG-2", "rule.logbook.no-class", text));
            case DEPARTMENT -> find(kind, text).map(id -> new Meant(id, text)).orElseThrow(() -> RuleBroken.at(field, "R-LOG-2", "rule.logbook.no-department", text));
            case PARTY -> directories.parties().named(text).map(p -> new Meant(p.id(), p.name())).orElse(new Meant(null, text));
            case ROOM -> room(text).map(p -> new Meant(p.id(), p.building() + p.code())).orElse(new Meant(null, text));
            default -> throw new IllegalArgumentException(kind + " is no link");
        };
    }

    record Meant(@Nullable UUID id, String written) {}

    /** Words by value for a blank that is chosen rather than typed. */
    static <T> Map<String, String> words(Iterable<T> all, Function<T, String> word) {
        var words = new java.util.LinkedHashMap<String, String>();
        all.forEach(a -> words.put(word.apply(a), word.apply(a)));
        return words;
    }
}
