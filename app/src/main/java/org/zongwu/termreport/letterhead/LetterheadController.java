package org.zongwu.termreport.letterhead;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;
import org.zongwu.web.Uploads;

/** Choosing the school's own Word file. */
@Controller
@RequestMapping("/summary/letterhead")
@Allow(Duty.GA_DIRECTOR)
class LetterheadController {
    private static final Form FILE = Form.of("termreport.letterhead").file("file").optional();
    private static final String PATH = "/summary/letterhead";

    private final Letterheads letterheads;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    LetterheadController(Letterheads letterheads, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.letterheads = letterheads;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView choose(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(FormView.blank(FILE)));
    }

    /** Without a file it is the product's own paper again. */
    @PostMapping
    Object set(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, FILE, PATH + "?did=letterhead-set", typed -> take(actor, request), this::page);
    }

    private void take(Actor actor, HttpServletRequest request) {
        var file = Uploads.file(request, "file");
        if (file.isEmpty()) {
            letterheads.unset(actor);
            return;
        }
        try (var content = file.get().getInputStream()) {
            letterheads.set(actor, content, Optional.ofNullable(file.get().getOriginalFilename()).orElse("letterhead.docx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView page(FormView form) {
        var now = letterheads.current().filter(c -> c.file() != null).map(c -> messages.say("termreport.letterhead.now", c.file(), c.by(), Shown.fullTime(c.at())))
                .orElseGet(() -> messages.say("termreport.letterhead.none"));
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("termreport.letterhead.title"), "/summary", messages.say("termreport.summary.title"), PATH, form,
                messages.say("termreport.letterhead.set")).lead(now).note(messages.say("termreport.letterhead.hint"))));
    }
}
