package org.zongwu.feedback.survey;

import static zongwu.db.feedback.Tables.SURVEY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;

/** Paper ballots as they were copied: a line each, a column a question. They become one survey of the month that the title names. */
@Component
class BallotsTemplate implements ImportTemplate {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月");
    private static final int FEWEST = 5;

    private final SurveyService surveys;
    private final Logbooks books;
    private final Tenancy tenancy;
    private final Clock clock;

    BallotsTemplate(SurveyService surveys, Logbooks books, Tenancy tenancy, Clock clock) {
        this.surveys = surveys;
        this.books = books;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "feedback.ballot";
    }

    @Override
    public int order() {
        return 835;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("no", true, Kind.CODE, List.of("票号", "问卷号", "选票号", "ballot")), new Field("identity", true, Kind.TEXT, List.of("身份", "填表人身份", "identity")),
                new Field("question", false, Kind.TEXT, List.of()), new Field("level", false, Kind.TEXT, List.of()), new Field("remark", false, Kind.TEXT, List.of("意见", "意见建议", "建议", "remark")));
    }

    /** Every other column is a question. */
    @Override
    public Optional<Matrix> matrix() {
        return Optional.of(new Matrix("question", "level", Pattern.compile(".{1,30}")));
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return take(rows, List.of(), actor);
    }

    @Override
    public List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var questions = new LinkedHashSet<String>();
            var ballots = new LinkedHashMap<String, List<Row>>();
            for (var row : rows) {
                if (row.get("question") != null) questions.add(row.get("question"));
                ballots.computeIfAbsent(row.sheet() + "/" + row.number(), k -> new ArrayList<>()).add(row);
            }
            if (questions.isEmpty()) return rows.stream().map(r -> Outcome.of(Verdict.PROBLEM, r, "question", "import.feedback.ballot.no-questions")).toList();
            var survey = survey(actor, questions, notes);
            var outcomes = new HashMap<Row, Outcome>();
            var seen = new HashSet<String>();
            ballots.values().forEach(cells -> take(survey, List.copyOf(questions), cells, seen).forEach(o -> outcomes.put(o.row(), o)));
            return rows.stream().map(outcomes::get).toList();
        });
    }

    private List<Outcome> take(WorkRef survey, List<String> questions, List<Row> cells, java.util.Set<String> seen) {
        var first = cells.getFirst();
        var levels = new HashMap<String, String>();
        for (var cell : cells) {
            if (cell.get("question") == null) continue;
            var level = Questions.level(cell.get("level") == null ? "" : cell.get("level"));
            if (level.isEmpty()) return cells.stream().map(c -> Outcome.of(Verdict.PROBLEM, c, "level", "import.feedback.ballot.two-ticks", String.valueOf(cell.get("level")))).toList();
            levels.put(cell.get("question"), level.get());
        }
        if (!seen.add(first.get("no"))) return twice(cells);
        var taken = surveys.put(survey.id(), first.get("no"), first.get("identity"), questions.stream().map(q -> levels.getOrDefault(q, "E")).toList(), first.get("remark"));
        return taken ? cells.stream().map(Outcome::accepted).toList() : twice(cells);
    }

    private static List<Outcome> twice(List<Row> cells) {
        return cells.stream().map(c -> Outcome.of(Verdict.DUPLICATE, c, "no", "import.feedback.ballot.twice")).toList();
    }

    /** The survey of the title; what came in before under the same one goes on. */
    private WorkRef survey(Actor actor, java.util.Set<String> questions, List<Note> notes) {
        var title = notes.stream().map(Note::text).filter(t -> t.matches(".*(问卷|调查|测评|满意).*")).map(t -> t.replaceAll("[（(].*", "").strip()).findFirst().orElse("满意度问卷");
        var month = MONTH.matcher(title);
        var day = month.find() ? YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))).atEndOfMonth() : LocalDate.now(clock);
        var today = LocalDate.now(clock);
        var on = day.isAfter(today) ? today : day;
        return surveys.called(title, on).orElseGet(() -> books.enter(actor, books.of(SURVEY), Draft.blank().set(SURVEY.DAY, on).set(SURVEY.CLOSES_ON, on).set(SURVEY.TITLE, title).set(SURVEY.QUESTIONS, String.join("\n", questions)).set(SURVEY.MINIMUM, FEWEST)));
    }
}
