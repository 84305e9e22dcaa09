package org.zongwu.repairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static zongwu.db.engine.Tables.IDEMPOTENCY;
import static zongwu.db.notices.Tables.MESSAGE;
import static zongwu.db.repairs.Tables.DOOR;
import static zongwu.db.repairs.Tables.LINK;
import static zongwu.db.repairs.Tables.TICKET;
import static zongwu.db.trail.Tables.RECORD;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.school.Opened;
import org.zongwu.school.Policies;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

/** A report on its way from the door to the confirmation, and what is refused on the way. */
@Office
class RepairIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Terms terms;
    @Autowired Policies policies;
    @Autowired Logbooks books;
    @Autowired TicketService tickets;
    @Autowired TicketFinder finder;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired MockMvc web;

    private Opened school;
    private Actor teacher;
    private Actor dispatcher;
    private Actor worker;
    private Actor other;
    private Logbook book;

    @BeforeEach
    void open() {
        clock.set(MONDAY, LocalTime.of(9, 0));
        school = Opened.school(schools, tenancy, setUp);
        book = books.of(TICKET);
        terms.open(school.actor(Duty.GA_DIRECTOR), new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 28), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 22)));
        teacher = new Actor(school.id(), school.person("T1", "刘洋"), "刘洋", Set.of(Duty.TEACHER));
        dispatcher = holder("T2", "何志远", Duty.DISPATCHER);
        worker = holder("T3", "孙志强", Duty.WORKER);
        other = holder("T4", "钱文斌", Duty.WORKER);
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void it_goes_from_the_report_to_the_confirmation_and_every_time_is_the_servers() {
        var id = report("ELECTRIC", false);
        assertThat(read(id).get(TICKET.FINISH_BY)).isEqualTo(at(MONDAY.plusDays(3), 18, 0));
        assertThat(read(id).get(TICKET.RESPOND_BY)).isEqualTo(at(MONDAY, 15, 1));
        tickets.dispatch(dispatcher, id, worker.employeeId());
        pass(10);
        step(worker, id, "acknowledgement");
        pass(30);
        step(worker, id, "visit");
        pass(60);
        step(worker, id, "repair", Draft.blank().set(TICKET.SOLUTION, "换灯管"));
        assertThatThrownBy(() -> step(worker, id, "confirmation")).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-REP-7"));
        step(teacher, id, "confirmation", Draft.blank().set(TICKET.RATING, "SATISFIED"));
        var row = read(id);
        assertThat(row.get(TICKET.STATE)).isEqualTo("CONFIRMED");
        assertThat(row.get(TICKET.DONE_AT)).isEqualTo(at(MONDAY, 10, 41));
        assertThat(row.get(TICKET.RATING)).isEqualTo("SATISFIED");
    }

    @Test
    void while_it_waits_for_goods_the_clock_stands_and_a_long_wait_is_the_dispatchers() {
        var id = onSite();
        assertThatThrownBy(() -> step(worker, id, "pause", pause(MONDAY.plusDays(9)))).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-REP-1"));
        step(worker, id, "pause", pause(MONDAY.plusDays(2)));
        assertThat(read(id).get(TICKET.FINISH_BY)).isNull();
        clock.set(MONDAY.plusDays(2), LocalTime.of(9, 0));
        step(worker, id, "resumption");
        // Two working days of eight hours later than Thursday at six
        assertThat(read(id).get(TICKET.FINISH_BY)).isEqualTo(at(MONDAY.plusDays(7), 18, 0));
    }

    @Test
    void not_mended_after_all_it_is_rework_and_the_clock_begins_anew() {
        var id = done();
        pass(60);
        step(teacher, id, "reopening", Draft.blank().set(TICKET.REOPEN_NOTE, "还在闪"));
        var row = read(id);
        assertThat(row.get(TICKET.REWORK)).isTrue();
        assertThat(row.get(TICKET.STATE)).isEqualTo("REPORTED");
        assertThat(row.get(TICKET.DONE_AT)).isNull();
        assertThat(row.get(TICKET.PROMISED_FROM)).isEqualTo(clock.instant());
    }

    @Test
    void after_a_while_without_a_word_it_is_confirmed_by_itself_and_rates_nothing() {
        var id = done();
        clock.set(MONDAY.plusDays(2), LocalTime.of(9, 0));
        watch(id);
        assertThat(read(id).get(TICKET.STATE)).isEqualTo("DONE");
        clock.set(MONDAY.plusDays(3), LocalTime.of(11, 0));
        watch(id);
        assertThat(read(id).get(TICKET.STATE)).isEqualTo("CONFIRMED");
        assertThat(read(id).get(TICKET.AUTO)).isTrue();
        assertThat(read(id).get(TICKET.RATING)).isNull();
    }

    @Test
    void what_is_late_is_told_of_and_what_stands_still_is_not() {
        var late = report("WATER", true);
        clock.set(MONDAY, LocalTime.of(12, 0));
        watch(late);
        assertThat(read(late).get(TICKET.ESCALATED_AT)).isNotNull();
    }

    @Test
    void two_dispatchers_send_at_once_and_one_is_told_whom_the_other_sent() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = report("LOCK", false);
            var refused = new ArrayList<RuleBroken>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var both = threads.invokeAll(List.<Callable<Boolean>>of(() -> send(id, worker, refused), () -> send(id, other, refused)));
                assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
            }
            assertThat(refused).singleElement().satisfies(r -> {
                assertThat(r.ruleId()).isEqualTo("R-REP-10");
                assertThat(r.args()).contains(read(id).get(TICKET.WORKER));
            });
        }
    }

    @Test
    void every_change_reaches_the_inbox_of_whoever_is_concerned_and_nobody_else() {
        var id = done();
        assertThat(told(dispatcher)).containsExactly("repairs.ticket.reported");
        assertThat(told(worker)).containsExactly("repairs.ticket.dispatched");
        assertThat(told(teacher)).containsExactly("repairs.ticket.moved", "repairs.ticket.moved", "repairs.ticket.done");
        assertThat(told(other)).isEmpty();
        step(teacher, id, "reopening", Draft.blank().set(TICKET.REOPEN_NOTE, "还在闪"));
        assertThat(told(worker)).containsExactly("repairs.ticket.dispatched", "repairs.ticket.reopened");
    }

    private List<String> told(Actor person) {
        return school.read(() -> db.select(MESSAGE.KIND).from(MESSAGE).where(MESSAGE.SCHOOL_ID.eq(school.id()), MESSAGE.EMPLOYEE_ID.eq(person.employeeId())).orderBy(MESSAGE.AT, MESSAGE.ID).fetch(MESSAGE.KIND));
    }

    @Test
    void a_lift_goes_to_nobody_who_is_not_licensed() {
        var id = report("LIFT", false);
        assertThatThrownBy(() -> tickets.dispatch(dispatcher, id, worker.employeeId())).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-REP-12"));
    }

    @Test
    void the_same_thing_is_merged_and_taken_apart_again() {
        var one = report("WATER", false);
        var same = report("WATER", false);
        step(dispatcher, same, "merging", Draft.blank().set(TICKET.MERGED_NO, read(one).get(TICKET.NO)));
        assertThat(read(same).get(TICKET.STATE)).isEqualTo("MERGED");
        assertThatThrownBy(() -> step(dispatcher, one, "merging", Draft.blank().set(TICKET.MERGED_NO, read(same).get(TICKET.NO)))).isInstanceOf(RuleBroken.class);
        step(dispatcher, same, "unmerging");
        assertThat(read(same).get(TICKET.STATE)).isEqualTo("REPORTED");
        assertThat(read(same).get(TICKET.MERGED_ID)).isNull();
    }

    @Test
    void what_is_too_dear_becomes_a_request() {
        var id = onSite();
        assertThatThrownBy(() -> step(worker, id, "repair", Draft.blank().set(TICKET.SOLUTION, "外修").set(TICKET.VENDOR_COST, 100_001L))).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.ruleId()).isEqualTo("R-REP-8"));
        step(worker, id, "need", Draft.blank().set(TICKET.ESTIMATE, 320_000L).set(TICKET.NEED_NOTE, "压缩机坏，要换整机"));
        assertThat(read(id).get(TICKET.STATE)).isEqualTo("NEED");
    }

    @Test
    void nobody_sees_what_is_not_his_and_nobody_else_takes_the_steps() {
        var id = report("ELECTRIC", false);
        assertThat(school.<Boolean>read(() -> finder.find(id, other).isPresent())).isFalse();
        assertThat(school.<Boolean>read(() -> finder.find(id, teacher).isPresent())).isTrue();
        tickets.dispatch(dispatcher, id, worker.employeeId());
        assertThatThrownBy(() -> step(other, id, "acknowledgement")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> step(teacher, id, "repair", Draft.blank().set(TICKET.SOLUTION, "x"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_database_too_knows_that_nobody_confirms_his_own_work() {
        var id = done();
        assertThatThrownBy(() -> school.write(() -> db.update(TICKET).set(TICKET.CONFIRMED_BY, worker.employeeId()).where(TICKET.SCHOOL_ID.eq(school.id()), TICKET.ID.eq(id)).execute()))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("not_his_own");
    }

    @Test
    void somebody_at_a_door_reports_and_his_link_shows_what_becomes_of_it() throws Exception {
        policies.set(school.actor(Duty.GA_DIRECTOR), "repair.public", "YES", MONDAY, "校长办公会");
        var door = door();
        var page = web.perform(get(door)).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        var answer = web.perform(multipart(door).file(new MockMultipartFile("photo", "IMG_1.jpg", "image/jpeg", withPlace())).param("trade", "ELECTRIC").param("content", "灯管闪").param("pass", pass(page.getContentAsString()))
                .param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(303);
        var link = answer.getRedirectedUrl();
        var story = web.perform(get(link)).andReturn().getResponse().getContentAsString();
        assertThat(story).contains("灯管闪", "待派工", "/photos/");
        var photo = web.perform(get(story.replaceAll("(?s).*href=\"(" + link + "/photos/[0-9a-f-]+)\".*", "$1"))).andReturn().getResponse();
        assertThat(photo.getContentType()).isEqualTo("image/jpeg");
        assertThat(new String(photo.getContentAsByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
        assertThat(web.perform(get(link.replaceAll(".$", link.endsWith("A") ? "B" : "A"))).andReturn().getResponse().getStatus()).isEqualTo(404);

        var id = school.<UUID>read(() -> db.select(TICKET.ID).from(TICKET).where(TICKET.SCHOOL_ID.eq(school.id())).fetchSingle().value1());
        tickets.dispatch(dispatcher, id, worker.employeeId());
        step(worker, id, "visit");
        step(worker, id, "repair", Draft.blank().set(TICKET.SOLUTION, "换灯管"));
        assertThat(web.perform(post(link + "/confirmation").param("rating", "SATISFIED").param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(303);
        assertThat(read(id).get(TICKET.RATING)).isEqualTo("SATISFIED");
        assertThat(read(id).get(TICKET.CONFIRMED_BY)).isEqualTo(TicketService.VISITOR);
    }

    @Test
    void whoever_reports_at_a_door_is_nobody_in_any_table() throws Exception {
        policies.set(school.actor(Duty.GA_DIRECTOR), "repair.public", "YES", MONDAY, "校长办公会");
        var door = door();
        var page = web.perform(get(door)).andReturn().getResponse().getContentAsString();
        web.perform(multipart(door).param("trade", "WATER").param("pass", pass(page)).param("_key", UUID.randomUUID().toString()).with(csrf()));
        school.read(() -> {
            assertThat(db.selectFrom(TICKET).where(TICKET.SCHOOL_ID.eq(school.id())).fetch()).singleElement().satisfies(t -> {
                assertThat(t.getMadeBy()).isEqualTo(TicketService.VISITOR);
                assertThat(t.getReporter()).isNull();
                assertThat(t.getPhone()).isNull();
            });
            assertThat(db.selectDistinct(IDEMPOTENCY.ACTOR_ID).from(IDEMPOTENCY).where(IDEMPOTENCY.SCHOOL_ID.eq(school.id()), IDEMPOTENCY.LOCATION.like("/r/%")).fetch(IDEMPOTENCY.ACTOR_ID)).containsExactly(TicketService.VISITOR);
            assertThat(db.selectDistinct(RECORD.ACTOR_ID).from(RECORD).where(RECORD.SCHOOL_ID.eq(school.id()), RECORD.OBJECT_TYPE.eq("repairs.ticket")).fetch(RECORD.ACTOR_ID)).containsExactly(TicketService.VISITOR);
            assertThat(db.fetchCount(LINK, LINK.SCHOOL_ID.eq(school.id()))).isEqualTo(1);
            return true;
        });
    }

    @Test
    void a_door_is_closed_unless_the_school_opens_it_and_a_form_lasts_half_an_hour() throws Exception {
        var door = door();
        assertThat(web.perform(get(door)).andReturn().getResponse().getContentAsString()).contains("/repairs/tickets/new").doesNotContain("name=\"pass\"");
        policies.set(school.actor(Duty.GA_DIRECTOR), "repair.public", "CHECKED", MONDAY, "校长办公会");
        var pass = pass(web.perform(get(door)).andReturn().getResponse().getContentAsString());
        clock.advance(java.time.Duration.ofMinutes(31));
        var stale = web.perform(multipart(door).param("trade", "DOOR").param("content", "窗玻璃裂").param("pass", pass).param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse();
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString()).contains("窗玻璃裂").contains("再扫一次");
        var fresh = pass(stale.getContentAsString());
        web.perform(multipart(door).param("trade", "DOOR").param("content", "窗玻璃裂").param("pass", fresh).param("_key", UUID.randomUUID().toString()).with(csrf()));
        assertThat(school.<String>read(() -> db.select(TICKET.STATE).from(TICKET).where(TICKET.SCHOOL_ID.eq(school.id())).fetchSingle().value1())).as("somebody looks at it first").isEqualTo("HELD");
    }

    @Test
    void a_door_takes_so_many_and_no_more_and_a_text_is_no_photo() throws Exception {
        policies.set(school.actor(Duty.GA_DIRECTOR), "repair.public", "YES", MONDAY, "校长办公会");
        var door = door();
        var pass = pass(web.perform(get(door)).andReturn().getResponse().getContentAsString());
        var bad = web.perform(multipart(door).file(new MockMultipartFile("photo", "x.jpg", "image/jpeg", "no photo".getBytes(StandardCharsets.UTF_8))).param("trade", "AIR").param("pass", pass).param("_key", UUID.randomUUID().toString()).with(csrf()))
                .andReturn().getResponse();
        assertThat(bad.getStatus()).isEqualTo(422);
        var codes = new ArrayList<Integer>();
        for (var i = 0; i < 8; i++) codes.add(web.perform(multipart(door).param("trade", "AIR").param("content", "n" + i).param("pass", pass).param("_key", UUID.randomUUID().toString()).with(csrf())).andReturn().getResponse().getStatus());
        assertThat(new HashSet<>(codes)).containsExactlyInAnyOrder(303, 422);
        assertThat(codes.getLast()).isEqualTo(422);
    }

    private boolean send(UUID id, Actor to, List<RuleBroken> refused) {
        try {
            tickets.dispatch(dispatcher, id, to.employeeId());
            return true;
        } catch (RuleBroken refusal) {
            synchronized (refused) {
                refused.add(refusal);
            }
            return false;
        }
    }

    private Actor holder(String staffNo, String name, Duty duty) {
        var id = school.person(staffNo, name);
        school.write(() -> setUp.firstDuty(id, duty));
        return new Actor(school.id(), id, name, Set.of(duty));
    }

    private UUID report(String trade, boolean urgent) {
        pass(1);
        return books.enter(teacher, book, Draft.blank().set(TICKET.PLACE, "格物楼305").set(TICKET.TRADE, trade).set(TICKET.CONTENT, "坏了").set(TICKET.URGENT, urgent)).id();
    }

    private UUID onSite() {
        clock.set(MONDAY, LocalTime.of(8, 59));
        var id = report("ELECTRIC", false);
        tickets.dispatch(dispatcher, id, worker.employeeId());
        step(worker, id, "visit");
        return id;
    }

    private UUID done() {
        var id = onSite();
        clock.set(MONDAY, LocalTime.of(10, 0));
        step(worker, id, "repair", Draft.blank().set(TICKET.SOLUTION, "换灯管"));
        return id;
    }

    private static Draft pause(LocalDate until) {
        return Draft.blank().set(TICKET.PAUSE_REASON, "MATERIAL").set(TICKET.PAUSE_UNTIL, until);
    }

    private void step(Actor actor, UUID id, String step) {
        step(actor, id, step, Draft.blank());
    }

    private void step(Actor actor, UUID id, String step, Draft filled) {
        books.step(actor, book, id, step, filled);
    }

    private void watch(UUID id) {
        school.write(() -> tickets.run("\"" + id + "\""));
    }

    private void pass(int minutes) {
        clock.advance(java.time.Duration.ofMinutes(minutes));
    }

    private java.time.Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(clock.getZone()).toInstant();
    }

    private Record read(UUID id) {
        return school.read(() -> db.selectFrom(TICKET).where(TICKET.SCHOOL_ID.eq(school.id()), TICKET.ID.eq(id)).fetchSingle());
    }

    /** A room with a code on its door. */
    private String door() {
        var building = Ids.next();
        var room = Ids.next();
        var campus = school.<UUID>read(() -> db.select(zongwu.db.school.Tables.CAMPUS.ID).from(zongwu.db.school.Tables.CAMPUS).where(zongwu.db.school.Tables.CAMPUS.SCHOOL_ID.eq(school.id())).limit(1).fetchSingle().value1());
        var code = "ABCD2345";
        school.write(() -> {
            db.insertInto(zongwu.db.school.Tables.BUILDING).columns(zongwu.db.school.Tables.BUILDING.SCHOOL_ID, zongwu.db.school.Tables.BUILDING.ID, zongwu.db.school.Tables.BUILDING.CAMPUS_ID, zongwu.db.school.Tables.BUILDING.NAME)
                    .values(school.id(), building, campus, "格物楼").execute();
            db.insertInto(zongwu.db.school.Tables.ROOM).columns(zongwu.db.school.Tables.ROOM.SCHOOL_ID, zongwu.db.school.Tables.ROOM.ID, zongwu.db.school.Tables.ROOM.BUILDING_ID, zongwu.db.school.Tables.ROOM.CODE, zongwu.db.school.Tables.ROOM.NAME,
                    zongwu.db.school.Tables.ROOM.USE).values(school.id(), room, building, "305", "305", "教室").execute();
            db.insertInto(DOOR).columns(DOOR.SCHOOL_ID, DOOR.ID, DOOR.ROOM_ID, DOOR.CODE, DOOR.SECRET).values(school.id(), Ids.next(), room, code, new byte[32]).execute();
        });
        return "/r/" + schools.find(school.id()).orElseThrow().code() + "/" + code;
    }

    private static String pass(String page) {
        return page.replaceAll("(?s).*name=\"pass\" value=\"([^\"]+)\".*", "$1");
    }

    /** A photo that says where it was taken. */
    private static byte[] withPlace() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        var plain = bytes.toByteArray();
        var told = "Exif\0\0GPS 31.2304N 121.4737E".getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (told.length + 2)});
        out.write(told);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }
}
