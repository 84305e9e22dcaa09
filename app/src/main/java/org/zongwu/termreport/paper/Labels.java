package org.zongwu.termreport.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureWords;

/** The fixed words of the document. It is an official paper of the school, so they are Chinese whatever the reader's language. */
public final class Labels {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final FigureWords figures;
    private final ZoneId zone;

    public Labels(MessageSource messages, FigureWords figures, ZoneId zone) {
        this.messages = messages;
        this.figures = figures;
        this.zone = zone;
    }

    public String text(String key, Object... args) {
        return messages.getMessage("termreport.docx." + key, args, CHINESE);
    }

    /** Who speaks: the office of the school, or the person. */
    public String from(Report report) {
        return report.subject().person() == null ? text("office", report.school()) : report.author();
    }

    public String name(String figureId) {
        return figures.name(figureId, CHINESE);
    }

    public String formula(String figureId) {
        return figures.formula(figureId, CHINESE);
    }

    public String unit(Unit unit) {
        return figures.unit(unit, CHINESE);
    }

    public String grade(Grade grade) {
        return figures.grade(grade, CHINESE);
    }

    public String date(LocalDate day) {
        return DAY.format(day);
    }

    public String instant(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }
}
