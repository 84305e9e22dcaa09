package org.zongwu.termreport.docx;

import java.time.LocalDate;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.template.Manuscript;

/**
 * What is printed.
 *
 * @param period  what it reports on
 * @param open     the period has not ended, the figures may still change
 * @param author   who wrote this version
 * @param baseUrl  where the links lead, without a slash at the end
 */
public record Report(String school, Period period, int version, LocalDate date, boolean open, String author, Manuscript manuscript,
        FigureBook book, String baseUrl) {
    String figureUrl(String figureId) {
        return baseUrl + "/figures/" + figureId + "?period=" + period.code();
    }
}
