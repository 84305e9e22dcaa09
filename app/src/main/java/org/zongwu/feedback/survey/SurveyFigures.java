package org.zongwu.feedback.survey;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Evidence;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.kernel.Unit;
import org.zongwu.web.Messages;

/** What surveys say of the whole, with of how many it is (R-SUR-1); and that somebody has not answered yet. */
@Component
class SurveyFigures implements FigureSource, TodoSource {
    private static final FigureDefinition RATE = new FigureDefinition("SURVEY_SATISFACTION", Unit.PERCENT, 1);
    private static final FigureDefinition VALID = new FigureDefinition("SURVEY_VALID", Unit.COPY, 1);

    private final SurveyService surveys;
    private final DSLContext db;
    private final Messages messages;

    SurveyFigures(SurveyService surveys, DSLContext db, Messages messages) {
        this.surveys = surveys;
        this.db = db;
        this.messages = messages;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(RATE, VALID);
    }

    @Override
    public List<Figure> figures(Span span) {
        var r = surveys.rows();
        var valid = field(name("r", "valid"), BigDecimal.class);
        var satisfied = field(name("r", "satisfied"), BigDecimal.class);
        var imported = field(name("r", "grade"), String.class).eq("IMPORTED");
        var row = db.select(coalesce(sum(valid), BigDecimal.ZERO), coalesce(sum(valid).filterWhere(imported), BigDecimal.ZERO), round(sum(satisfied).mul(100).div(nullif(sum(valid), BigDecimal.ZERO)), 2)).from(r)
                .where(field(name("r", "overall"), Boolean.class).isTrue(), field(name("r", "day"), LocalDate.class).between(span.from(), span.to())).fetchSingle();
        var evidence = new Evidence(row.value1().longValue(), row.value2().longValue());
        var link = SurveyController.RESULTS + "?from=" + span.from() + "&to=" + span.to() + "&overall=yes";
        return List.of(evidence.figure(RATE, span, row.value3(), link), evidence.figure(VALID, span, row.value1(), link));
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return surveys.open().stream().filter(s -> !surveys.hasAnswered(actor, s.id())).map(s -> new Todo("todo.feedback.survey", s.title(), messages.say("feedback.survey.once"), s.closesOn(), null, SurveyController.PATH + "/" + s.id())).toList();
    }
}
