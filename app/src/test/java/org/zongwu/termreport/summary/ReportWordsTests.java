package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.termreport.template.Part;

class ReportWordsTests {
    private static final Term AUTUMN = term("2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));
    private static final Term SPRING = term("2026-2027-2", LocalDate.of(2027, 2, 20), LocalDate.of(2027, 7, 5));

    private final ReportWords words = new ReportWords(bundle());

    @Test
    void a_term_is_named_by_its_season_and_so_is_the_one_after_it() {
        assertThat(words.names("星城中学", "2026-2027-1", AUTUMN.span())).containsEntry(Part.Name.TERM, "2026年秋季学期")
                .containsEntry(Part.Name.NEXT, "2027年春季学期").containsEntry(Part.Name.FROM, "2026年8月25日");
        assertThat(words.names("星城中学", "2026-2027-2", new Span(SPRING.startsOn(), SPRING.endsOn()))).containsEntry(Part.Name.TERM, "2027年春季学期")
                .containsEntry(Part.Name.NEXT, "2027年秋季学期");
    }

    @Test
    void what_is_left_is_due_before_the_next_term_opens() {
        assertThat(words.due(AUTUMN, List.of(SPRING, AUTUMN))).isEqualTo("2027年2月20日前");
        assertThat(words.due(SPRING, List.of(SPRING, AUTUMN))).isEqualTo("下学期开学前");
    }

    private static Term term(String code, LocalDate opens, LocalDate ends) {
        return new Term(UUID.randomUUID(), code, opens, opens, ends);
    }

    private static ResourceBundleMessageSource bundle() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/termreport");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setAlwaysUseMessageFormat(true);
        return bundle;
    }
}
