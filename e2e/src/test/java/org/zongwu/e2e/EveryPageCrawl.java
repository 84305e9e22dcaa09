package org.zongwu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows every link that a person may follow and looks at each kind of page: it answers, its accessibility has no fault in
 * light and dark, and nothing scrolls sideways on a phone. With {@code -Dzongwu.pictures=DIR} every page is also photographed.
 * It takes many minutes, so it runs when asked for: {@code ./zongwu test -Dtest=EveryPageCrawl}.
 */
class EveryPageCrawl {
    private static final String PICTURES = System.getProperty("zongwu.pictures", "");

    /** Kinds of pages that were looked at closely for somebody already: for the next person they must only answer. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private final Product office = Product.demo();

    @ParameterizedTest
    @ValueSource(strings = {"ga-director", "storekeeper", "accountant", "teacher", "sys-admin", "sec-admin", "log-auditor"})
    void every_page_of_a_person_is_sound(String login) {
        var faults = new ArrayList<String>();
        var context = Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT);
        var page = Browsers.login(context, login);
        var visited = new TreeMap<String, String>();
        var next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty() && visited.size() < 80) {
            var path = next.poll();
            if (visited.containsKey(shape(path))) continue;
            visited.put(shape(path), path);
            look(page, login, path, faults);
            for (var link : links(page)) if (!visited.containsKey(shape(link))) next.add(link);
        }
        context.close();
        assertThat(visited.size()).as("pages of %s: %s", login, visited.keySet()).isGreaterThan(3);
        assertThat(faults).isEmpty();
    }

    private void look(Page page, String login, String path, List<String> faults) {
        var answer = page.navigate(path);
        if (answer.status() >= 400) {
            faults.add(login + " " + path + " answers " + answer.status());
            return;
        }
        if (!LOOKED_AT.add(shape(path))) return;
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.evaluate("s => document.documentElement.dataset.bsTheme = s", scheme.name().toLowerCase());
            new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations()
                    .forEach(v -> faults.add("%s %s %s: %s at %s".formatted(login, path, scheme, v.getId(), v.getNodes().stream().map(n -> String.valueOf(n.getTarget())).limit(3).toList())));
            picture(page, login, path, "1280-" + scheme.name().toLowerCase());
            page.setViewportSize(390, 844);
            var wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) wide).intValue() > 0) faults.add(login + " " + path + " scrolls sideways by " + wide + " px at 390 px");
            picture(page, login, path, "390-" + scheme.name().toLowerCase());
            page.setViewportSize(1280, 800);
        }
    }

    private static void picture(Page page, String login, String path, String kind) {
        if (PICTURES.isEmpty()) return;
        var name = shape(path).replaceAll("[^a-z0-9{}]+", "-");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, login + name + "-" + kind + ".png")).setFullPage(false));
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        var all = (List<String>) page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(h => h.startsWith('/'))");
        var byShape = new LinkedHashMap<String, String>();
        for (var link : all) {
            var path = link.split("#")[0];
            if (path.contains("format=") || path.startsWith("/files/") || path.matches(".*\\.(docx|json|xlsx|pdf|pem|crt)$") || path.contains("/template") || path.contains("/document")) continue;
            byShape.putIfAbsent(shape(path), path);
        }
        return List.copyOf(byShape.values());
    }

    /** Pages of one kind have one shape: ids, numbers and what is asked for do not count. */
    private static String shape(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("/[A-Z][A-Z0-9_]+$", "/{figure}").replaceAll("/(RK|LW)-\\d.*", "/{no}")
                .replaceAll("/\\d{4}-\\d{4}-\\d", "/{term}").replaceAll("/\\d+$", "/{n}");
    }
}
