package org.zongwu.trail.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static zongwu.db.school.Tables.CAMPUS;
import static zongwu.db.trail.Tables.RECORD;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Pages;
import org.zongwu.trail.Trail;

@Office
class TrailIT {
    @Autowired
    private Trail trail;

    @Autowired
    private Journal journal;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private Schools schools;

    @Autowired
    private DSLContext db;

    @Autowired
    private MockMvc web;

    @Autowired
    private Pages pages;

    private long school;
    private Actor actor;
    private final WorkRef thing = new WorkRef("school.campus", Ids.next(), "本部");

    @BeforeEach
    void open() {
        school = schools.open("s" + UUID.randomUUID().toString().substring(0, 12), "某某小学", false).id();
        actor = new Actor(school, Ids.next(), "审计员", Set.of(Duty.LOG_AUDITOR));
    }

    @Test
    void a_record_holds_the_rows_as_the_database_has_them() {
        tenancy.write(school, () -> {
            campus("东校区");
            campus("西校区");
            trail.write(actor, "opened", thing, "扩建", Images.of(CAMPUS, CAMPUS.SCHOOL_ID.eq(school)));
        });
        var images = tenancy.read(school, () -> db.select(RECORD.IMAGES).from(RECORD).where(RECORD.SCHOOL_ID.eq(school)).fetchSingle().value1().data());
        assertThat(images).startsWith("[{\"r\": {").contains("\"t\": \"school.campus\"", "东校区", "西校区").contains("\"school_id\": " + school);
    }

    @Test
    void instants_stand_in_images_in_utc_whatever_the_session_says() {
        tenancy.write(school, () -> {
            db.execute("set local timezone = 'Asia/Shanghai'");
            trail.write(actor, "first", thing, null, Images.none());
            trail.write(actor, "second", thing, null, Images.of(RECORD, RECORD.SCHOOL_ID.eq(school)));
        });
        var images = tenancy.read(school, () -> db.select(RECORD.IMAGES).from(RECORD).where(RECORD.SCHOOL_ID.eq(school), RECORD.ACTION.eq("second")).fetchSingle().value1().data());
        assertThat(images).contains("\"at\": \"2026-11-23T01:00:00+00:00\"");
    }

    @Test
    void a_record_goes_with_its_change_or_not_at_all() {
        assertThatThrownBy(() -> tenancy.write(school, () -> {
            trail.write(actor, "opened", thing, null, Images.none());
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        assertThat(tenancy.read(school, () -> trail.steps(thing.id()))).isEmpty();
    }

    @Test
    void nobody_writes_into_the_trail_of_another_school() {
        var elsewhere = new Actor(school + 1, Ids.next(), "外人", Set.of());
        assertThatIllegalStateException().isThrownBy(() -> tenancy.write(school, () -> trail.write(elsewhere, "opened", thing, null, Images.none())));
    }

    @Test
    void the_application_can_neither_change_nor_delete_a_record_nor_seal_one() {
        tenancy.write(school, () -> trail.write(actor, "opened", thing, null, Images.none()));
        for (var sql : List.of("update trail.record set reason = ''", "delete from trail.record", "truncate trail.record cascade",
                "insert into trail.seal values (" + school + ", 1, 1, '', '', '', now())")) {
            assertThatThrownBy(() -> tenancy.write(school, () -> { db.execute(sql); })).as(sql).hasMessageContaining("permission denied");
        }
    }

    @Test
    void steps_come_newest_first() {
        tenancy.write(school, () -> {
            trail.write(actor, "drafted", thing, null, Images.none());
            trail.write(actor, "posted", thing, "急用", Images.none());
        });
        assertThat(tenancy.read(school, () -> trail.steps(thing.id()))).extracting(Trail.Step::action).containsExactly("posted", "drafted");
    }

    @Test
    void two_who_print_at_once_print_the_first_and_the_second_copy() throws Exception {
        try (var printers = Executors.newFixedThreadPool(6)) {
            var prints = printers.invokeAll(IntStream.range(0, 12).<Callable<Integer>>mapToObj(i -> () -> journal.print(actor, thing).nth()).toList());
            var numbers = new TreeSet<Integer>();
            for (var print : prints) numbers.add(print.get());
            assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        }
        assertThat(tenancy.<Integer>read(school, () -> journal.prints(thing.id()))).isEqualTo(12);
    }

    @Test
    void the_register_shows_who_did_what() throws Exception {
        tenancy.write(school, () -> trail.write(actor, "period-closed", thing, "月底", Images.none()));
        var page = page("/trail/records", actor);
        assertThat(page).contains("操作记录", "审计员", "结账", "本部", "月底", "2026-11-23 09:00");
        assertThat(page("/trail/records?q=没有这个人", actor)).doesNotContain("月底");
    }

    @Test
    void a_storekeeper_does_not_read_the_register() throws Exception {
        var keeper = new Actor(school, Ids.next(), "周保管", Set.of(Duty.STOREKEEPER));
        assertThat(web.perform(get("/trail/records").with(authentication(new TestingAuthenticationToken(keeper, null, List.of())))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void a_thing_without_a_page_has_no_link() {
        assertThat(pages.path("school.nothing", Ids.next(), "1")).isNull();
    }

    private String page(String path, Actor as) throws Exception {
        var answer = web.perform(get(path).with(authentication(new TestingAuthenticationToken(as, null, List.of())))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void campus(String name) {
        db.insertInto(CAMPUS, CAMPUS.SCHOOL_ID, CAMPUS.ID, CAMPUS.NAME).values(school, Ids.next(), name).execute();
    }
}
