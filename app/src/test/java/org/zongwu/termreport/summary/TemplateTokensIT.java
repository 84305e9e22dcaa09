package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.text.ShippedText;

@Office
class TemplateTokensIT {
    @Autowired
    private Figures figures;

    @Autowired
    private FigureWords words;

    @Test
    void every_figure_of_the_template_is_defined_by_some_module() {
        for (var theme : Theme.OF_THE_OFFICE) assertThat(figures.definitions()).extracting(FigureDefinition::id).containsAll(ShippedText.template(theme).figureIds());
    }

    @Test
    void every_figure_has_a_name_and_its_formula_in_words() {
        for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(figures.definitions()).allSatisfy(d -> {
                assertThat(words.name(d.id(), locale)).as("figure." + d.id() + " in " + locale).isNotEqualTo(d.id());
                assertThat(words.formula(d.id(), locale)).as("figure." + d.id() + ".formula in " + locale).isNotEmpty();
            });
        }
    }
}
