package org.zongwu.approvals.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.approvals.StampStrip;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Shown;

/** A course as its paper (审批单), with its stamps as a sign strip and as a timeline. */
@Component
class CoursePages {
    static final String PATH = "/approvals/courses";
    /** Enough of a digest for two people to compare by eye. */
    private static final int SHORT = 16;

    private final Messages messages;

    CoursePages(Messages messages) {
        this.messages = messages;
    }

    StampStrip strip(Course course) {
        return new StampStrip(path(course), state(course), course.state().mark(), stamps(course, List.of()), steps(course, List.of()));
    }

    /** @param people who could give the awaited stamp */
    DocumentPage document(Course course, List<String> people, List<Button> buttons, @Nullable String printNote, FormView form) {
        var related = List.of(new Related(messages.say("approvable." + course.kind()), course.title(), course.link()));
        return new DocumentPage(messages.say("approvals.one") + "　" + course.title(), state(course), course.state().mark(), "/approvals", messages.say("approvals.title"), paper(course, people), steps(course, people), related,
                buttons, printNote, form);
    }

    Paper paper(Course course, List<String> people) {
        return new Paper(messages.say("approvals.one"), course.document().no(), meta(course), List.of(), List.of(), "", 0, List.of(), messages.say("approvals.paper.note"), stamps(course, people),
                switch (course.state()) {
                    case RETURNED, WITHDRAWN -> state(course);
                    default -> null;
                });
    }

    /** What is decided on, in front of whoever decides. */
    Paper about(Course course) {
        return new Paper(messages.say("approvals.one"), course.document().no(), meta(course), List.of(), List.of(), "", 0, List.of(), null, List.of(), null);
    }

    private List<Paper.Meta> meta(Course course) {
        var meta = new ArrayList<>(List.of(new Paper.Meta(say("thing"), course.title(), true), new Paper.Meta(say("kind"), messages.say("approvable." + course.kind())),
                new Paper.Meta(say("opened-by"), course.opener().name() + "　" + Shown.fullTime(course.openedAt()), false)));
        if (course.amount() != null) {
            meta.add(new Paper.Meta(say("amount"), course.amount().toString()));
            meta.add(new Paper.Meta(messages.say("paper.words"), course.amount().inWords(), false));
        }
        meta.add(new Paper.Meta(say("digest"), course.digest().substring(0, SHORT), true));
        return meta;
    }

    private List<Paper.Stamp> stamps(Course course, List<String> people) {
        return course.steps().stream().map(step -> course.stamp(step).map(s -> given(step, s)).orElseGet(() -> awaited(course, step, people))).toList();
    }

    private Paper.Stamp given(Step step, Stamp s) {
        return new Paper.Stamp(role(step), name(s), Shown.fullTime(s.at()), messages.say("approvals.seal." + (s.verdict() == Verdict.RETURNED ? "RETURNED" : step.decides() ? "DECIDED" : "CHECKED")));
    }

    private Paper.Stamp awaited(Course course, Step step, List<String> people) {
        var now = course.awaited().filter(a -> a.no() == step.no()).isPresent();
        return new Paper.Stamp(role(step), now ? String.join("、", people) : "", now ? say("awaited") : "—", null, false);
    }

    /** What comes at the top, then whose turn it is, then what was, newest first, as every timeline. */
    private List<DocumentPage.Step> steps(Course course, List<String> people) {
        var all = new ArrayList<DocumentPage.Step>();
        var awaited = course.awaited();
        awaited.ifPresent(now -> {
            course.steps().reversed().stream().filter(s -> s.no() > now.no()).forEach(s -> all.add(new DocumentPage.Step(role(s), say("later"), null, "todo-next")));
            all.add(new DocumentPage.Step(messages.say("approvals.awaited-of", role(now)), String.join("、", people), now.resolution() ? say("resolution-needed") : null, "todo-next"));
        });
        if (course.withdrawer() != null) all.add(new DocumentPage.Step(say("withdrawn"), Shown.fullTime(course.endedAt()) + "　" + course.withdrawer().name(), course.words(), "now"));
        for (var s : course.all().stream().sorted(Comparator.comparing(Stamp::at).thenComparing(Stamp::step).reversed()).toList()) all.add(step(course, s, all.stream().allMatch(d -> d.css().equals("todo-next"))));
        all.add(new DocumentPage.Step(say("submitted"), Shown.fullTime(course.openedAt()) + "　" + course.opener().name(), null, course.all().isEmpty() && course.withdrawer() == null ? "now" : ""));
        return all;
    }

    private DocumentPage.Step step(Course course, Stamp s, boolean newest) {
        var of = course.steps().stream().filter(x -> x.no() == s.step()).findFirst();
        var isVoid = s.round() != course.round();
        var what = messages.say("approvals.stamped." + s.verdict(), of.map(this::role).orElse(""));
        var words = s.resolution() == null ? s.words() : messages.say("approvals.cites", s.resolution().no(), s.resolution().on()) + (s.words() == null ? "" : "　" + s.words());
        return new DocumentPage.Step(isVoid ? messages.say("approvals.void", what) : what, Shown.fullTime(s.at()) + "　" + name(s), words, isVoid || s.verdict() == Verdict.RETURNED ? "red" : newest ? "now" : "");
    }

    /** 代: whose place it was given in. */
    private String name(Stamp s) {
        return s.inStead() ? messages.say("approvals.in-stead", s.person().name(), s.holder().name()) : s.person().name();
    }

    private String role(Step step) {
        var role = messages.say(step.decides() ? "approvals.role.decides" : "approvals.role.checks", step.duty());
        return step.insteadOf() == null ? role : messages.say("approvals.role.instead", role, step.insteadOf());
    }

    private String state(Course course) {
        return messages.say("approvals.state." + course.state());
    }

    static String path(Course course) {
        return PATH + "/" + course.id();
    }

    private String say(String key) {
        return messages.say("approvals." + key);
    }
}
