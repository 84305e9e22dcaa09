package org.zongwu.termreport.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.zongwu.termreport.template.FreeDigits;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.template.TemplateParser;

/** The template that comes with the product. */
final class ReportTemplate {
    private final String text;

    private ReportTemplate(String text) {
        this.text = text;
    }

    /** @throws IllegalStateException when a number was typed into it (R-SUM-2): no report may be written from it */
    static ReportTemplate shipped() {
        try (var in = ReportTemplate.class.getResourceAsStream("/termreport/summary_zh.txt")) {
            if (in == null) throw new IllegalStateException("termreport/summary_zh.txt is not in the program");
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var digits = FreeDigits.in(TemplateParser.parse(text));
            if (!digits.isEmpty()) throw new IllegalStateException("R-SUM-2: numbers that no record stands behind: " + digits);
            return new ReportTemplate(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    Template template() {
        return TemplateParser.parse(text);
    }
}
