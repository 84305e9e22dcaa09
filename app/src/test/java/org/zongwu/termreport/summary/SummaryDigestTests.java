package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Span;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Manuscript.Align;
import org.zongwu.termreport.template.Manuscript.Bar;
import org.zongwu.termreport.template.Manuscript.Cell;
import org.zongwu.termreport.template.Manuscript.Chart;
import org.zongwu.termreport.template.Manuscript.Head;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Manuscript.Table;

class SummaryDigestTests {
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void a_number_is_the_same_before_it_was_kept_and_after() {
        assertThat(digest(chart("100", "2.5"))).isEqualTo(digest(chart("1E+2", "2.50")));
    }

    @Test
    void every_word_number_and_link_of_a_table_or_a_chart_is_in_it() {
        assertThat(digest(chart("100", "2.5"))).isNotEqualTo(digest(chart("101", "2.5"))).isNotEqualTo(digest(chart("100", null)));
        var all = List.of(table("计划", "修路灯", "/x", null), table("计划表", "修路灯", "/x", null), table("计划", "修门", "/x", null), table("计划", "修路灯", "/y", null), table("计划", "修路灯", "/x", "注"));
        assertThat(all).extracting(SummaryDigestTests::digest).doesNotHaveDuplicates();
    }

    private static String digest(Inserted inserted) {
        var head = new Summary.Head(ID, Subject.office(new Period("2026-2027-1", Period.Kind.TERM, TERM)), 1, "总结", "星城中学", null, "周宁", Instant.EPOCH);
        return new Summary(head, "= 总结", new FigureBook(TERM, Instant.EPOCH, List.of()), Map.of(), List.of(), Map.of(3, inserted)).digest();
    }

    private static Chart chart(String now, @Nullable String then) {
        return new Chart("STOCK_OUT_AMOUNT", "每月领用", "持平。", "元", "本期", "上期", List.of(new Bar("9月", new BigDecimal(now), then == null ? null : new BigDecimal(then))));
    }

    private static Table table(String caption, String words, String link, @Nullable String note) {
        return new Table(caption, List.of(new Head("任务", 1, Align.LEFT)), List.of(List.of(new Cell(words, link))), note);
    }
}
