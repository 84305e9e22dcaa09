package org.zongwu.walls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Guarded;

/** The authorisation matrix as it is written: METHOD PATH to who may. */
final class Matrix {
    /** Who may call an endpoint. */
    record Who(boolean open, boolean everyone, boolean programs, Set<Duty> duties) {
        static Who of(Guarded.Access access) {
            return new Who(access.open(), access.everyone(), access.programs(), access.duties());
        }

        boolean may(Duty duty) {
            return open || everyone || duties.contains(duty);
        }
    }

    private Matrix() {}

    static Map<String, Who> read() {
        try (InputStream in = Matrix.class.getResourceAsStream("/authorisation.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Who> parse(String text) {
        var groups = new HashMap<String, Set<Duty>>();
        var rows = new TreeMap<String, Who>();
        for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList()) {
            var words = line.split("\\s+");
            if (words[1].equals("=")) groups.put(words[0], duties(words, 2, groups));
            else if (words[0].equals("BOOK")) book(words, groups, rows);
            else rows.put(words[0] + " " + words[1], who(words, groups));
        }
        return rows;
    }

    /** {@code BOOK PATH READ … WRITE … VOID …}: the addresses that every logbook has. */
    private static void book(String[] words, Map<String, Set<Duty>> groups, Map<String, Who> rows) {
        var path = words[1];
        var all = List.of(words);
        var write = all.indexOf("WRITE");
        var cancel = all.indexOf("VOID");
        var reads = who(words(all, path, 3, write), groups);
        var writes = who(words(all, path, write + 1, cancel), groups);
        var voids = who(words(all, path, cancel + 1, words.length), groups);
        for (var read : List.of("GET %s", "GET %s/pick", "GET %s/{id}", "POST %s/{id}/prints", "GET %s/{id}/prints/{nth}")) rows.put(read.formatted(path), reads);
        for (var w : List.of("GET %s/new", "POST %s")) rows.put(w.formatted(path), writes);
        for (var v : List.of("GET %s/{id}/voiding", "POST %s/{id}/voiding")) rows.put(v.formatted(path), voids);
    }

    private static String[] words(List<String> all, String path, int from, int to) {
        return Stream.concat(Stream.of("BOOK", path), all.subList(from, to).stream()).toArray(String[]::new);
    }

    private static Who who(String[] words, Map<String, Set<Duty>> groups) {
        if (words[2].equals("OPEN")) return new Who(true, false, false, Set.of());
        if (words[2].equals("EVERYONE")) return new Who(false, true, false, Set.of());
        if (words[2].equals("PROGRAMS")) return new Who(false, false, true, Set.of());
        return new Who(false, false, false, duties(words, 2, groups));
    }

    private static Set<Duty> duties(String[] words, int from, Map<String, Set<Duty>> groups) {
        var duties = EnumSet.noneOf(Duty.class);
        for (var i = from; i < words.length; i++) {
            if (groups.containsKey(words[i])) duties.addAll(groups.get(words[i]));
            else duties.add(Duty.valueOf(words[i]));
        }
        return duties;
    }
}
