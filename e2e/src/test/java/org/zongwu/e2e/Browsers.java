package org.zongwu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One Chromium of the machine for all tests, and one logged-in context a person. */
final class Browsers {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");
    static final String PASSWORD = "qinghe-2026";

    private static Browser browser;

    private Browsers() {}

    static synchronized Browser chromium() {
        if (browser == null) {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path executable() {
        var named = System.getenv("ZONGWU_BROWSER");
        if (named != null) return Path.of(named);
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found. Install Debian's package chromium, or name one in ZONGWU_BROWSER."));
    }

    static BrowserContext context(String base, int width, int height, ColorScheme scheme) {
        var context = chromium().newContext(new Browser.NewContextOptions().setBaseURL(base).setViewportSize(width, height).setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE).setLocale("zh-CN"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** A page of somebody who has logged in with his demo account. */
    static Page login(BrowserContext context, String login) {
        return login(context, login, PASSWORD);
    }

    static Page login(BrowserContext context, String login, String password) {
        var page = context.newPage();
        page.navigate("/login");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", password);
        page.click("form button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }
}
