package org.zongwu.termreport.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the name of who answers for it to every number that no record says (人工填报, R-SUM-2) and to every task that a person sets: what
 * stood there before keeps the name that it had, what is new or changed has the name of who saves. Whatever name was typed is not looked at.
 */
final class Signing {
    private static final Pattern NUMBER = Pattern.compile("\\{!([^|{}]+)(?:\\|([^{}]*))?}");
    private static final Pattern FIGURE_TASK = Pattern.compile("\\+\\s*[A-Z][A-Z0-9_]{2,}\\s.*");

    private final Map<String, String> known = new HashMap<>();
    private final String by;

    private Signing(String by) {
        this.by = by;
    }

    static String of(String before, String body, String by) {
        var signing = new Signing(by);
        before.lines().forEach(signing::learn);
        return String.join("\n", body.strip().lines().map(signing::signed).toList()) + "\n";
    }

    private void learn(String line) {
        if (isTask(line)) known.put(task(line), name(line));
        var number = NUMBER.matcher(line);
        while (number.find()) if (number.group(2) != null) known.putIfAbsent(number(line, number.group(1)), number.group(2));
    }

    private String signed(String line) {
        var numbers = NUMBER.matcher(line).replaceAll(m -> java.util.regex.Matcher.quoteReplacement("{!" + m.group(1).strip() + "|" + known.getOrDefault(number(line, m.group(1)), by) + "}"));
        return isTask(line) ? numbers.replaceFirst("\\s*@[^@]*$", "").stripTrailing() + " @" + known.getOrDefault(task(line), by) : numbers;
    }

    private static boolean isTask(String line) {
        return line.startsWith("+") && !FIGURE_TASK.matcher(line).matches();
    }

    private static String task(String line) {
        return List.of(line.replaceFirst("\\s*@[^@]*$", "").stripTrailing().split("\\s*[｜|]\\s*", -1)).toString();
    }

    private static String name(String line) {
        var at = line.lastIndexOf('@');
        return at < 0 ? "" : line.substring(at + 1).strip();
    }

    /** A number is the same while the sentence before it is. */
    private static String number(String line, String words) {
        var at = line.indexOf("{!" + words);
        return words.strip() + "\u0000" + NUMBER.matcher(line.substring(Math.max(0, at - 12), Math.max(0, at))).replaceAll("");
    }
}
