package org.zongwu.imports.mapping;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts by field for one row. Every row of a sheet shares the names, so that a hundred thousand rows stay small. */
final class RowCells extends AbstractMap<String, String> {
    private final String[] fields;
    private final Map<String, Integer> places;
    private final String[] texts;

    RowCells(String[] fields, Map<String, Integer> places, String[] texts) {
        this.fields = fields;
        this.places = places;
        this.texts = texts;
    }

    @Override
    public @Nullable String get(Object field) {
        var place = places.get(field);
        return place == null ? null : texts[place];
    }

    @Override
    public boolean containsKey(Object field) {
        return places.containsKey(field);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Iterator<>() {
                    private int at;

                    @Override
                    public boolean hasNext() {
                        return at < fields.length;
                    }

                    @Override
                    public Entry<String, String> next() {
                        return Map.entry(fields[at], texts[at++]);
                    }
                };
            }

            @Override
            public int size() {
                return fields.length;
            }
        };
    }
}
