package org.zongwu.imports.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate;

/**
 * The header of a sheet for one template: the lines it takes, its columns, and which field each is.
 *
 * @param firstLine 1, or more when a title stands above
 * @param lastLine  the same, or one more when the header has two lines
 * @param said      fields that no column has and that the sheet's name or a title says, as they stand there
 */
public record Header(TemplateFields template, int firstLine, int lastLine, List<Column> columns, Map<String, String> said) {
    /**
     * A column with a heading.
     *
     * @param key   by which a mapping by hand is remembered
     * @param field null when nobody knows it; of a matrix, the field of its cells
     */
    public record Column(int index, String heading, String key, @Nullable String field, How how) {}

    private static final Set<String> COUNTING = Set.of("序号", "序", "顺序", "行号", "no");

    /** Known by its heading; said by a person; said by a person to be left out; not known; one of many of a matrix. */
    public enum How { KNOWN, BY_HAND, LEFT_OUT, UNKNOWN, ACROSS }

    /** Of the columns that are one field each; those of a matrix are not among them. */
    Map<Integer, String> fieldByColumn() {
        var fields = new TreeMap<Integer, String>();
        for (var column : columns) if (column.field() != null && column.how() != How.ACROSS) fields.put(column.index(), column.field());
        return fields;
    }

    /** The column of the months beside one of days; −1 where the day stands in one column. */
    int monthOf(Column day) {
        return columns.stream().filter(c -> c.index() == day.index() - 1 && c.field() == null && Heading.isMonthAndDay(c.heading(), day.heading())).mapToInt(Column::index).findFirst().orElse(-1);
    }

    /** The columns that are turned down into rows, from the left. */
    List<Column> across() {
        return columns.stream().filter(c -> c.how() == How.ACROSS).toList();
    }

    public Set<String> found() {
        var found = new HashSet<>(fieldByColumn().values());
        found.addAll(said.keySet());
        if (template.matrix() != null && !across().isEmpty()) {
            found.add(template.matrix().headingField());
            found.add(template.matrix().cellField());
        }
        return found;
    }

    /** Titles of the required fields that neither a column nor a title has. */
    public List<String> missing() {
        return missing(false);
    }

    /** @param called whether the sheet is called by the ledger's name, or a person said what it is */
    public List<String> missing(boolean called) {
        var found = found();
        return template.fields().stream().filter(f -> f.required() && !found.contains(f.name()) && !(called && mayLack(f))).map(TemplateFields.Known::title).toList();
    }

    /** A list with numbers of another kind, as 资产编号, is not one without numbers. */
    private boolean mayLack(TemplateFields.Known known) {
        var numbered = columns.stream().anyMatch(c -> c.field() == null && HeadingWords.of(c.heading()).endsWith("号") && !COUNTING.contains(Heading.plain(c.heading())));
        return known.field().unlessCalled() && !(known.kind() == ImportTemplate.Kind.CODE && numbered);
    }

    public boolean fits() {
        return fits(false);
    }

    public boolean fits(boolean called) {
        return missing(called).isEmpty() && found().size() >= Math.min(2, template.fields().size());
    }

    /** How much of the sheet is known, in thousandths. The columns of a matrix are one; one that only counts the lines says nothing. */
    public int coverage() {
        var counting = (int) columns.stream().filter(c -> c.field() == null && COUNTING.contains(Heading.plain(c.heading()))).count();
        return 1000 * (fieldByColumn().size() + Math.min(1, across().size())) / Math.max(1, columns.size() - counting - Math.max(0, across().size() - 1));
    }

    /** How much of the sheet and of the template meet, in thousandths: 0 nothing, 1000 all of both. The columns of a matrix are one. */
    public int closeness() {
        var across = across().size();
        var offered = columns.size() - Math.max(0, across - 1) + said.size() + (across > 0 ? 1 : 0);
        return 2000 * found().size() / (offered + template.fields().size());
    }
}
