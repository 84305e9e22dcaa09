package org.zongwu.termreport.figure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code figures.json}: the figures for other programs, exact, in the order of the report. The same book gives the same bytes. */
@Component
public class FiguresJson {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final FigureWords words;

    FiguresJson(FigureWords words) {
        this.words = words;
    }

    public byte[] of(FigureBook book) {
        var lines = book.figures().stream().map(this::line).toList();
        return (JSON.writeValueAsString(lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One figure as it stands in such a file. */
    public Line line(Figure f) {
        return new Line(f.definition().id(), words.name(f.definition().id(), Locale.SIMPLIFIED_CHINESE), FigureBook.exactText(f), f.definition().unit(),
                new Period(f.span().from(), f.span().to()), f.grade(), f.evidenceCount(), f.link(), f.definition().version());
    }

    /** @param value with all its digits, as text so that no reader rounds it; null when there is no record */
    public record Line(String id, String name, @Nullable String value, Unit unit, Period period, Grade grade, long evidenceCount, String link,
            int definitionVersion) {}

    public record Period(LocalDate from, LocalDate to) {}
}
