package org.zongwu.access.own;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in two words. A guess, for people to recognise their own devices; nothing is decided by it. */
final class Device {
    private static final Map<String, String> BROWSERS = words("MicroMessenger", "WeChat", "Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = words("HarmonyOS", "HarmonyOS", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "macOS", "Linux", "Linux");

    private Device() {}

    static String of(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) return agent.isBlank() ? "?" : agent.substring(0, Math.min(40, agent.length()));
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream().filter(w -> agent.contains(w.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    /** In order: a browser names those that it resembles after itself. */
    private static Map<String, String> words(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
