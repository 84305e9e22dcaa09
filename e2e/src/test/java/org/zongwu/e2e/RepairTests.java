package org.zongwu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A pupil reports in three taps and a photo over a line that drops, a worker works, the pupil confirms; a morning of reports goes out by keys. */
class RepairTests {
    private static final Pattern STORY = Pattern.compile(".*/r/qinghe/t/[A-Za-z0-9_-]{22}");
    private final Product office = Product.demo();

    @Test
    void from_the_door_to_the_confirmation() throws Exception {
        var pupil = phone();
        var page = pupil.newPage();
        page.navigate(door());
        slow(pupil, 2);
        page.locator(".pick label").nth(3).click();
        page.locator("#photo").setInputFiles(new FilePayload("IMG_0001.png", "image/png", picture()));
        assertThat(page.locator("[data-shots] img")).hasCount(1);
        page.locator(".act button").click();
        page.waitForURL(STORY);
        var story = page.url();
        assertThat(page.locator(".shots img")).hasCount(1);
        assertThat(page.locator(".zw-stand")).containsText("待派工");
        var no = page.locator("h1").innerText().replaceAll(".*(BX-\\d{4}-\\d{5}).*", "$1");

        var dispatcher = Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), "dispatcher");
        dispatcher.navigate("/repairs/board");
        var card = dispatcher.locator("[data-card]").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(no.substring(3)));
        var login = "worker";
        var worker = Browsers.login(Browsers.context(office.base, 390, 844, ColorScheme.LIGHT), login);
        card.locator("select").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(card.locator("option").allInnerTexts().stream().filter(o -> o.startsWith(name(worker))).findFirst().orElseThrow()));
        card.locator("button").click();
        dispatcher.waitForURL(Pattern.compile(".*did=dispatch.*"));

        worker.navigate("/repairs/jobs");
        var job = worker.locator(".zw-job").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(no));
        job.locator("button.pri").click();
        worker.waitForURL(Pattern.compile(".*/repairs/jobs/.*did=acknowledgement"));
        worker.locator("button:has-text('到现场')").click();
        worker.waitForURL(Pattern.compile(".*did=visit"));
        worker.locator("a.btn.pri:has-text('修好了')").click();
        worker.fill("[name=solution]", "换阀芯");
        worker.locator("form button.pri").click();
        worker.waitForURL(Pattern.compile(".*did=repair"));

        page.navigate(story);
        assertThat(page.locator(".zw-stand")).containsText("等你确认");
        page.locator("button[name=rating][value=SATISFIED]").click();
        page.waitForURL(STORY);
        assertThat(page.locator(".zw-stand")).containsText("已确认");
        assertThat(page.locator(".tl")).containsText("换阀芯");
        pupil.close();
    }

    @Test
    void forty_reports_of_a_morning_go_out_by_enter() throws Exception {
        try (var teacher = Session.login(office.base, "teacher")) {
            for (var i = 0; i < 40; i++) {
                var made = teacher.post("/repairs/tickets", Map.of("place", List.of("操场" + i), "trade", List.of(i % 2 == 0 ? "ELECTRIC" : "LOCK"), "content", List.of("早上报的第 " + i + " 件")), UUID.randomUUID());
                assertThat(made.statusCode()).isEqualTo(303);
            }
        }
        var page = Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), "dispatcher");
        page.navigate("/repairs/board?q=" + java.net.URLEncoder.encode("操场", java.nio.charset.StandardCharsets.UTF_8));
        for (var i = 0; i < 40; i++) {
            assertThat(page.locator("[data-dispatch] select").first()).isFocused();
            var first = page.locator("[data-card] a").first().getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForFunction("first => !document.querySelector('[data-lane=WAITING] [data-card] a[href=\"' + first + '\"]')", first);
        }
        assertThat(page.locator("[data-lane=WAITING] [data-card]")).hasCount(0);
    }

    /** A code on a door that has been printed. */
    private String door() {
        var page = Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), "dispatcher");
        page.navigate("/repairs/doors");
        var room = page.locator("input[name=room]").first().getAttribute("value");
        var text = page.evaluate("async room => { const f = new FormData(); f.append('_csrf', document.querySelector('[name=_csrf]').value); f.append('room', room);"
                + " const r = await fetch('/repairs/doors/sheet.pdf', {method: 'POST', body: f}); return r.status + ' ' + (r.headers.get('X-Door-Codes') || ''); }", room).toString();
        assertThat(text).startsWith("200 ");
        return "/r/qinghe/" + text.substring(4).strip();
    }

    private BrowserContext phone() {
        return Browsers.context(office.base, 390, 844, ColorScheme.LIGHT);
    }

    /** The first so many times something is sent the line is dead; whatever arrives takes its time. */
    private static void slow(BrowserContext context, int drops) {
        var dropped = new AtomicInteger();
        context.route("**/*", route -> {
            if (route.request().method().equals("POST") && dropped.getAndIncrement() < drops) route.abort("internetdisconnected");
            else resume(route);
        });
    }

    private static void resume(Route route) {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        route.resume();
    }

    private static String name(Page page) {
        // On a phone it is there and not seen
        return page.locator(".zw-me span").first().evaluate("e => e.firstChild.textContent.trim()").toString();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
