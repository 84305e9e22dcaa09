package org.zongwu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A teacher asks from the phone, the keeper scans by keys alone, and both end in a slip. */
class RequestTests {
    private final Product office = Product.demo();

    @Test
    void a_teacher_asks_from_the_phone_and_sees_what_became_of_it() {
        var page = Browsers.login(Browsers.context(office.base, 390, 844, ColorScheme.LIGHT), "teacher");
        page.navigate("/stores/requests");
        var first = page.locator("#found [data-offer]").first();
        var name = first.locator("b").innerText();
        first.locator("[data-step='1']").click();
        assertThat(page.locator("[data-chosen] [data-offer]")).hasCount(1);
        page.fill("#find", "z"); // what is chosen stays while somebody searches on
        page.waitForTimeout(500);
        assertThat(page.locator("[data-chosen] [data-offer] b")).hasText(name);
        page.locator("form[data-request] button.pri").click();
        assertThat(page.locator(".note.ok")).isVisible();
        assertThat(page.locator(".zw-own li").first()).containsText(name);
    }

    @Test
    void the_keeper_scans_a_slip_by_keys_alone() throws Exception {
        var page = Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), "storekeeper");
        page.navigate("/stores/scan");
        var keys = page.keyboard();
        assertThat(page.locator("#scan")).isFocused();
        scan(page, "BG-01");
        assertThat(page.locator("[data-scanned] li")).hasCount(1);
        scan(page, "BG-01"); // the same again raises the counter
        assertThat(page.locator("[data-scanned] input.num")).hasValue("2");
        scan(page, "NO-SUCH-CODE");
        assertThat(page.locator("[data-scanned] li.unknown")).hasCount(1);
        assertThat(page.locator("#scan")).isFocused();
        for (var how : new String[] {"{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}", "{key: 'Enter', keyCode: 229, bubbles: true, cancelable: true}"}) {
            page.evaluate("() => { const box = document.getElementById('scan'); box.value = 'BG-02'; box.dispatchEvent(new KeyboardEvent('keydown', " + how + ")); }");
            assertThat(page.locator("[data-scanned] li")).hasCount(2);
        }
        page.fill("#scan", "");
        keys.press("Shift+Tab"); // out of the box and back: everything is reached by keys
        keys.press("Tab");
        tabTo(page, "li.unknown button");
        keys.press("Enter");
        assertThat(page.locator("[data-scanned] li")).hasCount(1);
        tabTo(page, "#warehouse");
        keys.press("ArrowDown");
        tabTo(page, "#receiver");
        try (var teacher = Session.login(office.base, "teacher")) {
            keys.type(name(teacher));
            keys.press("Control+Enter");
            page.waitForURL(Pattern.compile("/stores/issues/[0-9a-f-]{36}/edit.*"));
            assertThat(page.locator("#item-0")).hasValue("BG-01");
            assertThat(page.locator("#quantity-0")).hasValue("2");
            keys.press("Control+Enter");
            page.waitForURL(Pattern.compile("/stores/issues/[0-9a-f-]{36}\\?did=submitted"));
            var slip = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
            assertThat(teacher.post(slip + "/signature?version=3", Map.of(), UUID.randomUUID()).statusCode()).isEqualTo(303);
            page.reload();
            assertThat(page.locator(".st").first()).containsText("已签");
        }
    }

    private static void scan(Page page, String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        page.waitForTimeout(400);
    }

    private static void tabTo(Page page, String selector) {
        for (var i = 0; i < 80; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement && document.activeElement.matches(s)", selector))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no tab stop " + selector);
    }

    private static String name(Session person) throws Exception {
        var found = Pattern.compile("class=\"zw-me\"[^>]*><span>([^<]+)<").matcher(person.get("/").body());
        if (!found.find()) throw new IllegalStateException("no name");
        return found.group(1);
    }
}
