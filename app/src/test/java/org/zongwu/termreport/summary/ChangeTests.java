package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;

class ChangeTests {
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));

    @Test
    void only_what_differs_is_a_change_and_both_numbers_are_told() {
        var changes = Change.between(book(figure("A", "290", 1), figure("B", "5.50", 1)), book(figure("A", "291", 1), figure("B", "5.5", 1)));

        assertThat(changes).hasSize(1).first().satisfies(change -> {
            assertThat(change.written().value()).isEqualByComparingTo("290");
            assertThat(change.now().value()).isEqualByComparingTo("291");
            assertThat(change.sameDefinition()).isTrue();
        });
    }

    @Test
    void a_figure_that_got_its_first_record_or_lost_its_last_has_changed() {
        assertThat(Change.between(book(figure("A", null, 1)), book(figure("A", "0", 1)))).hasSize(1);
        assertThat(Change.between(book(figure("A", "0", 1)), book(figure("A", null, 1)))).hasSize(1);
        assertThat(Change.between(book(figure("A", null, 1)), book(figure("A", null, 1)))).isEmpty();
    }

    @Test
    void another_definition_is_a_change_that_cannot_be_compared() {
        assertThat(Change.between(book(figure("A", "5", 1)), book(figure("A", "5", 2)))).hasSize(1).first()
                .matches(change -> !change.sameDefinition());
    }

    @Test
    void a_figure_that_nobody_counts_any_more_is_told_and_a_new_one_is_not() {
        assertThat(Change.between(book(figure("A", "5", 1)), book(figure("B", "5", 1)))).hasSize(1).first()
                .satisfies(change -> assertThat(change.now()).isNull());
    }

    private static FigureBook book(Figure... figures) {
        return new FigureBook(TERM, Instant.EPOCH, List.of(figures));
    }

    private static Figure figure(String id, @Nullable String value, int version) {
        return new Figure(new FigureDefinition(id, Unit.DOCUMENT, version), TERM, value == null ? null : new BigDecimal(value), Grade.WORKED, 1, "/x");
    }
}
