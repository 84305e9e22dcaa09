package org.zongwu.ledger.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;

@Office
class BooksIT {
    @Autowired private BooksService books;
    @Autowired private BooksTodos todos;
    @Autowired private Ledger ledger;
    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private Clock clock;

    private Actor accountant;
    private LocalDate today;

    @BeforeEach
    void school() {
        var school = schools.open("y" + UUID.randomUUID().toString().substring(0, 12), "某某小学", false).id();
        accountant = new Actor(school, Ids.next(), "李会计", Set.of(Duty.ACCOUNTANT));
        today = LocalDate.now(clock);
    }

    @Test
    void until_the_accountant_opens_the_year_nothing_is_booked_and_the_desk_says_so() {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(this::post).satisfies(e -> assertThat(e.key()).isIn("rule.ledger.never-opened", "rule.ledger.no-booking-rule"));
        assertThat(todos.todos(accountant)).singleElement().satisfies(t -> assertThat(t.title()).contains("" + today.getYear()));

        books.openYear(accountant, books.nextYear(accountant, today));
        post();

        assertThat(todos.todos(accountant)).isEmpty();
        assertThat(books.nextYear(accountant, today)).isEqualTo(today.getYear() + 1);
    }

    @Test
    void only_an_accountant_is_asked() {
        var storekeeper = new Actor(accountant.schoolId(), Ids.next(), "王保管", Set.of(Duty.STOREKEEPER));
        assertThat(todos.todos(storekeeper)).isEmpty();
    }

    @Test
    void a_year_is_opened_once_and_none_that_is_far_off_or_over() {
        books.openYear(accountant, today.getYear());
        refused(today.getYear(), "rule.ledger.year-opened");
        refused(2018, "rule.ledger.year-range");
        refused(today.getYear() + 2, "rule.ledger.year-range");

        books.close(accountant, new FiscalPeriod(today.getYear(), 1));
        refused(today.getYear() - 1, "rule.ledger.year-before-closed");
    }

    private void refused(int year, String key) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> books.openYear(accountant, year)).satisfies(e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.field()).isEqualTo("year");
        });
    }

    private void post() {
        tenancy.write(accountant.schoolId(), () -> {
            ledger.post("STORES_RECEIPT", "FISCAL", today, new WorkRef("stores.receipt", Ids.next(), "RK-1"), "入库 RK-1", new Money(100));
        });
    }
}
