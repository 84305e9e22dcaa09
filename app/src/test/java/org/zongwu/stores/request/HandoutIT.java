package org.zongwu.stores.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.school.Tables.STUDENT;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.KIT;
import static zongwu.db.stores.Tables.KIT_LINE;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.stores.Stores.Wanted;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.counter.CounterService;
import org.zongwu.stores.counter.Waiting;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.issue.SignedPaper;
import org.zongwu.stores.kit.Handout;
import org.zongwu.stores.kit.HandoutService;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** One receiver signs several slips at once, and nobody else's; a kit needs classes and a day. */
class HandoutIT extends StoresOffice {
    @Autowired RequestService requests;
    @Autowired CounterService handovers;
    @Autowired HandoutService handouts;
    @Autowired Logbooks books;
    @Autowired SignedPaper papers;
    @Autowired Trail trail;
    @Autowired DSLContext db;

    @Test
    void one_receiver_signs_all_his_slips_at_once_and_the_keeper_posts_them_together() {
        openSchool();
        var chalk = item("0201", "粉笔", "盒");
        receive(TODAY.minusDays(1), at(chalk, "盒", 50, "2"));
        for (var i = 0; i < 3; i++) requests.request(teacher, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(2))));
        requests.request(acceptor, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(1))));
        List<Waiting> mine = tenancy.read(school, () -> handovers.of(teacher));
        assertThat(mine).hasSize(3).allSatisfy(w -> assertThat(w.things()).isEqualTo("粉笔 2盒"));
        var chosen = new HashMap<UUID, Integer>();
        mine.forEach(w -> chosen.put(w.id(), w.version()));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> handovers.sign(acceptor, chosen)).extracting(RuleBroken::ruleId).isEqualTo("R-ISS-7");
        assertThat(tenancy.<List<Waiting>>read(school, () -> handovers.of(teacher))).hasSize(3);
        handovers.sign(teacher, chosen);
        List<Waiting> counter = tenancy.read(school, () -> handovers.atCounter(keeper, null));
        assertThat(counter).filteredOn(Waiting::signed).hasSize(3);
        handovers.post(keeper, List.copyOf(chosen.keySet()));
        assertThat(tenancy.<List<Waiting>>read(school, () -> handovers.atCounter(keeper, null))).hasSize(1);
        everythingHolds();
    }

    @Test
    void a_kit_is_handed_out_only_with_items_and_classes_that_can_sign() {
        openSchool();
        item("0201", "粉笔", "盒");
        var kit = tenancy.<UUID>write(school, () -> books.enter(keeper, books.of(KIT), Draft.blank().set(KIT.NAME, "开学用品").set(KIT.DAY, TODAY)
                .line(Draft.blank().set(KIT_LINE.ITEM, "粉笔").set(KIT_LINE.PER, "CLASS").set(KIT_LINE.QUANTITY, BigDecimal.TEN))).id());
        refused(() -> handouts.open(keeper, Ids.next(), kit, warehouse, TODAY, TODAY)); // no classes
        refused(() -> handouts.open(keeper, Ids.next(), kit, warehouse, TODAY, TODAY.minusDays(1)));
        var other = person("1011", "王芳", Duty.STOREKEEPER);
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> handouts.open(other, Ids.next(), kit, warehouse, TODAY, TODAY)).extracting(RuleBroken::ruleId).isEqualTo("R-CUS-4");
    }

    @Test
    void a_paper_with_signatures_stands_for_the_log_ins_of_all_whose_slips_it_is_fastened_to() {
        openSchool();
        var chalk = item("0201", "粉笔", "盒");
        receive(TODAY.minusDays(1), at(chalk, "盒", 50, "2"));
        requests.request(teacher, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(2))));
        requests.request(acceptor, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(3))));
        var upload = new MockMultipartHttpServletRequest();
        upload.addFile(new MockMultipartFile("paper", "签收表.pdf", "application/pdf", "%PDF-1.4 签收".getBytes(StandardCharsets.UTF_8)));
        var chosen = waiting();
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> handovers.signOnPaper(keeper, chosen, id -> papers.keep(keeper, upload, "missing", paper(id)))).extracting(RuleBroken::ruleId).isEqualTo("R-ISS-7");
        assertThat(waiting()).isEqualTo(chosen);
        handovers.signOnPaper(keeper, chosen, id -> papers.keep(keeper, upload, "paper", paper(id)));
        handovers.post(keeper, List.copyOf(chosen.keySet()));
        tenancy.read(school, () -> assertThat(db.select(ISSUE.PAPER_ID, ISSUE.LINE_COUNT).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(school)).fetch()).hasSize(2).allSatisfy(r -> assertThat(r.value1()).isNotNull()));
        everythingHolds();
    }

    @Test
    void a_kit_goes_to_every_class_by_its_heads_and_adds_up() {
        openSchool();
        var chalk = item("0201", "粉笔", "盒");
        var book = item("0301", "练习本", "本");
        receive(TODAY.minusDays(1), at(chalk, "盒", 5, "2"), at(book, "本", 100, "1.5"));
        var one = schoolClass(1, teacher, 3);
        var two = schoolClass(2, acceptor, 4);
        var kit = tenancy.<UUID>write(school, () -> books.enter(keeper, books.of(KIT), Draft.blank().set(KIT.NAME, "开学用品").set(KIT.DAY, TODAY)
                .line(Draft.blank().set(KIT_LINE.ITEM, "粉笔").set(KIT_LINE.PER, "CLASS").set(KIT_LINE.QUANTITY, BigDecimal.TWO))
                .line(Draft.blank().set(KIT_LINE.ITEM, "练习本").set(KIT_LINE.PER, "STUDENT").set(KIT_LINE.QUANTITY, BigDecimal.TEN))).id());
        var id = Ids.next();
        handouts.open(keeper, id, kit, warehouse, TODAY, TODAY);
        var opened = tenancy.<Handout>read(school, () -> handouts.handout(id));
        assertThat(opened.parts()).extracting(Handout.Part::classId, Handout.Part::students, p -> p.things().stream().map(t -> t.label() + t.quantity()).toList())
                .containsExactlyInAnyOrder(tuple(one, 3, List.of("粉笔2", "练习本30")), tuple(two, 4, List.of("粉笔2", "练习本40")));
        var chosen = new HashMap<UUID, Integer>();
        tenancy.<List<Waiting>>read(school, () -> handovers.atCounter(keeper, id)).forEach(w -> chosen.put(w.id(), w.version()));
        var first = opened.parts().stream().filter(p -> p.classId().equals(one)).findFirst().orElseThrow().slipId();
        handovers.sign(teacher, new HashMap<>(Map.of(first, chosen.get(first))));
        handovers.post(keeper, List.of(first));
        var after = tenancy.<Handout>read(school, () -> handouts.handout(id));
        assertThat(after.done()).isEqualTo(1);
        assertThat(after.proofs()).allSatisfy(p -> assertThat(p.difference()).isEqualTo(Quantity.ZERO))
                .extracting(p -> p.label() + " " + p.due() + " " + p.issued() + " " + p.now() + " " + p.shortage()).containsExactlyInAnyOrder("粉笔 4 2 3 0", "练习本 70 30 70 0");
        everythingHolds();
    }

    private UUID schoolClass(int number, Actor head, int students) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            var from = TODAY.minusDays(60);
            db.insertInto(SCHOOL_CLASS).columns(SCHOOL_CLASS.SCHOOL_ID, SCHOOL_CLASS.ID, SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER, SCHOOL_CLASS.HEAD_TEACHER_ID, SCHOOL_CLASS.OPENS_ON)
                    .values(school, id, 2026, number, head.employeeId(), from).execute();
            for (var i = 0; i < students; i++) {
                var student = Ids.next();
                db.insertInto(STUDENT).columns(STUDENT.SCHOOL_ID, STUDENT.ID, STUDENT.STUDENT_NO, STUDENT.NAME, STUDENT.PINYIN).values(school, student, number + "0" + i, "学生" + i, "xs").execute();
                db.insertInto(ENROLMENT).columns(ENROLMENT.SCHOOL_ID, ENROLMENT.ID, ENROLMENT.STUDENT_ID, ENROLMENT.CLASS_ID, ENROLMENT.VALID_FROM).values(school, Ids.next(), student, id, from).execute();
                trail.write(director, "enrolled", new WorkRef("school.student", student, ""), null, Images.of(STUDENT, STUDENT.SCHOOL_ID.eq(school).and(STUDENT.ID.eq(student)))
                        .and(ENROLMENT, ENROLMENT.SCHOOL_ID.eq(school).and(ENROLMENT.STUDENT_ID.eq(student))));
            }
            trail.write(director, "opened", new WorkRef("school.class", id, ""), null, Images.of(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(school).and(SCHOOL_CLASS.ID.eq(id))));
        });
        return id;
    }

    private Map<UUID, Integer> waiting() {
        var all = new HashMap<UUID, Integer>();
        tenancy.<List<Waiting>>read(school, () -> handovers.atCounter(keeper, null)).forEach(w -> all.put(w.id(), w.version()));
        return all;
    }

    private static WorkRef paper(UUID slip) {
        return new WorkRef(IssueService.TYPE, slip, "");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo("R-ISS-4");
    }
}
