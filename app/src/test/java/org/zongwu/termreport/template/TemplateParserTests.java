package org.zongwu.termreport.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplateParserTests {
    @Test
    void a_line_is_cut_into_words_names_and_figures() {
        var template = TemplateParser.parse("= {school}总结\n\n一、供应\n入库{STOCK_IN_AMOUNT:wan}，领用{ISSUE_COUNT 张}。\n");

        assertThat(template.title().getFirst().parts()).containsExactly(new Part.Word(Part.Name.SCHOOL), new Part.Text("总结"));
        assertThat(template.sections().getFirst().paragraphs().getFirst().parts()).containsExactly(
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
        assertThat(template.sections().get(2).plan()).isTrue();
    }

    @Test
    void a_task_of_the_plan_hangs_on_a_figure() {
        var template = TemplateParser.parse("= t\n一、计划\n@plan\n+ OPEN 办结单据\n");

        assertThat(template.leftovers()).containsExactly(new Template.Leftover(4, "OPEN", "办结单据"));
        assertThat(template.figureIds()).contains("OPEN");
        assertThatThrownBy(() -> TemplateParser.parse("= t\n+ 办结单据")).hasMessageContaining("line 2");
    }

    @Test
    void remarks_and_blank_lines_are_not_text() {
        assertThat(TemplateParser.parse("# 说明 {X}\n\n= t\n# 说明\n").sections()).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_named_by_its_number() {
        assertThatThrownBy(() -> TemplateParser.parse("= t\n入库{stock}。")).hasMessageContaining("line 2").hasMessageContaining("{stock}");
        assertThatThrownBy(() -> TemplateParser.parse("= t\n入库{A。")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> TemplateParser.parse("= t\n\n（一）甲")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> TemplateParser.parse("= t\n一、甲\n? a")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> TemplateParser.parse("一、甲")).hasMessageContaining("title");
    }
}
