package org.zongwu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The storekeeper works without a mouse: everything is reached, everything shows that it is reached, nothing happens by mistake. */
class KeyboardTests {
    private final Product office = Product.demo();

    @Test
    void a_slip_is_written_submitted_and_posted_by_keys_alone() throws Exception {
        var page = Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT).newPage();
        var keys = page.keyboard();
        page.navigate("/login");
        keys.type("storekeeper");
        keys.press("Tab");
        keys.type(Browsers.PASSWORD);
        keys.press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));

        // past the frame by the first stop, then to the button
        keys.press("Tab");
        keys.press("Enter");
        tabTo(page, "a[href='/stores/issues/new']");
        keys.press("Enter");
        page.waitForURL("**/stores/issues/new");
        assertThat(page.locator("#receiver")).isFocused();
        try (var teacher = Session.login(office.base, "teacher")) {
            keys.type(name(teacher));
            page.locator(".zw-pop .o").first().waitFor();
            keys.press("ArrowDown");
            keys.press("Enter");
            keys.press("Tab");
            keys.press("ArrowDown"); // the first warehouse
            tabTo(page, "#item-0");
            line(page, "3");
            assertThat(page.locator("#item-1")).isFocused();
            line(page, "0.5");
            keys.press("Control+Enter");
            page.waitForURL(Pattern.compile("/stores/issues/[0-9a-f-]{36}\\?did=submitted"));
            var slip = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");

            assertThat(teacher.post(slip + "/signature?version=2", Map.of(), java.util.UUID.randomUUID()).statusCode()).isEqualTo(303);
            page.reload();
            keys.press("Control+Enter");
            assertThat(page.locator("article.paper .no")).containsText(Pattern.compile("LW-2026-"));

            // the way back shows what became of it, and posts nothing a second time
            var no = page.locator("article.paper .no").innerText();
            page.goBack();
            assertThat(page.locator("article.paper .no")).hasText(no);
            assertThat(page.locator("button[data-send]")).hasCount(0);
        }
    }

    @Test
    void back_to_a_form_that_was_sent_is_a_new_form() {
        var page = keeper();
        page.navigate("/stores/items/new");
        var key = page.locator("form input[name=_key]").inputValue();
        var code = "T" + System.nanoTime() % 1_000_000;
        page.fill("#code", code);
        page.fill("#name", "试件");
        page.fill("#unit", "件");
        page.selectOption("#category", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.endsWith("/new"));
        page.goBack();
        page.waitForFunction("key => document.querySelector('form.zw-form input[name=_key]').value !== key", key);
    }

    @Test
    void enter_while_words_are_being_composed_neither_moves_nor_sends() {
        var page = keeper();
        page.navigate("/stores/issues/new");
        page.focus("#item-0");
        for (var selector : List.of("#item-0", "#quantity-0", "#receiver")) {
            page.focus(selector);
            for (var how : List.of("{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}", "{key: 'Enter', keyCode: 229, bubbles: true, cancelable: true}",
                    "{key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true}")) {
                page.evaluate("s => document.querySelector(s).dispatchEvent(new KeyboardEvent('keydown', " + how + "))", selector);
                assertThat(page.locator(selector)).isFocused();
            }
        }
        assertThat(page.url()).endsWith("/stores/issues/new");
    }

    @Test
    void the_grid_is_walked_with_enter_and_arrows_and_lines_are_pasted_and_added_up() {
        var page = keeper();
        page.navigate("/stores/receipts/new");
        page.focus("#item-4");
        page.keyboard().press("ArrowDown"); // the last line begets the next
        assertThat(page.locator("#item-5")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#item-4")).isFocused();
        page.focus("#item-0");
        page.evaluate("""
                () => { const data = new DataTransfer(); data.setData('text', 'BG-01\\t10\\t包\\t2.50\\nBG-02\\t2\\t包\\t1.25\\n');
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }""");
        assertThat(page.locator("#quantity-1")).hasValue("2");
        assertThat(page.locator("[data-grand]")).containsText("27.50");
        assertThat(page.locator("tr[data-line]").first().locator("td[data-said]")).hasCount(1);
        page.focus("#quantity-0");
        page.keyboard().press("Enter");
        assertThat(page.locator("#unit-0")).isFocused();
        page.locator("[data-delete-line]").first().press("Enter");
        assertThat(page.locator("[data-grand]")).containsText("2.50");
        assertThat(page.locator("#item-0")).isFocused();
    }

    @Test
    void a_question_mark_lists_the_keys_unless_somebody_is_typing_or_does_not_want_it() {
        var page = keeper();
        page.navigate("/");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.locator("[data-keys-off]").check();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.reload();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
        tabTo(page, "[data-keys]"); // the button still opens it
        page.keyboard().press("Enter");
        page.locator("[data-keys-off]").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.keyboard().type("?");
        assertThat(page.locator("#search")).hasValue("?");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void every_stop_shows_that_it_has_the_focus_and_nothing_covers_it() {
        var page = keeper();
        var faults = new ArrayList<String>();
        for (var path : List.of("/", "/stores/receipts", "/stores/issues/new", "/stores/items/new", "/summary", "/figures", "/imports", "/account")) {
            page.navigate(path);
            page.evaluate("() => document.activeElement && document.activeElement.blur()");
            var seen = new HashSet<String>();
            for (var i = 0; i < 150; i++) {
                page.keyboard().press("Tab");
                var stop = page.evaluate("""
                        () => { const e = document.activeElement;
                          if (!e || e === document.body) return null;
                          const s = getComputedStyle(e), r = e.getBoundingClientRect();
                          // A pane that is higher than the window goes on below the bar: what counts is the part that is seen
                          const tall = r.height > innerHeight / 2, hit = document.elementFromPoint(r.left + r.width / 2, tall ? (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2 : r.top + Math.min(r.height / 2, 20));
                          if (!e.dataset.stop) e.dataset.stop = String(Math.random());
                          const ring = s.boxShadow !== 'none' || s.outlineStyle !== 'none' && s.outlineWidth !== '0px';
                          const clear = hit && (e.contains(hit) || hit.contains(e) && hit !== document.body || hit.closest('label') && hit.closest('label') === e.closest('label'));
                          return e.dataset.stop + (ring ? '' : ' has no ring') + (clear ? '' : ' is covered') + '|' + e.outerHTML.slice(0, 90); }""");
                if (stop == null) break;
                var parts = ((String) stop).split("\\|", 2);
                if (!seen.add(parts[0].split(" ")[0])) break;
                if (parts[0].contains(" ")) faults.add(path + ": " + parts[1] + parts[0].replaceFirst("\\S+", ""));
            }
            assertThat(seen).as("stops on " + path).hasSizeGreaterThan(10);
        }
        assertThat(faults).isEmpty();
    }

    private Page keeper() {
        return Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), "storekeeper");
    }

    private static void tabTo(Page page, String selector) {
        for (var i = 0; i < 80; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement && document.activeElement.matches(s)", selector))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no tab stop " + selector);
    }

    /** Chooses an item by its initials, writes how many, leaves the unit, and so comes to the next line. */
    private static void line(Page page, String quantity) {
        page.keyboard().type("fb");
        page.locator(".zw-pop .o").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.locator(".zw-pop").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.keyboard().press("Enter");
        page.keyboard().type(quantity);
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
    }

    private static String name(Session person) throws Exception {
        var found = Pattern.compile("class=\"zw-me\"[^>]*><span>([^<]+)<").matcher(person.get("/").body());
        if (!found.find()) throw new IllegalStateException("no name");
        return found.group(1);
    }
}
