package org.zongwu.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as the page shows it: what stands in each input, and what is wrong with it. */
public final class FormView {
    private final Form form;
    private final Map<String, List<String>> values;
    private final List<Typed.Problem> problems;
    private final String key;
    private final Map<String, Map<String, String>> options = new LinkedHashMap<>();

    private FormView(Form form, Map<String, List<String>> values, List<Typed.Problem> problems, String key) {
        this.form = form;
        this.values = values;
        this.problems = problems;
        this.key = key;
        Stream.concat(form.inputs.stream(), form.lineInputs.stream()).forEach(i -> {
            if (i.options() != null) options.put(i.name(), i.options().get());
        });
    }

    /** A fresh form with nothing in it. Called within a reading transaction when the form has choices. */
    public static FormView blank(Form form) {
        return new FormView(form, new LinkedHashMap<>(), List.of(), UUID.randomUUID().toString());
    }

    static FormView refused(Form form, Map<String, String[]> raw, List<Typed.Problem> problems, String key) {
        var values = new LinkedHashMap<String, List<String>>();
        raw.forEach((k, v) -> values.put(k, List.of(v)));
        return new FormView(form, values, problems, key);
    }

    /** Fills an input; for a line input, one value a line. */
    public FormView with(String name, @Nullable Object value) {
        values.put(name, List.of(value == null ? "" : value.toString()));
        return this;
    }

    public FormView withLine(String name, @Nullable Object value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value == null ? "" : value.toString());
        return this;
    }

    public String formKey() {
        return form.key;
    }

    /** Where the words of the line grid stand. */
    public String lineKey() {
        return form.lineKey;
    }

    /** The idempotency key of this rendered form. */
    public String key() {
        return key;
    }

    public List<Form.Input> inputs() {
        return form.inputs;
    }

    public List<Form.Input> lineInputs() {
        return form.lineInputs;
    }

    public Map<String, String> options(String name) {
        return options.getOrDefault(name, Map.of());
    }

    public String value(String name) {
        return line(0, name);
    }

    public String line(int index, String name) {
        var all = values.get(name);
        return all == null || index >= all.size() ? "" : all.get(index);
    }

    /** How many lines to draw: those filled and one more, five at least. */
    public int lineCount() {
        var filled = form.lineInputs.stream().mapToInt(i -> values.getOrDefault(i.name(), List.of()).size()).max().orElse(0);
        return Math.max(5, Math.min(filled + 1, Typed.MAX_LINES));
    }

    public @Nullable String error(String field) {
        return problems.stream().filter(p -> field.equals(p.field())).map(Typed.Problem::sentence).findFirst().orElse(null);
    }

    /** Every problem, with the id of its field, for the summary at the top. */
    public List<Map.Entry<String, String>> errors() {
        return problems.stream().map(p -> Map.entry(p.field() == null ? "main" : p.field(), p.sentence())).toList();
    }

    public boolean uploads() {
        return form.uploads();
    }

    public boolean refused() {
        return !problems.isEmpty();
    }
}
