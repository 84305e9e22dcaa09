package org.zongwu.feedback.survey;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.UNION;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.feedback.survey.SurveyService.Result;
import org.zongwu.feedback.survey.SurveyService.Survey;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Printer;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** Answering a survey, by log-in or by a slip, and what it came to. */
@Controller
class SurveyController {
    static final String PATH = "/feedback/answers";
    static final String RESULTS = "/feedback/results";
    private static final int SLIPS = 200;
    private static final Duty[] READERS = {PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, AUDIT_MEMBER, DISCIPLINE, UNION, GA_DIRECTOR};
    private static final Field<String> TITLE = field(name("r", "title"), String.class);
    private static final Field<String> QUESTION = field(name("r", "question"), String.class);
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Form ANSWER = Form.of("feedback.answer").text("identity").optional().text("remark").optional().text("q0").optional();

    private final SurveyService surveys;
    private final Registers registers;
    private final Submissions submissions;
    private final Printer printer;
    private final Schools schools;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Register register = Register.of("feedback.result", RESULTS)
            .columns(Column.text("survey", TITLE).link(r -> PATH + "/" + r.get(ID)), Column.date("day", field(name("r", "day"), LocalDate.class)), Column.text("question", QUESTION), Column.count("valid", field(name("r", "valid"), Long.class)).summed(),
                    Column.count("satisfied", field(name("r", "satisfied"), Long.class)).summed(), Column.rate("rate", field(name("r", "satisfied"), Long.class), field(name("r", "valid"), Long.class)))
            .with(ID).words(TITLE, QUESTION).days(field(name("r", "day"), LocalDate.class)).linkFlag("overall", field(name("r", "overall"), Boolean.class).isTrue()).order("-day", QUESTION).phone("question", "rate", List.of("survey", "day"), "valid");

    SurveyController(SurveyService surveys, Registers registers, Submissions submissions, Printer printer, Schools schools, Messages messages, Tenancy tenancy) {
        this.surveys = surveys;
        this.registers = registers;
        this.submissions = submissions;
        this.printer = printer;
        this.schools = schools;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping(RESULTS)
    @Allow({PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, AUDIT_MEMBER, DISCIPLINE, UNION, GA_DIRECTOR})
    Object results(HttpServletRequest request, Actor actor) {
        return registers.show(register, surveys::rows, request, actor);
    }

    @GetMapping(PATH + "/{id}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(survey(id), actor, FormView.blank(ANSWER)));
    }

    @PostMapping(PATH + "/{id}")
    @Allow(everyone = true)
    Object answer(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, ANSWER, PATH + "/" + id + "?did=answered", in -> {
            var survey = survey(id);
            surveys.answer(actor, survey, levels(survey, request), messages.say("feedback.identity.STAFF"), in.optional("remark"));
        }, view -> page(survey(id), actor, view));
    }

    /** Slips with codes for pupils and parents. */
    @PostMapping(PATH + "/{id}/slips.pdf")
    @Allow(GA_DIRECTOR)
    ResponseEntity<byte[]> slips(@PathVariable UUID id, @RequestParam(defaultValue = "40") int count, HttpServletRequest request, Actor actor) {
        var school = schools.find(actor.schoolId()).orElseThrow();
        var base = request.getScheme() + "://" + request.getHeader("Host") + "/r/" + school.code() + "/s/";
        var many = Math.max(1, Math.min(SLIPS, count));
        var slips = tenancy.write(actor.schoolId(), () -> surveys.slips(survey(id).id(), many));
        return printer.pdf(school.name(), "feedback/slips", Map.of("codes", slips.stream().map(s -> printer.qr(base + s)).toList(), "title", tenancy.read(actor.schoolId(), () -> survey(id).title()), "school", school.name()), "slips");
    }

    @GetMapping("/r/{school}/s/{slip:[A-Za-z0-9_-]{22}}")
    @Allow(open = true)
    ModelAndView ask(@PathVariable String school, @PathVariable String slip) {
        return tenancy.read(id(school), () -> slipPage(school, slip, FormView.blank(ANSWER)));
    }

    @PostMapping("/r/{school}/s/{slip:[A-Za-z0-9_-]{22}}")
    @Allow(open = true)
    Object take(@PathVariable String school, @PathVariable String slip, HttpServletRequest request) {
        var somebody = new Actor(id(school), new UUID(0, 0), messages.say("feedback.somebody"), java.util.Set.of());
        return submissions.post(request, somebody, ANSWER, "/r/" + school + "/s/" + slip + "?did=answered", in -> {
            var survey = surveys.ofSlip(slip).orElseThrow(NotFound::new);
            surveys.answer(slip, survey, levels(survey, request), in.optional("identity"), in.optional("remark"));
        }, view -> slipPage(school, slip, view));
    }

    private ModelAndView slipPage(String school, String slip, FormView view) {
        return new ModelAndView("feedback/slip", Map.of("survey", surveys.ofSlip(slip).orElseThrow(NotFound::new), "path", "/r/" + school + "/s/" + slip, "form", view));
    }

    private ModelAndView page(Survey survey, Actor actor, FormView view) {
        var knows = actor.holdsAny(READERS);
        var groups = new LinkedHashMap<String, List<Result>>();
        if (knows) for (var group : surveys.groups(survey.id())) groups.put(group, surveys.results(survey, group));
        return new ModelAndView("feedback/survey", Map.of("page", new SurveyPage(survey, surveys.hasAnswered(actor, survey.id()), surveys.turnout(survey.id()), knows ? surveys.results(survey, null) : null, groups,
                knows ? surveys.remarks(survey.id()) : List.of(), actor.holds(GA_DIRECTOR)), "form", view));
    }

    /** An answer to each question; none is 弃权. */
    private static List<String> levels(Survey survey, HttpServletRequest request) {
        var all = new ArrayList<String>();
        for (var i = 0; i < survey.questions().size(); i++) {
            var typed = request.getParameter("q" + i);
            all.add(Questions.level(typed == null ? "" : typed).orElse("E"));
        }
        if (all.stream().allMatch("E"::equals)) throw RuleBroken.at("q0", "R-SUR-3", "rule.feedback.survey.nothing");
        return all;
    }

    private Survey survey(UUID id) {
        return surveys.find(id).orElseThrow(NotFound::new);
    }

    private long id(String school) {
        return schools.findByCode(school).orElseThrow(NotFound::new).id();
    }
}
