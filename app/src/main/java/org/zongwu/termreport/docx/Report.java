package org.zongwu.termreport.docx;

import java.time.LocalDate;
import java.util.List;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.Task;

/**
 * What is printed.
 *
 * @param termCode as {@code 2026-2027-1}
 * @param open     the term has not ended, the figures may still change
 * @param author   who wrote this version
 * @param baseUrl  where the links lead, without a slash at the end
 */
public record Report(String school, String termCode, int version, LocalDate date, boolean open, String author, Manuscript manuscript,
        FigureBook book, List<Task> plan, String baseUrl) {
    String figureUrl(String figureId) {
        return baseUrl + "/figures/" + figureId + "?term=" + termCode;
    }
}
