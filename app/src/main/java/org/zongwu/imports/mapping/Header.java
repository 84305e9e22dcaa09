package org.zongwu.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header of a sheet for one template: the lines it takes, its columns, and which field each is.
 *
 * @param firstLine 1, or more when a title stands above
 * @param lastLine  the same, or one more when the header has two lines
 */
public record Header(TemplateFields template, int firstLine, int lastLine, List<Column> columns) {
    /**
     * A column with a heading.
     *
     * @param key   by which a mapping by hand is remembered
     * @param field null when nobody knows it
     */
    public record Column(int index, String heading, String key, @Nullable String field, How how) {}

    /** Known by its heading; said by a person; said by a person to be left out; not known. */
    public enum How { KNOWN, BY_HAND, LEFT_OUT, UNKNOWN }

    Map<Integer, String> fieldByColumn() {
        var fields = new TreeMap<Integer, String>();
        for (var column : columns) if (column.field() != null) fields.put(column.index(), column.field());
        return fields;
    }

    public Set<String> found() {
        return Set.copyOf(fieldByColumn().values());
    }

    /** Titles of the required fields that no column has. */
    public List<String> missing() {
        var found = found();
        return template.fields().stream().filter(f -> f.required() && !found.contains(f.name())).map(TemplateFields.Known::title).toList();
    }

    public boolean fits() {
        return missing().isEmpty() && found().size() >= Math.min(2, template.fields().size());
    }

    /** How much of the sheet and of the template meet, in thousandths: 0 nothing, 1000 all of both. */
    public int closeness() {
        return 2000 * found().size() / (columns.size() + template.fields().size());
    }
}
