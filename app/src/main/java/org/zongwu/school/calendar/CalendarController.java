package org.zongwu.school.calendar;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** 工作日历: every day that is not as its weekday says. Everybody may look; the promises of the office are reckoned by it. */
@Controller
@RequestMapping(CalendarController.PATH)
class CalendarController {
    static final String PATH = "/school/calendar";
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);
    private static final Field<String> KIND = field(name("r", "kind"), String.class);

    private final CalendarService service;
    private final CalendarRepository days;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Clock clock;
    private final Register register;
    private final Form year = Form.of("school.calendar.year").whole("year").text("source").wide().area("days");
    private final Form day;

    CalendarController(CalendarService service, CalendarRepository days, Registers registers, Submissions submissions, Messages messages, Clock clock) {
        this.service = service;
        this.days = days;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
        day = Form.of("school.calendar").day("day").choice("kind", this::kinds).text("name").text("source").wide();
        register = Register.of("school.calendar", PATH)
                .columns(Column.date("day", DAY), Column.status("kind", KIND, "school.calendar.kind", k -> "WORK".equals(k) ? Column.Mark.WAIT : Column.Mark.END),
                        Column.text("name", field(name("r", "name"))), Column.word("origin", field(name("r", "origin")), "school.calendar.origin"), Column.text("source", field(name("r", "source"))))
                .words(field(name("r", "name"), String.class)).days(DAY).choice("kind", KIND, this::kinds)
                .order("-day", DAY).phone("name", "day", java.util.List.of("kind"), "origin").creates(PATH + "/years/new", GA_DIRECTOR).link("school.calendar.one-day", PATH + "/new", GA_DIRECTOR);
    }

    private Map<String, String> kinds() {
        var all = new LinkedHashMap<String, String>();
        for (var kind : SpecialDay.Kind.values()) all.put(kind.name(), messages.say("school.calendar.kind." + kind));
        return all;
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, days::rows, request, actor);
    }

    @GetMapping("/years/new")
    @Allow(GA_DIRECTOR)
    ModelAndView newYear() {
        return yearPage(FormView.blank(year).with("year", LocalDate.now(clock).getYear() + 1));
    }

    @PostMapping("/years")
    @Allow(GA_DIRECTOR)
    Object announce(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, year, PATH + "?did=set",
                in -> service.announce(actor, in.whole("year"), in.text("source"), YearText.read(in.text("days"), in.whole("year"))), this::yearPage);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView newDay() {
        return dayPage(FormView.blank(day).with("day", LocalDate.now(clock)));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object set(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, day, PATH + "?did=set",
                in -> service.set(actor, in.day("day"), new SpecialDay(SpecialDay.Kind.valueOf(in.text("kind")), in.text("name")), in.text("source")), this::dayPage);
    }

    private ModelAndView yearPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("school.calendar.new"), PATH, messages.say("school.calendar.title"), PATH + "/years", view, messages.say("school.save"))
                .lead(messages.say("school.calendar.year.lead"))));
    }

    private ModelAndView dayPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("school.calendar.one-day"), PATH, messages.say("school.calendar.title"), PATH, view, messages.say("school.save"))
                .lead(messages.say("school.calendar.day.lead"))));
    }
}
