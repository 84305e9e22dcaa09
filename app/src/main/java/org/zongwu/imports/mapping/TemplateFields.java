package org.zongwu.imports.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Field;

/**
 * A template as sheets are held against it.
 *
 * @param title  of the template, in the language of the person
 * @param names  what clerks call such a ledger, normalised: a sheet that is called so is more likely meant for it
 * @param matrix null where no sheet with a column a day belongs to it
 */
public record TemplateFields(String id, String title, Set<String> names, List<Known> fields, ImportTemplate.@Nullable Matrix matrix) {
    private static final Pattern APART = Pattern.compile("[、,，]");

    /** A field with its title and everything else that clerks write over such a column, normalised; {@code alike} what these say in other words. */
    public record Known(Field field, String title, Set<String> names, Set<String> alike) {
        public Known(Field field, String title, Set<String> names) {
            this(field, title, names, names.stream().map(HeadingWords::of).collect(Collectors.toUnmodifiableSet()));
        }

        public String name() {
            return field.name();
        }

        public boolean required() {
            return field.required();
        }

        public ImportTemplate.Kind kind() {
            return field.kind();
        }
    }

    /**
     * @param words  the message of a key in the language of the person; the key itself when there is none
     * @param spoken the same in every language: the file is not written in the language of the person
     */
    public static TemplateFields of(ImportTemplate template, UnaryOperator<String> words, Function<String, List<String>> spoken) {
        var key = "import." + template.id();
        var known = template.fields().stream().map(field -> {
            var title = words.apply(key + "." + field.name());
            var names = names(key + "." + field.name(), spoken);
            names.add(Heading.plain(title));
            field.synonyms().forEach(s -> names.add(Heading.plain(s)));
            names.add(Heading.plain(field.name()));
            names.remove("");
            return new Known(field, title, Set.copyOf(names));
        }).toList();
        return new TemplateFields(template.id(), words.apply(key), Set.copyOf(names(key, spoken)), known, template.matrix().orElse(null));
    }

    private static Set<String> names(String key, Function<String, List<String>> spoken) {
        var names = new LinkedHashSet<String>();
        spoken.apply(key).forEach(t -> names.add(Heading.plain(t)));
        spoken.apply(key + ".synonyms").forEach(all -> Stream.of(APART.split(all)).forEach(s -> names.add(Heading.plain(s))));
        names.remove("");
        return names;
    }

    Known field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name + " in " + id));
    }
}
