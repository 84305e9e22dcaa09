package org.zongwu.ledger.entry;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.trail.Pages;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 业务分录 and 科目余额: what the documents have booked, line by line and account by account. */
@Controller
@Allow({GA_DIRECTOR, PRINCIPAL, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER})
class EntryController {
    private static final String ENTRIES = "/ledger/entries";
    private static final String BALANCES = "/ledger/balances";

    private final Registers registers;
    private final EntryRows rows;
    private final Register entries;
    private final Register balances;
    private final Clock clock;

    EntryController(Registers registers, EntryRows rows, Pages pages, Messages messages, Clock clock) {
        this.clock = clock;
        this.registers = registers;
        this.rows = rows;
        entries = Register.of("ledger.entries", ENTRIES)
                .columns(Column.date("day", EntryRows.DAY),
                        Column.code("no", EntryRows.NO).link(r -> pages.path(r.get(EntryRows.TYPE), r.get(EntryRows.OBJECT_ID), r.get(EntryRows.NO))),
                        Column.text("memo", EntryRows.MEMO),
                        Column.word("book", EntryRows.BOOK, "ledger.book"),
                        Column.code("account", EntryRows.LINE_ACCOUNT),
                        Column.text("account-name", EntryRows.ACCOUNT_NAME),
                        Column.money("debit", EntryRows.DEBIT).summed().blank(),
                        Column.money("credit", EntryRows.CREDIT).summed().blank())
                .with(EntryRows.TYPE, EntryRows.OBJECT_ID)
                .words(EntryRows.NO, EntryRows.MEMO)
                .days(EntryRows.DAY)
                .choice("period", EntryRows.LINE_PERIOD, rows::periods)
                .choice("account", EntryRows.LINE_ACCOUNT, rows::accounts)
                .choice("book", EntryRows.BOOK, () -> books(messages))
                .hiddenFilter("object", EntryRows.OBJECT_ID, "no")
                .order("-day", EntryRows.LINE)
                .phone("no", "debit", List.of("day", "account-name"), "credit");
        balances = Register.of("ledger.balances", BALANCES)
                .columns(Column.code("period", EntryRows.BALANCE_PERIOD),
                        Column.code("account", EntryRows.BALANCE_ACCOUNT)
                                .link(r -> ENTRIES + "?account=" + r.get(EntryRows.BALANCE_ACCOUNT) + "&period=" + r.get(EntryRows.BALANCE_PERIOD)),
                        Column.text("account-name", EntryRows.BALANCE_NAME),
                        Column.word("book", EntryRows.BALANCE_BOOK, "ledger.book"),
                        Column.word("side", EntryRows.BALANCE_SIDE, "ledger.side"),
                        Column.money("opening", EntryRows.OPENING).blank(),
                        Column.money("debit", EntryRows.BALANCE_DEBIT).summed().blank(),
                        Column.money("credit", EntryRows.BALANCE_CREDIT).summed().blank(),
                        Column.money("closing", EntryRows.CLOSING))
                .choice("period", EntryRows.BALANCE_PERIOD, rows::periods)
                .choice("account", EntryRows.BALANCE_ACCOUNT, rows::accounts)
                .choice("book", EntryRows.BALANCE_BOOK, () -> books(messages))
                .order("-period", EntryRows.BALANCE_ACCOUNT)
                .phone("account-name", "closing", List.of("period", "side"), "debit")
                .creates("/ledger/years/new", ACCOUNTANT, ACC_SUPERVISOR);
    }

    @GetMapping(ENTRIES)
    Object entries(HttpServletRequest request, Actor actor) {
        return registers.show(entries, rows::entries, request, actor);
    }

    @GetMapping(BALANCES)
    Object balances(HttpServletRequest request, Actor actor) {
        return registers.show(balances, () -> rows.balances(LocalDate.now(clock)), request, actor);
    }

    @Bean
    static NavEntry ledgerEntries() {
        return NavEntry.of("ledger", "ledger.entries.title", ENTRIES, 600, GA_DIRECTOR, PRINCIPAL, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER);
    }

    @Bean
    static NavEntry ledgerBalances() {
        return NavEntry.of("ledger", "ledger.balances.title", BALANCES, 610, GA_DIRECTOR, PRINCIPAL, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER);
    }

    private static Map<String, String> books(Messages messages) {
        var all = new LinkedHashMap<String, String>();
        for (var book : Entry.Book.values()) all.put(book.name(), messages.say("ledger.book." + book.name()));
        return all;
    }
}
