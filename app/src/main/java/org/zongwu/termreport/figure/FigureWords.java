package org.zongwu.termreport.figure;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;

/** What figures, their units and grades are called. The report itself is written in Chinese, whatever language its reader has set. */
@Component
public class FigureWords {
    private final MessageSource messages;

    public FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    public String name(String figureId, Locale locale) {
        return messages.getMessage("figure." + figureId, null, figureId, locale);
    }

    /** The formula in words (口径); empty when the module has not written one. */
    public String formula(String figureId, Locale locale) {
        return messages.getMessage("figure." + figureId + ".formula", null, "", locale);
    }

    public String unit(Unit unit, Locale locale) {
        return messages.getMessage("unit." + unit.name(), null, locale);
    }

    public String grade(Grade grade, Locale locale) {
        return messages.getMessage("grade." + grade.name(), null, locale);
    }
}
