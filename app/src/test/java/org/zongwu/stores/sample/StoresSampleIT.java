package org.zongwu.stores.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.trail.Tables.RECORD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.SampleData;
import org.zongwu.kernel.Span;
import org.zongwu.stores.StoresOffice;

class StoresSampleIT extends StoresOffice {
    @Autowired StoresSample sample;
    @Autowired List<FigureSource> sources;
    @Autowired DSLContext db;

    @Test
    void a_term_of_work_is_made_by_the_rules_and_every_control_holds() {
        openEmptySchool();
        for (var i = 0; i < 12; i++) person("20%02d".formatted(i), "教师" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i), Duty.TEACHER);
        tenancy.write(school, () -> ledgers.open(director, 2026, 2027));
        var begun = written();
        sample.create(new Example());
        var span = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
        tenancy.read(school, () -> {
            var figures = new HashMap<String, Figure>();
            sources.forEach(s -> s.figures(span).forEach(f -> figures.put(f.definition().id(), f)));
            assertThat(figures.get("STOCK_IN_COUNT").value()).isBetween(BigDecimal.valueOf(60), BigDecimal.valueOf(85));
            assertThat(figures.get("ISSUE_COUNT").value()).isBetween(BigDecimal.valueOf(500), BigDecimal.valueOf(680));
            assertThat(figures.get("STOCK_LOW").value()).isEqualByComparingTo("2");
            assertThat(figures.get("ISSUE_OPEN").value()).isEqualByComparingTo("9");
            for (var kind : List.of("RETURN", "TRANSFER", "SCRAP")) assertThat(figures.get(kind + "_COUNT").value()).isEqualByComparingTo("2");
            for (var kind : List.of("SUPPLIER_RETURN", "PRICE_DIFFERENCE")) assertThat(figures.get(kind + "_COUNT").value()).isEqualByComparingTo("1");
            assertThat(figures.get("RECEIPT_OPEN").value()).isEqualByComparingTo("9");
            return true;
        });
        everythingHolds();
        // However quick the machine: the term is a few thousand rows of trail, and not one a second look
        assertThat(written() - begun).isBetween(2_000, 8_000);
    }

    private int written() {
        return tenancy.<Integer>read(school, () -> db.fetchCount(RECORD, RECORD.SCHOOL_ID.eq(school)));
    }

    private final class Example implements SampleData.SampleSchool {
        private final RandomGenerator random = new Random(7);
        private final Map<Duty, Actor> actors = Map.of(Duty.GA_DIRECTOR, director, Duty.STOREKEEPER, keeper, Duty.BUYER, buyer, Duty.ACCOUNTANT, new Actor(school, acceptor.employeeId(), acceptor.name(), java.util.Set.of(Duty.ACCOUNTANT)));

        @Override
        public long schoolId() {
            return school;
        }

        @Override
        public Actor actor(Duty duty) {
            return actors.get(duty);
        }

        @Override
        public Span term() {
            return new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
        }

        @Override
        public RandomGenerator random() {
            return random;
        }

        @Override
        public void progress(String messageKey, Object... args) {}
    }
}
