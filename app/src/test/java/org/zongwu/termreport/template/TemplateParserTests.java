package org.zongwu.termreport.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;

class TemplateParserTests {
    @Test
    void a_line_is_cut_into_words_names_and_figures() {
        var template = TemplateParser.parse("= {school}总结\n\n一、供应\n入库{STOCK_IN_AMOUNT:wan}，领用{ISSUE_COUNT 张}。\n");

        assertThat(template.title().getFirst().parts()).containsExactly(new Part.Word(Part.Name.SCHOOL), new Part.Text("总结"));
        assertThat(((Template.Paragraph) template.sections().getFirst().contents().getFirst()).parts()).containsExactly(
                new Part.Text("入库"), new Part.Token("STOCK_IN_AMOUNT", Part.Style.WAN, ""),
                new Part.Text("，领用"), new Part.Token("ISSUE_COUNT", Part.Style.USUAL, "张"), new Part.Text("。"));
    }

    @Test
    void headings_nest_by_their_level() {
        var template = TemplateParser.parse("= t\n前言。\n一、甲\n（一）乙\n? A B\n1. 丙\n文。\n（二）丁\n二、戊\n@plan\n");

        assertThat(template.sections()).extracting(Template.Section::level).containsExactly(0, 1, 1);
        var first = template.sections().get(1);
        assertThat(first.parts()).hasSize(2);
        assertThat(first.parts().getFirst().needs()).containsExactly("A", "B");
        assertThat(first.parts().getFirst().parts().getFirst().level()).isEqualTo(3);
        assertThat(template.sections().get(2).contents()).containsExactly(new Template.Insert(10, Template.Insert.Kind.PLAN, List.of()));
    }

    @Test
    void a_task_of_the_plan_hangs_on_a_figure() {
        var template = TemplateParser.parse("= t\n一、计划\n@plan\n+ OPEN 办结单据\n");

        assertThat(template.leftovers()).containsExactly(new Template.Leftover(4, "OPEN", "办结单据"));
        assertThat(template.figureIds()).contains("OPEN");
        assertThat(template.tasks()).isEmpty();
    }

    @Test
    void a_task_that_a_person_sets_has_a_target_an_owner_a_day_and_a_budget() {
        assertThat(TemplateParser.parse("= t\n+ 更换路灯｜二十盏｜林静｜6月底前｜8000 @周宁\n+ 写制度").tasks())
                .containsExactly(new Template.Typed(2, "更换路灯", "二十盏", "林静", "6月底前", "8000", "周宁"), new Template.Typed(3, "写制度", "", "", "", "", ""));
        refused("= t\n+ a｜b｜c｜d｜e｜f", 2, "");
    }

    @Test
    void a_budget_is_an_amount_and_not_words_that_would_be_lost() {
        assertThat(TemplateParser.parse("= t\n+ 更换路灯｜｜｜｜8,000.50元").tasks().getFirst().money()).isEqualTo(Money.ofYuan("8000.50"));
        assertThat(TemplateParser.parse("= t\n+ 更换路灯").tasks().getFirst().money()).isNull();
        refused("= t\n+ 更换路灯｜｜｜｜约八千", 2, "约八千");
        refused("= t\n+ 更换路灯｜｜｜｜8000.555", 2, "8000.555");
    }

    @Test
    void tables_charts_and_claims_are_asked_for_by_a_line_of_their_own() {
        var contents = TemplateParser.parse("= t\n一、甲\n@table A B\n@chart A\n! X | A B | 未发生{SCHOOL_DAYS 天}。").sections().getFirst().contents();
        assertThat(contents.subList(0, 2)).containsExactly(new Template.Insert(3, Template.Insert.Kind.TABLE, List.of("A", "B")), new Template.Insert(4, Template.Insert.Kind.CHART, List.of("A")));
        assertThat(contents.get(2)).isInstanceOfSatisfying(Template.Claim.class, c -> {
            assertThat(c.figureId()).isEqualTo("X");
            assertThat(c.witnesses()).containsExactly("A", "B");
        });
        refused("= t\n@table", 2, "@table");
        refused("= t\n@nothing", 2, "@nothing");
        refused("= t\n! X 未发生", 2, "! X");
    }

    @Test
    void remarks_and_blank_lines_are_not_text() {
        assertThat(TemplateParser.parse("# 说明 {X}\n\n= t\n# 说明\n").sections()).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_named_by_its_number() {
        refused("= t\n入库{stock}。", 2, "{stock}");
        refused("= t\n入库{A。", 2, "{A");
        refused("= t\n\n（一）甲", 3, "甲");
        refused("= t\n一、甲\n? a", 3, "a");
        refused("一、甲", 1, "");
    }

    private static void refused(String text, int line, String said) {
        assertThatThrownBy(() -> TemplateParser.parse(text)).isInstanceOfSatisfying(RuleBroken.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("text");
            assertThat(refusal.args().getFirst()).isEqualTo(line);
            assertThat(refusal.args().getLast().toString()).contains(said);
        });
    }
}
