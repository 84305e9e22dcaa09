package org.zongwu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The thread from end to end: goods come in with two signatures, go out against one, and the director opens a figure. */
class StorekeepersDayTests {
    private final Product office = Product.demo();

    @Test
    void goods_come_in_with_two_signatures_and_go_out_against_one() {
        var keeper = person("storekeeper");
        var director = person("ga-director");
        var teacher = person("teacher");
        var before = issueCount(director);

        var supplier = firstSupplier(director);
        write(keeper, "/stores/receipts/new");
        keeper.fill("#supplier", supplier);
        keeper.fill("#buyer", name(person("buyer")));
        keeper.selectOption("#funding", "FISCAL");
        keeper.fill("#acceptor1", name(teacher));
        keeper.fill("#acceptor2", name(director));
        line(keeper, "10", "2.50");
        keeper.click("form[data-once] button.pri");
        assertThat(keeper.locator("article.paper").or(keeper.locator(".zw-errs"))).isVisible();
        assertThat(keeper.locator(".zw-errs")).hasCount(0);
        var receipt = keeper.url();
        sign(teacher, receipt);
        sign(director, receipt);
        keeper.navigate(receipt);
        keeper.click("button:has-text('入库并记账')");
        assertThat(keeper.locator("article.paper .no")).containsText(Pattern.compile("RK-2026-"));

        write(keeper, "/stores/issues/new");
        keeper.fill("#receiver", name(teacher));
        line(keeper, "3", null);
        keeper.click("form[data-once] button.pri:not([name])");
        var issue = keeper.url();
        sign(teacher, issue);
        keeper.navigate(issue);
        keeper.click("button:has-text('发放并记账')");
        assertThat(keeper.locator("article.paper .no")).containsText(Pattern.compile("LW-2026-"));
        assertThat(keeper.locator("article.paper .seal")).isVisible();
        assertThat(issueCount(director)).isEqualTo(before + 1);
    }

    private Page person(String login) {
        return Browsers.login(Browsers.context(office.base, 1280, 800, ColorScheme.LIGHT), login);
    }

    private static String name(Page person) {
        return person.locator(".zw-me span").first().evaluate("e => e.firstChild.textContent").toString().strip();
    }

    private static void write(Page keeper, String path) {
        keeper.navigate(path);
        keeper.selectOption("#warehouse", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    }

    private static String firstSupplier(Page director) {
        director.navigate("/parties");
        return director.locator("table.zw-t tbody tr:first-child td:nth-child(2)").innerText().strip();
    }

    /** Types an item by its first suggestion, as a person does. */
    private static void line(Page keeper, String quantity, String price) {
        keeper.locator("#item-0").pressSequentially("a");
        keeper.locator(".zw-pop .o").first().waitFor();
        keeper.locator("#item-0").press("ArrowDown");
        keeper.locator("#item-0").press("Enter");
        keeper.fill("#quantity-0", quantity);
        if (price != null) keeper.fill("#price-0", price);
    }

    private static void sign(Page person, String document) {
        person.navigate(document);
        person.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("签收|验收"))).click();
        assertThat(person.locator(".note.ok")).isVisible();
    }

    private static int issueCount(Page director) {
        director.navigate("/figures/ISSUE_COUNT");
        var figure = director.locator(".zw-figure a.fig");
        var value = figure.innerText().replaceAll("\\D", "");
        figure.click(); // it opens its rows, and their total is the same number
        assertThat(director.locator("tfoot .zw-sum").innerText().replaceAll("\\D", "")).isEqualTo(value);
        return Integer.parseInt(value);
    }
}
