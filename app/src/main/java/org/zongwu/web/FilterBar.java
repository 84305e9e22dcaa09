package org.zongwu.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a register can be narrowed by, what it is narrowed by now, and the addresses that say more or less. */
public final class FilterBar {
    private static final String FROM = "from";
    private static final String TO = "to";
    /** Parameters that mean the same in every register. */
    private static final Map<String, String> OWN_WORDS = Map.of("q", "register.words", "on", "register.on");

    private final Register register;
    private final Registers.Asked asked;
    private final Map<String, Map<String, String>> options;
    private final Function<String, String> named;
    private final Messages messages;

    /** @param named what a column says in the first row; empty when there is none */
    FilterBar(Register register, Registers.Asked asked, Map<String, Map<String, String>> options, Function<String, String> named, Messages messages) {
        this.register = register;
        this.asked = asked;
        this.options = options;
        this.named = named;
        this.messages = messages;
    }

    List<Field> fields() {
        var all = new ArrayList<Field>();
        for (var filter : register.filters) {
            switch (filter) {
                case Filter.Found w -> all.add(words(w.name()));
                case Filter.Words w -> all.add(words(w.name()));
                case Filter.Days d -> days(all, called(d.first()));
                case Filter.Span ignored -> days(all, messages.say("label.day"));
                case Filter.Choice c -> all.add(new Field("choice", c.name(), label(c.name()), shown(c.name()), options.get(c.name())));
                case Filter.Flag f when f.offered() -> all.add(new Field("flag", f.name(), label(f.name()), shown(f.name()), Map.of()));
                case Filter.Flag ignored -> { }
                case Filter.Hidden ignored -> { }
                case Filter.Until ignored -> { }
            }
        }
        return all;
    }

    private Field words(String name) {
        return new Field("words", name, messages.first(register.key + ".search", "register.search"), shown(name), Map.of());
    }

    private void days(List<Field> all, String label) {
        all.add(new Field("day", FROM, label, shown(FROM), Map.of()));
        all.add(new Field("day", TO, messages.say("register.to"), shown(TO), Map.of()));
    }

    /** A day is called as its column. */
    private String called(org.jooq.Field<LocalDate> day) {
        return register.columns.stream().filter(c -> c.field().equals(day)).map(c -> label(c.name())).findFirst().orElseGet(() -> messages.say("label.day"));
    }

    Map<String, String> kept() {
        var fields = fields().stream().map(Field::name).collect(Collectors.toSet());
        var all = new LinkedHashMap<>(asked.values());
        all.keySet().removeAll(fields);
        all.remove("exact");
        return all;
    }

    /** A span of days is one. */
    List<Chip> chips() {
        var all = new ArrayList<Chip>();
        asked.values().forEach((name, value) -> {
            if (name.equals("exact") || name.equals(TO) && asked.value(FROM) != null) return;
            all.add(name.equals(FROM) || name.equals(TO) ? new Chip(dayLabel(), span(), without(FROM, TO)) : chip(name, value));
        });
        return all;
    }

    private Chip chip(String name, String value) {
        var label = messages.first(OWN_WORDS.getOrDefault(name, register.key + "." + name), "register." + name, "label." + name);
        if (options.containsKey(name)) return new Chip(label, options.get(name).getOrDefault(value, value), without(name));
        if (value.equals("yes")) return new Chip("", label, without(name));
        var byId = register.filters.stream().filter(f -> f.name().equals(name)).filter(Filter.Hidden.class::isInstance).map(Filter.Hidden.class::cast)
                .filter(h -> h.column() != null || h.field().getType() == UUID.class).findFirst();
        if (byId.isEmpty()) return new Chip(label, value, without(name));
        var words = byId.get().column() == null ? "" : named.apply(byId.get().column());
        return words.isEmpty() ? new Chip("", label, without(name)) : new Chip(label, words, without(name));
    }

    private String dayLabel() {
        return fields().stream().filter(f -> f.name().equals(FROM)).findFirst().orElseThrow().label();
    }

    private String span() {
        var from = asked.value(FROM);
        var to = asked.value(TO);
        return from == null ? messages.say("register.until", to) : to == null ? messages.say("register.since", from) : messages.say("register.between", from, to);
    }

    private String shown(String name) {
        var value = asked.value(name);
        return value == null ? "" : value;
    }

    String label(String name) {
        return messages.first(register.key + "." + name, "label." + name);
    }

    /** This page's address, with another value of one thing. */
    String with(String name, String value) {
        var all = address();
        all.put(name, value);
        return path(all);
    }

    private String without(String... names) {
        var all = address();
        List.of(names).forEach(all::remove);
        return path(all);
    }

    private Map<String, String> address() {
        var all = new LinkedHashMap<>(asked.values());
        if (asked.size() != Registers.Asked.SIZE) all.put("size", Integer.toString(asked.size()));
        var sort = (asked.descending() ? "-" : "") + asked.sortColumn();
        if (!sort.equals(register.sort)) all.put("sort", sort);
        return all;
    }

    private String path(Map<String, String> all) {
        if (all.isEmpty()) return register.path;
        return register.path + "?" + all.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    public record Field(String kind, String name, String label, String value, Map<String, String> options) {}

    /** @param label empty where the words say everything, as "only what counts" */
    public record Chip(String label, String words, String without) {
        /** The whole of it. */
        public String all() {
            return label.isEmpty() ? words : label + " " + words;
        }

        /** What it is called when it is taken away. */
        public String called() {
            return label.isEmpty() ? words : label;
        }
    }
}
