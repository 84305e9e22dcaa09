package org.zongwu.stores.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.stores.returns.ReturnKind;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;

/** Every month's end by category, and the books beside it. */
class MonthIT extends SlipOffice {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 10);

    @Autowired MonthBooks books;
    @Autowired ReturnKind returns;

    @Test
    void every_month_carries_on_from_the_one_before_and_is_what_the_books_say() {
        openSchool();
        var paper = item("0101", "复印纸", "包");
        receive(SEPTEMBER, at(paper, "包", 10, "20"));
        var no = issue(TODAY, out(paper, "包", 4));
        posted(teacher, returns, SlipContent.of(no, TODAY, line(paper, "包", 1)));
        assertThat(months()).containsExactly("2026-09 0 20000 0 20000 20000 AGREES", "2026-10 20000 0 0 20000 20000 AGREES", "2026-11 20000 0 6000 14000 14000 AGREES");
        assertThat(categories(LocalDate.of(2026, 11, 1))).containsExactly("办公用品 200.00 0.00 60.00 140.00");
        assertThat(categories(LocalDate.of(2026, 9, 1))).containsExactly("办公用品 0.00 200.00 0.00 200.00");
        assertThat(categories(LocalDate.of(2026, 8, 1))).isEmpty();
        assertThat(balance("1302")).isEqualTo(Money.ofYuan("140"));
    }

    @Test
    void a_school_that_never_moved_anything_has_no_months() {
        openSchool();
        assertThat(months()).isEmpty();
    }

    private List<String> months() {
        return tenancy.<List<String>>read(school, () -> {
            var r = books.rows();
            return db.selectFrom(r).orderBy(r.field("month")).fetch(m -> m.get("name") + " " + m.get("opening") + " " + m.get("came") + " " + m.get("used") + " " + m.get("closing") + " " + m.get("booked") + " "
                    + m.get("state"));
        });
    }

    private List<String> categories(LocalDate first) {
        return tenancy.<List<String>>read(school, () -> books.categories(new Span(first, first.plusMonths(1).minusDays(1))).stream()
                .map(c -> c.category() + " " + c.opening() + " " + c.came() + " " + c.used() + " " + c.closing()).toList());
    }
}
