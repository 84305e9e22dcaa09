package org.zongwu.imports.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zongwu.kernel.ImportTemplate;

/**
 * A template as headings are held against it.
 *
 * @param title of the template, in the language of the person
 */
public record TemplateFields(String id, String title, List<Known> fields) {
    private static final Pattern APART = Pattern.compile("[、,，]");

    /** A field with its title and everything else that clerks write over such a column, normalised. */
    public record Known(String name, String title, boolean required, ImportTemplate.Kind kind, Set<String> names) {}

    /**
     * @param words  the message of a key in the language of the person; the key itself when there is none
     * @param spoken the same in every language: the file is not written in the language of the person
     */
    public static TemplateFields of(ImportTemplate template, UnaryOperator<String> words, Function<String, List<String>> spoken) {
        var known = template.fields().stream().map(field -> {
            var key = "import." + template.id() + "." + field.name();
            var title = words.apply(key);
            var names = new LinkedHashSet<String>();
            names.add(Heading.plain(title));
            spoken.apply(key).forEach(t -> names.add(Heading.plain(t)));
            field.synonyms().forEach(s -> names.add(Heading.plain(s)));
            spoken.apply(key + ".synonyms").forEach(all -> Stream.of(APART.split(all)).forEach(s -> names.add(Heading.plain(s))));
            names.add(Heading.plain(field.name()));
            names.remove("");
            return new Known(field.name(), title, field.required(), field.kind(), Set.copyOf(names));
        }).toList();
        return new TemplateFields(template.id(), words.apply("import." + template.id()), known);
    }

    Known field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name + " in " + id));
    }
}
