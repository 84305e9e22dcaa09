package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users read stands in bundles, in both languages, and nowhere else. */
class MessageKeysTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");
    /** What the mark at the top shows in every language. */
    private static final Set<String> SIGNS = Set.of("总");
    private static final Pattern SAID = Pattern.compile("(?:\\bui\\.t|messages\\.say|new RuleBroken|RuleBroken\\.at)\\(([^;]*)");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+)\"(?! ?\\+)");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        for (var file : bundles("_zh_CN.properties")) {
            var english = Path.of(file.toString().replace("_zh_CN", "_en"));
            assertThat(new TreeSet<>(load(english).stringPropertyNames())).as("%s beside %s: say every sentence in both languages", english, file.getFileName())
                    .isEqualTo(new TreeSet<>(load(file).stringPropertyNames()));
        }
    }

    @Test
    void no_key_is_said_twice_in_one_language() throws IOException {
        var twice = new ArrayList<String>();
        var home = new HashMap<String, Path>();
        for (var file : bundles("_zh_CN.properties")) {
            var seen = new HashSet<String>();
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith("#") || !line.contains("=")) continue;
                var key = line.substring(0, line.indexOf('=')).strip();
                if (!seen.add(key)) twice.add(file.getFileName() + " says " + key + " twice");
                var other = home.putIfAbsent(key, file);
                if (other != null && !other.equals(file)) twice.add(key + " stands in " + other.getFileName() + " and " + file.getFileName());
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_sentence_is_a_well_formed_pattern_that_takes_the_same_arguments_in_both_languages() throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : bundles("_zh_CN.properties")) {
            var chinese = load(file);
            var english = load(Path.of(file.toString().replace("_zh_CN", "_en")));
            for (var key : chinese.stringPropertyNames()) {
                var here = arguments(chinese.getProperty(key));
                var there = arguments(english.getProperty(key, ""));
                if (here < 0 || there < 0) wrong.add(key + " is no message pattern: double a quotation mark ' and close every {");
                else if (here != there) wrong.add(key + " takes " + here + " arguments in Chinese and " + there + " in English");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int arguments(String pattern) {
        try {
            return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                for (var line : Files.readAllLines(file)) found.addAll(words(line).stream().map(w -> file + ": " + w).toList());
            }
        }
        assertThat(found).as("say it in a bundle").isEmpty();
    }

    @Test
    void words_in_a_template_are_found() {
        assertThat(words("<b>保存</b>")).isNotEmpty();
        assertThat(words("<b>${ui.t(\"stores.save\")}</b>")).isEmpty();
    }

    private static List<String> words(String line) {
        return HAN.matcher(line.startsWith("<%--") ? "" : line).results().map(m -> m.group()).filter(c -> !SIGNS.contains(c)).toList();
    }

    @Test
    void every_key_that_is_said_has_a_sentence() throws IOException {
        var known = new HashSet<String>();
        for (var file : bundles("_zh_CN.properties")) known.addAll(load(file).stringPropertyNames());
        var missing = new TreeSet<String>();
        for (var root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file : files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList()) {
                    said(Files.readString(file)).stream().filter(k -> !known.contains(k)).forEach(k -> missing.add(k + " in " + file.getFileName()));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_key_without_a_sentence_is_found() {
        assertThat(said("messages.say(\"stores.nothing-like-it\")")).containsExactly("stores.nothing-like-it");
    }

    private static Set<String> said(String source) {
        var keys = new TreeSet<String>();
        SAID.matcher(source).results().forEach(m -> {
            var argument = m.group(1).length() > 160 ? m.group(1).substring(0, 160) : m.group(1);
            var key = KEY.matcher(argument);
            if (key.find() && argument.substring(0, key.start()).matches("\\s*(\"[^\"]*\",\\s*){0,2}")) keys.add(key.group(1));
        });
        return keys;
    }

    private static List<Path> bundles(String ending) throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
