package org.zongwu.termreport.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;

class ManuscriptWriterTests {
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));

    @Test
    void a_figure_stands_in_its_sentence_and_keeps_its_id() {
        var manuscript = write("= {school}总结\n一、领用\n领用{N 张}，共{M}。", "N", "198", "M", "20");

        assertThat(manuscript.title()).containsExactly("星城中学总结");
        assertThat(manuscript.blocks()).containsExactly(new Manuscript.Heading(1, "一、", "领用"), paragraph(
                new Manuscript.Words("领用"), new Manuscript.Number("198", "N"), new Manuscript.Words("张，共"),
                new Manuscript.Number("20", "M"), new Manuscript.Words("。")));
        assertThat(manuscript.missing()).isEmpty();
        assertThat(manuscript.figures()).isEqualTo(2);
    }

    @Test
    void a_section_without_data_is_named_as_missing_and_the_rest_is_counted_anew() {
        var manuscript = write("= t\n一、维修\n修{N 件}。\n二、供应\n（一）入库\n入{M 张}。\n（二）领用\n领{K 张}。", "K", "3");

        assertThat(headings(manuscript)).containsExactly("一、供应", "（一）领用");
        assertThat(manuscript.missing()).containsExactly(new Manuscript.Missing("维修", true, java.util.List.of("N")),
                new Manuscript.Missing("入库", true, java.util.List.of("M")));
    }

    @Test
    void a_heading_whose_parts_are_all_empty_goes_with_its_preface() {
        var manuscript = write("= t\n一、供应\n供应是这样的。\n（一）入库\n入{M 张}。\n二、写好的话\n只有话。");

        assertThat(headings(manuscript)).containsExactly("一、写好的话");
        assertThat(manuscript.missing()).extracting(Manuscript.Missing::section).containsExactly("供应");
    }

    @Test
    void one_figure_without_a_record_says_so_and_drops_its_measure_word() {
        var manuscript = write("= t\n一、供应\n入{M 张}，领{K 张}。", "K", "3");

        assertThat(manuscript.blocks().get(1)).isEqualTo(paragraph(new Manuscript.Words("入"), new Manuscript.Number("无记录", "M"),
                new Manuscript.Words("，领"), new Manuscript.Number("3", "K"), new Manuscript.Words("张。")));
        assertThat(manuscript.missing()).containsExactly(new Manuscript.Missing("供应", false, java.util.List.of("M")));
    }

    @Test
    void a_condition_asks_only_for_the_figures_that_it_names() {
        assertThat(headings(write("= t\n一、供应\n? M\n为{K 个}班入{M 张}。", "K", "3"))).isEmpty();
        assertThat(headings(write("= t\n一、供应\n? M\n为{K 个}班入{M 张}。", "M", "3"))).containsExactly("一、供应");
    }

    @Test
    void a_sentence_of_whose_figures_none_is_recorded_is_left_out_and_named() {
        var written = write("= t\n一、会议\n? M K\n主持{M 次}。\n记录{K 次}。", "M", "3");
        assertThat(sentences(written)).containsExactly("主持3次。");
        assertThat(written.missing()).containsExactly(new Manuscript.Missing("会议", false, java.util.List.of("K")));
    }

    @Test
    void a_counted_nought_is_data() {
        assertThat(headings(write("= t\n一、问题\n未办{M 张}。", "M", "0"))).containsExactly("一、问题");
    }

    @Test
    void a_table_stands_where_the_text_asks_for_it_and_an_empty_one_is_missing() {
        var template = TemplateParser.parse("= t\n一、{next}计划\n如下。\n@plan");
        var plan = new Manuscript.Table("计划", java.util.List.of(), java.util.List.of(), null);

        assertThat(ManuscriptWriter.write(template, book(), Map.of(), names(), insert -> Optional.of(plan)).blocks()).last().isEqualTo(plan);
        var without = ManuscriptWriter.write(template, book(), Map.of(), names(), insert -> Optional.empty());
        assertThat(without.blocks()).isEmpty();
        assertThat(without.missing()).extracting(Manuscript.Missing::section).containsExactly("2027年春季学期计划");
    }

    @Test
    void that_nothing_happened_is_only_said_when_somebody_looked() {
        var text = "= t\n一、食品安全\n! POISONED | SAMPLES | 未发生食品安全事故。\n留样{SAMPLES 份}。";

        assertThat(sentences(write(text, "SAMPLES", "12"))).containsExactly("未发生食品安全事故。", "留样12份。");
        assertThat(sentences(write(text, "SAMPLES", "12", "POISONED", "0"))).containsExactly("未发生食品安全事故。", "留样12份。");
        assertThat(sentences(write(text, "SAMPLES", "12", "POISONED", "1"))).containsExactly("留样12份。");
        assertThat(sentences(write(text, "POISONED", "0"))).isEmpty();
        assertThat(headings(write(text, "POISONED", "0"))).as("and no heading without a sentence").isEmpty();
    }

    @Test
    void a_change_is_said_with_its_sign_and_left_out_where_there_is_nothing_to_compare() {
        var text = "= t\n一、领用\n领用{N 张}{N:year 张}。";

        assertThat(compared(text, "11", "8")).isEqualTo("领用11张，比上年同期增加3张（37.5%）。");
        assertThat(compared(text, "6", "8")).isEqualTo("领用6张，比上年同期减少2张（25%）。");
        assertThat(compared(text, "8", "8")).isEqualTo("领用8张，与上年同期持平。");
        assertThat(compared(text, "8", "0")).isEqualTo("领用8张。");
        assertThat(compared(text, "8", null)).isEqualTo("领用8张。");
    }

    /** R-SUM-5. */
    @Test
    void a_change_between_two_definitions_is_not_said() {
        var now = new Figure(new FigureDefinition("N", Unit.DOCUMENT, 2), TERM, BigDecimal.TEN, Grade.WORKED, 1, "/x");
        var then = new Figure(new FigureDefinition("N", Unit.DOCUMENT, 1), TERM, BigDecimal.ONE, Grade.WORKED, 1, "/x");
        assertThat(FigureText.change(now, Optional.of(then), "上年同期", "张")).isEmpty();
    }

    @Test
    void what_a_person_answers_for_stands_in_its_sentence_and_is_listed() {
        var manuscript = write("= t\n一、话\n来宾{!12位|张三}。");

        assertThat(sentences(manuscript)).containsExactly("来宾12位。");
        assertThat(manuscript.handwritten()).containsExactly(new Manuscript.Handwritten("12位", "张三"));
    }

    @Test
    void headings_are_counted_in_chinese() {
        assertThat(java.util.stream.IntStream.of(1, 9, 10, 11, 20, 25, 99).mapToObj(ManuscriptWriter::numeral))
                .containsExactly("一", "九", "十", "十一", "二十", "二十五", "九十九");
    }

    private static Manuscript write(String template, String... values) {
        return ManuscriptWriter.write(TemplateParser.parse(template), book(values), Map.of(), names(), insert -> Optional.empty());
    }

    private static String compared(String text, String now, @Nullable String then) {
        var bases = then == null ? Map.<Part.Style, FigureBook>of() : Map.of(Part.Style.YEAR, book("N", then));
        return sentences(ManuscriptWriter.write(TemplateParser.parse(text), book("N", now), bases, names(), insert -> Optional.empty())).getFirst();
    }

    private static java.util.List<String> sentences(Manuscript manuscript) {
        return manuscript.blocks().stream().filter(Manuscript.Paragraph.class::isInstance).map(b -> ((Manuscript.Paragraph) b).runs().stream().map(run -> switch (run) {
            case Manuscript.Words w -> w.words();
            case Manuscript.Number n -> n.text();
            case Manuscript.Handwritten h -> h.words();
        }).collect(java.util.stream.Collectors.joining())).toList();
    }

    private static Manuscript.Paragraph paragraph(Manuscript.Run... runs) {
        return new Manuscript.Paragraph(java.util.List.of(runs));
    }

    private static java.util.List<String> headings(Manuscript manuscript) {
        return manuscript.blocks().stream().filter(Manuscript.Heading.class::isInstance).map(Manuscript.Heading.class::cast)
                .map(h -> h.number() + h.words()).toList();
    }

    private static Map<Part.Name, String> names() {
        return Map.of(Part.Name.SCHOOL, "星城中学", Part.Name.TERM, "2026年秋季学期", Part.Name.NEXT, "2027年春季学期");
    }

    private static FigureBook book(String... values) {
        var figures = new ArrayList<Figure>();
        for (var i = 0; i < values.length; i += 2) {
            figures.add(new Figure(new FigureDefinition(values[i], Unit.DOCUMENT, 1), TERM, new BigDecimal(values[i + 1]), Grade.WORKED, 1, "/x"));
        }
        return new FigureBook(TERM, Instant.EPOCH, figures);
    }
}
