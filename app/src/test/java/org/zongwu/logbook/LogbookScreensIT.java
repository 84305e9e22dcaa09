package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.safety.Tables.HAZARD;
import static zongwu.db.trail.Tables.RECORD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** The screens that the frame draws, on hazards; and that every book has them. */
@Office
class LogbookScreensIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private DSLContext db;
    @Autowired private Clock clock;
    @Autowired private WebApplicationContext context;

    private MockMvc web;
    private Actor everything;
    private Opened school;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        school.person("T001", "梁红远");
        var duties = EnumSet.complementOf(EnumSet.of(Duty.SYS_ADMIN, Duty.SEC_ADMIN, Duty.LOG_AUDITOR));
        everything = new Actor(school.id(), school.first(), "安可", duties);
        web = MockMvcBuilders.webAppContextSetup(context).addFilters(context.getBean("requestNumbers", jakarta.servlet.Filter.class)).build();
    }

    @Test
    void no_two_books_number_their_records_alike() {
        var letters = books.all().stream().map(b -> b.series).filter(l -> !l.isEmpty()).toList();
        assertThat(letters).isNotEmpty().doesNotHaveDuplicates().doesNotContain("RK", "LW");
    }

    @Test
    void every_book_answers_with_its_register_its_empty_form_and_what_is_missing_in_it() throws Exception {
        var wrong = new TreeSet<String>();
        for (var book : books.all()) {
            var list = get(book.path());
            if (list.getStatus() != 200 || !list.getContentAsString().contains("zw-empty")) wrong.add(book.path() + " answers " + list.getStatus() + " or not with its empty page");
            if (book.isView()) continue;
            if (get(book.path() + "/new").getStatus() != 200) wrong.add(book.path() + "/new");
            var refused = post(book.path());
            if (refused.getStatus() != 422 || !refused.getContentAsString().contains("zw-errs")) wrong.add(book.path() + " takes an empty form: " + refused.getStatus());
            if (get(book.path() + "?format=xlsx").getStatus() != 200 || get(book.path() + "?format=json").getStatus() != 200) wrong.add(book.path() + " as a file");
        }
        assertThat(wrong).isEmpty();
    }

    private MockHttpServletResponse record() throws Exception {
        return post("/safety/hazards", "found_on", "11.2", "place", "格物楼406", "description", "插排私拉", "level", "GENERAL", "due_on", "2026-11-09", "owner", "梁红远 T001");
    }

    @Test
    void what_is_typed_is_recorded_shown_printed_made_void_and_offered_again() throws Exception {
        var made = record();
        assertThat(made.getStatus()).isEqualTo(303);
        var path = "/safety/hazards/" + id(made);
        assertThat(get(path).getContentAsString()).contains("插排私拉", "YH-2026-00001", "待整改");
        assertThat(get("/safety/hazards").getContentAsString()).contains("YH-2026-00001");
        assertThat(get("/search?q=YH-2026-00001").getStatus()).isEqualTo(302);
        var printed = post(path + "/prints");
        assertThat(get(printed.getHeader("Location")).getContentAsByteArray()).startsWith("%PDF".getBytes());
        assertThat(get(path + "/prints/2").getStatus()).isEqualTo(404);
        assertThat(post(path + "/voiding").getStatus()).as("without a reason").isEqualTo(422);
        var gone = post(path + "/voiding", "reason", "写错了楼");
        assertThat(gone.getStatus()).isEqualTo(303);
        assertThat(get(gone.getHeader("Location")).getContentAsString()).as("the form is filled again").contains("插排私拉", "格物楼406");
        assertThat(get(path).getContentAsString()).contains("写错了楼", "作废");
    }

    @Test
    void who_decides_sees_on_what_and_a_fresh_form_says_today() throws Exception {
        var path = "/safety/hazards/" + id(record());
        for (var form : List.of("/voiding", "/rectification")) assertThat(get(path + form).getContentAsString()).as(form).contains("<dt>隐患描述</dt>", "插排私拉", "格物楼406");
        var today = "value=\"" + LocalDate.now(clock) + "\"";
        assertThat(get(path + "/rectification").getContentAsString()).contains(today);
        assertThat(get("/safety/hazards/new").getContentAsString()).contains(today);
        assertThat(get(path).getContentAsString()).as("the card says what the register says").contains("逾期 · 待整改");
    }

    @Test
    void what_a_link_has_narrowed_stays_narrowed_when_something_else_is_asked() throws Exception {
        record();
        var page = get("/safety/hazards?from=2026-08-24&to=2027-01-31&valid=yes").getContentAsString();
        assertThat(page).contains("<input type=\"hidden\" name=\"valid\" value=\"yes\">").contains("2026-08-24 至 2027-01-31");
        assertThat(page).as("a flag says itself").contains("<b>只看有效</b>");
        assertThat(get("/safety/hazards?owner_id=" + school.first()).getContentAsString()).as("nobody reads an id").doesNotContain("<b>" + school.first());
    }

    @Test
    void a_refusal_keeps_everything_typed_and_stands_at_its_blank() throws Exception {
        var late = post("/safety/hazards", "found_on", "2026-11-02", "place", "格物楼406", "description", "插排私拉", "level", "GENERAL", "due_on", "2026-10-01", "owner", "梁红远");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("整改期限不能早于发现日期 2026-11-02", "due_on-error", "插排私拉");
        var nobody = post("/safety/hazards", "found_on", "2026-11-02", "place", "x", "description", "y", "level", "GENERAL", "due_on", "2026-11-05", "owner", "查无此人");
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(nobody.getContentAsString()).contains("查无此人", "owner-error");
    }

    @Test
    void the_same_form_sent_twice_is_one_record_and_each_request_has_a_number_in_the_trail() throws Exception {
        var key = UUID.randomUUID().toString();
        String[] typed = {"_key", key, "found_on", "2026-11-02", "place", "格物楼406", "description", "灯不亮", "level", "GENERAL", "due_on", "2026-11-09", "owner", "梁红远"};
        var first = post("/safety/hazards", typed);
        var second = post("/safety/hazards", typed);
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(school.<Integer>read(() -> db.fetchCount(HAZARD, HAZARD.SCHOOL_ID.eq(school.id())))).isEqualTo(1);
        var request = school.read(() -> db.select(RECORD.REQUEST_ID).from(RECORD).where(RECORD.SCHOOL_ID.eq(school.id()), RECORD.OBJECT_TYPE.eq("safety.hazard")).fetchSingle().value1());
        assertThat(request).matches(ID);
    }

    private static String id(MockHttpServletResponse response) {
        var m = ID.matcher(response.getHeader("Location"));
        assertThat(m.find()).isTrue();
        return m.group();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(java.net.URI.create(path)));
    }

    /** @param typed name and value in turn; a key is made when none is given */
    private MockHttpServletResponse post(String path, String... typed) throws Exception {
        var request = MockMvcRequestBuilders.post(java.net.URI.create(path));
        var keyed = false;
        for (var i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
            keyed |= typed[i].equals("_key");
        }
        if (!keyed) request.param("_key", Ids.next().toString());
        return send(request);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new UsernamePasswordAuthenticationToken(everything, null, java.util.List.of()));
        try {
            var answer = web.perform(request).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
