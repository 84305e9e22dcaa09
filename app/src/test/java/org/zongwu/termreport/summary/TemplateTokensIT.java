package org.zongwu.termreport.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Span;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Subject;
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

    /** R-SUM-10. */
    @Test
    void a_personal_summary_cites_figures_of_a_persons_own_and_no_others() {
        assertThat(own()).extracting(FigureDefinition::id).containsAll(ShippedText.template(Theme.OWN).figureIds()).doesNotContainAnyElementsOf(figures.definitions().stream().map(FigureDefinition::id).toList());
    }

    private List<FigureDefinition> own() {
        var period = new Period("2026", Period.Kind.YEAR, new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        return figures.definitions(new Subject(Theme.OWN, period, UUID.randomUUID()));
    }

    @Test
    void every_figure_has_a_name_and_its_formula_in_words() {
        for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(Stream.concat(figures.definitions().stream(), own().stream())).allSatisfy(d -> {
                assertThat(words.name(d.id(), locale)).as("figure." + d.id() + " in " + locale).isNotEqualTo(d.id());
                assertThat(words.formula(d.id(), locale)).as("figure." + d.id() + ".formula in " + locale).isNotEmpty();
            });
        }
    }
}
