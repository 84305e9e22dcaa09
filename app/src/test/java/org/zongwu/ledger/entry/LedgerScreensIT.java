package org.zongwu.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.ledger.Ledgers;

@Office
class LedgerScreensIT {
    @Autowired
    private Ledger ledger;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private Schools schools;

    @Autowired
    private MockMvc web;

    private Actor accountant;

    @BeforeEach
    void books() {
        var school = schools.open("s" + UUID.randomUUID().toString().substring(0, 12), "某某小学", false).id();
        accountant = new Actor(school, Ids.next(), "李会计", Set.of(Duty.ACCOUNTANT));
        ledgers.open(accountant, 2026, 2026);
        tenancy.write(school, () -> {
            ledger.post("STORES_RECEIPT", "FISCAL", LocalDate.of(2026, 9, 1), document(1), "入库 RK-2026-00001", new Money(123_456));
            ledger.post("STORES_ISSUE", "TEACHING", LocalDate.of(2026, 10, 9), document(2), "领用 LW-2026-00002", new Money(3_456));
        });
    }

    @Test
    void entries_show_both_books_and_their_totals() throws Exception {
        var page = page("/ledger/entries");
        assertThat(page).contains("业务分录", "RK-2026-00001", "财务会计", "预算会计", "库存物品", "1,234.56");
        assertThat(page).contains("2,503.68"); // 2 × 1,234.56 + 34.56, debit and credit
    }

    @Test
    void entries_are_filtered_by_account_and_month() throws Exception {
        assertThat(page("/ledger/entries?account=1302&period=2026-10")).contains("LW-2026-00002").doesNotContain("RK-2026-00001");
        assertThat(page("/ledger/entries?account=7201")).contains("1,234.56").doesNotContain("LW-2026-00002");
    }

    @Test
    void balances_carry_on_from_month_to_month() throws Exception {
        var page = page("/ledger/balances?period=2026-10&account=1302");
        assertThat(page).contains("1,234.56", "34.56", "1,200.00");
        assertThat(page("/ledger/balances?period=2026-08")).doesNotContain("1,234.56");
    }

    @Test
    void entries_leave_as_a_spreadsheet_and_as_exact_numbers() throws Exception {
        assertThat(answer("/ledger/entries?format=xlsx", accountant).getContentType()).contains("spreadsheetml");
        assertThat(page("/ledger/entries?format=json&account=1302")).contains("\"1234.56\"");
    }

    @Test
    void a_teacher_does_not_read_the_books() throws Exception {
        var teacher = new Actor(accountant.schoolId(), Ids.next(), "陈老师", Set.of(Duty.TEACHER));
        assertThat(answer("/ledger/entries", teacher).getStatus()).isEqualTo(403);
        assertThat(answer("/ledger/balances", teacher).getStatus()).isEqualTo(403);
    }

    private String page(String path) throws Exception {
        var answer = answer(path, accountant);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path, Actor as) throws Exception {
        return web.perform(get(path).with(authentication(new TestingAuthenticationToken(as, null, List.of())))).andReturn().getResponse();
    }

    private static WorkRef document(int n) {
        return new WorkRef("stores.receipt", Ids.next(), (n == 1 ? "RK" : "LW") + "-2026-%05d".formatted(n));
    }
}
