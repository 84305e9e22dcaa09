package org.zongwu.feedback.issue;

import static zongwu.db.feedback.Tables.ISSUE;
import static zongwu.db.feedback.Tables.LETTER;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.RateLimit;
import org.zongwu.web.Submissions;

/** 意见箱: anybody writes without a log-in and is nobody the office knows; a link of his own shows the answer (R-ISS2-3). */
@Controller
@Allow(open = true)
class BoxController {
    private static final Form LETTER_FORM = Form.of("feedback.box").text("category").optional().text("identity").optional().area("content");
    private static final UUID NOBODY = new UUID(0, 0);

    private final Schools schools;
    private final Logbooks books;
    private final RateLimit limit;
    private final Submissions submissions;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BoxController(Schools schools, Logbooks books, RateLimit limit, Submissions submissions, Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.schools = schools;
        this.books = books;
        this.limit = limit;
        this.submissions = submissions;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/r/{school}/box")
    ModelAndView blank(@PathVariable String school) {
        return tenancy.read(id(school), () -> page(school, FormView.blank(LETTER_FORM)));
    }

    @PostMapping("/r/{school}/box")
    Object drop(@PathVariable String school, HttpServletRequest request) {
        var somebody = new Actor(id(school), NOBODY, messages.say("feedback.somebody"), Set.of());
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var link = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return submissions.post(request, somebody, LETTER_FORM, "/r/" + school + "/box/" + link, in -> {
            limit.take(tenancy.current() + "/box/" + request.getRemoteAddr(), request.getRemoteAddr());
            var ref = books.enter(somebody, books.of(ISSUE), Draft.blank().set(ISSUE.DAY, LocalDate.now(clock)).set(ISSUE.CONTENT, in.text("content")).set(ISSUE.CATEGORY, in.optional("category")).set(ISSUE.IDENTITY, in.optional("identity"))
                    .set(ISSUE.ANONYMOUS, true).set(ISSUE.CHANNEL, messages.say("feedback.box.channel")));
            db.insertInto(LETTER).set(LETTER.SCHOOL_ID, tenancy.current()).set(LETTER.ID, UUID.randomUUID()).set(LETTER.ISSUE_ID, ref.id()).set(LETTER.DIGEST, digest(link)).execute();
        }, view -> page(school, view));
    }

    @GetMapping("/r/{school}/box/{link:[A-Za-z0-9_-]{22}}")
    ModelAndView show(@PathVariable String school, @PathVariable String link) {
        return tenancy.read(id(school), () -> {
            var row = db.select(ISSUE.NO, ISSUE.CONTENT, ISSUE.STATE, ISSUE.REPLY, ISSUE.REPLIED_ON, ISSUE.REPLY_BY).from(LETTER).join(ISSUE).on(ISSUE.SCHOOL_ID.eq(LETTER.SCHOOL_ID), ISSUE.ID.eq(LETTER.ISSUE_ID))
                    .where(LETTER.SCHOOL_ID.eq(tenancy.current()), LETTER.DIGEST.eq(digest(link))).fetchOptional().orElseThrow(NotFound::new);
            return new ModelAndView("feedback/letter", Map.of("no", row.value1(), "content", row.value2(), "state", row.value3(), "reply", row.value4() == null ? "" : row.value4(), "repliedOn", String.valueOf(row.value5()), "by", row.value6().toString()));
        });
    }

    private ModelAndView page(String school, FormView view) {
        return new ModelAndView("feedback/box", Map.of("school", school, "form", view));
    }

    private long id(String school) {
        return schools.findByCode(school).orElseThrow(NotFound::new).id();
    }

    private static byte[] digest(String link) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
