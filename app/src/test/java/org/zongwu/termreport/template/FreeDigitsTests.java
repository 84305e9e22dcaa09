package org.zongwu.termreport.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.text.ShippedText;

class FreeDigitsTests {
    @Test
    void a_number_that_somebody_typed_is_found_with_its_line() {
        var template = TemplateParser.parse("= t\n一、维修\n全年维修305件，满意率 ９８.５%，节约百分之十二，共三十二项。\n");

        assertThat(FreeDigits.in(template)).containsExactly(new FreeDigits.Finding(3, "305"), new FreeDigits.Finding(3, "９８.５%"),
                new FreeDigits.Finding(3, "百分之十二"), new FreeDigits.Finding(3, "三十二"));
    }

    @Test
    void a_figure_is_no_free_number() {
        assertThat(FreeDigits.in(TemplateParser.parse("= t\n一、维修\n{WATER_M3 立方米}，每一件都一一登记，十分清楚。\n"))).isEmpty();
    }

    @Test
    void headings_titles_measure_words_and_tasks_are_looked_at_too() {
        var template = TemplateParser.parse("= 2026年总结\n一、前3名\n{A 张8}\n+ OPEN 办结5张\n");

        assertThat(FreeDigits.in(template)).extracting(FreeDigits.Finding::digits).containsExactly("2026", "3", "8", "5");
    }

    @Test
    void our_own_texts_have_no_free_number_but_figures() {
        for (var theme : Theme.OF_THE_OFFICE) {
            assertThat(FreeDigits.in(ShippedText.template(theme))).isEmpty();
            assertThat(ShippedText.template(theme).figureIds()).isNotEmpty();
        }
    }

    @Test
    void what_a_person_answers_for_is_no_free_number() {
        assertThat(FreeDigits.in(TemplateParser.parse("= t\n来宾{!12位}，其中3人。"))).extracting(FreeDigits.Finding::digits).containsExactly("3");
    }
}
