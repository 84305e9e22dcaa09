package org.zongwu.logbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The messages that a declared book speaks with, beside the sentences of its rules. */
final class BookWords {
    private BookWords() {}

    /** @param has whether a bundle has the key, in the language asked for */
    static List<String> missing(Logbook book, Predicate<String> has) {
        var key = book.key();
        var wanted = new ArrayList<List<String>>();
        for (var word : List.of("title", "one", "empty")) wanted.add(List.of(key + "." + word));
        wanted.add(List.of("object." + key));
        wanted.add(List.of("nav." + book.menuGroup));
        if (!book.isView()) wanted.add(List.of(key + ".new"));
        book.allBlanks().forEach(b -> wanted.add(List.of(key + "." + b.name(), "label." + b.name())));
        book.allBlanks().stream().filter(b -> b.choices != null).forEach(b -> {
            for (var value : b.choices.getEnumConstants()) wanted.add(List.of(key + "." + b.name() + "." + value.name()));
        });
        book.states.forEach(s -> wanted.add(List.of(key + ".state." + s.name(), "state." + s.name())));
        book.steps.forEach(s -> {
            wanted.add(List.of(key + ".step." + s.name, "trail." + s.name));
            wanted.add(List.of("trail." + s.name));
            wanted.add(List.of("did." + s.name));
        });
        for (var columns : List.of(book.computed.keySet(), book.ratios.keySet(), book.shares.keySet(), book.flags.keySet())) {
            columns.forEach(name -> wanted.add(List.of(key + "." + name, "register." + name, "label." + name)));
        }
        book.allMeasures().forEach(m -> {
            wanted.add(List.of("figure." + m.definition.id()));
            wanted.add(List.of("figure." + m.definition.id() + ".formula"));
            if (m.by != null) wanted.add(List.of(key + "." + BookRegister.by(m.by)));
        });
        book.todos.forEach(t -> wanted.add(List.of("todo." + key + "." + t.name())));
        book.plans.forEach(p -> wanted.add(List.of("plan." + key + "." + p.flag())));
        return wanted.stream().filter(any -> any.stream().noneMatch(has)).map(List::getFirst).toList();
    }
}
