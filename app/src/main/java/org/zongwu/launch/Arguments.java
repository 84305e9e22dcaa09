package org.zongwu.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the sub-command. An unknown option is refused with the nearest right one. */
record Arguments(Map<String, String> options, List<String> words) {
    /** @param known option names without the dashes, and whether a value follows */
    static Arguments parse(Map<String, Boolean> known, boolean takesWords, List<String> typed) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            if (!word.startsWith("--")) {
                if (!takesWords) throw new Misused("这里不能写“" + word + "”", "\"" + word + "\" cannot stand here");
                words.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            var takesValue = known.get(name);
            if (takesValue == null) throw unknown("选项 --" + name, "option --" + name, "--", name, known.keySet());
            if (!takesValue) {
                if (equals >= 0) throw new Misused("选项 --" + name + " 不带值", "option --" + name + " takes no value");
                options.put(name, "");
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (i + 1 < typed.size() && !typed.get(i + 1).startsWith("--")) {
                options.put(name, typed.get(++i));
            } else {
                throw new Misused("选项 --" + name + " 后面要有一个值", "option --" + name + " needs a value");
            }
        }
        return new Arguments(options, words);
    }

    static Misused unknown(String chinese, String english, String dashes, String word, Collection<String> known) {
        var nearest = nearest(word, known);
        return new Misused("没有" + chinese + nearest.map(n -> "，是不是 " + dashes + n + "？").orElse("。用 ./zongwu help 查看用法。"),
                "no " + english + nearest.map(n -> "; did you mean " + dashes + n + "?").orElse("; see ./zongwu help"));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(options.get(name)).filter(v -> !v.isBlank());
    }

    Optional<Path> path(String name) {
        return value(name).map(v -> Path.of(v).toAbsolutePath().normalize());
    }

    /** A port between 1 and 65535. */
    int port(int usual) {
        var typed = value("port");
        if (typed.isEmpty()) return usual;
        if (typed.get().matches("[0-9]{1,5}")) {
            var port = Integer.parseInt(typed.get());
            if (port >= 1 && port <= 65_535) return port;
        }
        throw new Misused("端口应为 1 到 65535 的数字，而不是“" + typed.get() + "”", "a port is a number from 1 to 65535, not \"" + typed.get() + "\"");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream().filter(k -> distance(word, k) <= Math.max(1, k.length() / 2))
                .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
    }

    /** How many letters must be added, dropped or changed. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) row[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
