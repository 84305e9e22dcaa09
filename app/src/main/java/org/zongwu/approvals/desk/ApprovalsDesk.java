package org.zongwu.approvals.desk;

import static zongwu.db.approvals.Tables.COURSE;
import static zongwu.db.approvals.Tables.ROUND;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zongwu.approvals.course.CourseService;
import org.zongwu.approvals.kind.Watchers;
import org.zongwu.approvals.rule.RuleService;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.TodoSource;
import org.zongwu.web.Messages;

/** What waits for whose stamp, and how a course is found. */
@Component
class ApprovalsDesk implements TodoSource, SearchSource {
    private static final int LETTERS = 2;

    private final CourseService courses;
    private final RuleService rules;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;

    ApprovalsDesk(CourseService courses, RuleService rules, Messages messages, DSLContext db, Tenancy tenancy) {
        this.courses = courses;
        this.rules = rules;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var all = new ArrayList<Todo>();
        for (var a : courses.awaited(actor)) all.add(new Todo("todo.approvals.stamp", a.title(), messages.say("approvable." + a.kind()) + "　" + a.openedBy(), null, a.amount(), a.path()));
        for (var p : rules.waiting(actor)) all.add(new Todo("todo.approvals.rule", messages.say("approvable." + p.kind()), p.source(), p.from(), null, p.path()));
        return all;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (words.length() < LETTERS || !Watchers.include(actor)) return List.of();
        var like = "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return db.select(COURSE.ID, ROUND.TITLE, COURSE.STATE).from(COURSE).join(ROUND).on(ROUND.SCHOOL_ID.eq(COURSE.SCHOOL_ID), ROUND.COURSE_ID.eq(COURSE.ID), ROUND.ROUND_NO.eq(COURSE.ROUND_NO))
                .where(COURSE.SCHOOL_ID.eq(tenancy.current()), ROUND.TITLE.likeIgnoreCase(like, '!').or(COURSE.OBJECT_NO.likeIgnoreCase(like, '!'))).orderBy(COURSE.OPENED_AT.desc()).limit(limit)
                .fetch(r -> new Hit("approvals.one", r.value2(), messages.say("approvals.state." + r.value3()), "/approvals/courses/" + r.value1(), false));
    }

    /** In the menu of those who usually stamp; everybody else comes by a to-do or from his own document. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {
        private static Duty[] stampers() {
            var all = EnumSet.allOf(Duty.class);
            all.removeIf(Duty::administers);
            all.removeAll(EnumSet.of(Duty.TEACHER, Duty.HEAD_TEACHER, Duty.WORKER));
            return all.toArray(Duty[]::new);
        }

        @Bean
        NavEntry approvalsInMenu() {
            return NavEntry.of("approvals", "approvals.title", "/approvals", 190, stampers());
        }

        @Bean
        NavEntry myApprovalsInMenu() {
            return NavEntry.of("approvals", "approvals.mine.title", "/approvals/mine", 191, stampers());
        }

        @Bean
        NavEntry allApprovalsInMenu() {
            return NavEntry.of("approvals", "approvals.all.title", "/approvals/all", 192, Watchers.duties());
        }

        @Bean
        NavEntry delegationsInMenu() {
            return NavEntry.of("approvals", "approvals.delegation.title", "/approvals/delegations", 193, stampers());
        }

        @Bean
        NavEntry approvalRulesInMenu() {
            return NavEntry.of("approvals", "approvals.rule.title", "/approvals/rules", 194, Watchers.duties());
        }
    }
}
