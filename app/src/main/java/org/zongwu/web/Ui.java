package org.zongwu.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** What every template needs of its surroundings: who reads, in which language, where in the menu. */
public final class Ui {
    private final Messages messages;
    private final Shell shell;
    private final Predicate<String> reach;

    /** @param reach which paths the reader may open */
    public Ui(Messages messages, Shell shell, Predicate<String> reach) {
        this.messages = messages;
        this.shell = shell;
        this.reach = reach;
    }

    /** Whether the reader may open the path; a page offers no link that would be refused. */
    public boolean may(@Nullable String path) {
        return path != null && reach.test(path);
    }

    /** The message in the reader's language. */
    public String t(String key, Object... args) {
        return messages.say(key, args);
    }

    public String first(String... keys) {
        return messages.first(keys);
    }

    public boolean has(String key) {
        return messages.has(key);
    }

    /** What the menu calls the page; its path when it is in no menu of the reader. */
    public String called(String path) {
        var plain = path.replaceAll("[?#].*", "");
        return shell.groups().stream().flatMap(g -> g.items().stream()).filter(i -> i.path().equals(plain)).map(Item::name).findFirst().orElse(plain);
    }

    public Shell shell() {
        return shell;
    }

    public @Nullable Actor actor() {
        return shell.actor();
    }

    public String lang() {
        return Messages.locale().getLanguage().equals("en") ? "en" : "zh-CN";
    }

    public String csrf() {
        return shell.csrf();
    }

    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The path of an icon (Tabler outline, 24 × 24). */
    public String icon(String name) {
        return Icons.path(name);
    }

    /**
     * The frame around a page.
     *
     * @param title   of the school, as on the mark at the top
     * @param did     the sentence of what was just done, after a redirect
     * @param asset   version of the static files, part of their addresses
     */
    public record Shell(@Nullable Actor actor, String title, String dutyWords, @Nullable String note, List<Group> groups, int todos, String path, String csrf,
            boolean demo, boolean insecure, @Nullable String did, String asset) {}

    /** @param apart whether a line stands above it: here begins what the work is done with */
    public record Group(String name, String icon, boolean open, boolean apart, List<Item> items) {}

    public record Item(String name, String path, boolean current) {}
}
