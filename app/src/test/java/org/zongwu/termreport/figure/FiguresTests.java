package org.zongwu.termreport.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

class FiguresTests {
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Test
    void the_book_holds_every_module_in_order_and_reads_within_one_transaction() {
        var tenancy = new OneRead();
        var book = new Figures(List.of(source("B", "2"), source("A", "1")), List.of(), tenancy, CLOCK).book(7, TERM);

        assertThat(book.figures()).extracting(f -> f.definition().id()).containsExactly("B", "A");
        assertThat(book.computedAt()).isEqualTo(CLOCK.instant());
        assertThat(tenancy.reads).isEqualTo(1);
    }

    @Test
    void two_modules_with_one_id_stop_the_start() {
        assertThatThrownBy(() -> new Figures(List.of(source("A", "1"), source("A", "2")), List.of(), new OneRead(), CLOCK))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("figure A is defined twice");
    }

    @Test
    void a_value_is_kept_exact_to_six_decimals() {
        var book = new Figures(List.of(source("A", "33.3333333333"), source("B", "42.000"), source("C", null)), List.of(), new OneRead(), CLOCK).book(7, TERM);

        assertThat(book.figures()).extracting(FigureBook::exactText).containsExactly("33.333333", "42", null);
        assertThat(book.hasData("A")).isTrue();
        assertThat(book.hasData("C")).isFalse();
        assertThat(book.hasData("D")).isFalse();
    }

    @Test
    void the_file_has_one_shape_and_the_same_book_gives_the_same_bytes() {
        var messages = new StaticMessageSource();
        messages.addMessage("figure.A", Locale.SIMPLIFIED_CHINESE, "入库金额");
        var json = new FiguresJson(new FigureWords(messages));
        var book = new FigureBook(TERM, CLOCK.instant(), List.of(
                new Figure(new FigureDefinition("A", Unit.YUAN, 2), TERM, new BigDecimal("186432.5"), Grade.MIXED, 31, "/stores/receipts?from=2026-08-25"),
                new Figure(new FigureDefinition("B", Unit.DOCUMENT, 1), TERM, null, Grade.NONE, 0, "/b")));

        assertThat(new String(json.of(book), StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("""
                [ {
                  "id" : "A",
                  "name" : "入库金额",
                  "value" : "186432.50",
                  "unit" : "YUAN",
                  "period" : {
                    "from" : "2026-08-25",
                    "to" : "2027-01-20"
                  },
                  "grade" : "MIXED",
                  "evidenceCount" : 31,
                  "link" : "/stores/receipts?from=2026-08-25",
                  "definitionVersion" : 2
                }, {
                  "id" : "B",
                  "name" : "B",
                  "value" : null,
                  "unit" : "DOCUMENT",
                  "period" : {
                    "from" : "2026-08-25",
                    "to" : "2027-01-20"
                  },
                  "grade" : "NONE",
                  "evidenceCount" : 0,
                  "link" : "/b",
                  "definitionVersion" : 1
                } ]
                """);
        assertThat(json.of(book)).isEqualTo(json.of(book));
    }

    private static FigureSource source(String id, @Nullable String value) {
        var definition = new FigureDefinition(id, Unit.DOCUMENT, 1);
        return new FigureSource() {
            @Override
            public List<FigureDefinition> definitions() {
                return List.of(definition);
            }

            @Override
            public List<Figure> figures(Span span) {
                return List.of(new Figure(definition, span, value == null ? null : new BigDecimal(value), Grade.WORKED, 1, "/x"));
            }
        };
    }

    private static final class OneRead implements Tenancy {
        private int reads;

        @Override
        public <T> T read(long schoolId, Supplier<T> work) {
            reads++;
            return work.get();
        }

        @Override
        public <T> T readNow(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T write(long schoolId, Supplier<T> work) {
            throw new AssertionError("figures only read");
        }

        @Override
        public long current() {
            return 7;
        }
    }
}
