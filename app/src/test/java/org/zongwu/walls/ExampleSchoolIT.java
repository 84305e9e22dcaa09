package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.ListSource;
import org.zongwu.kernel.OwnFigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.launch.DemoOffice;
import org.zongwu.school.Duties;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.SummaryService;

/** The example school as {@code demo} makes it: its figures against SQL of their own, its pages against strangers. */
@Office
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleSchoolIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final String EFFECTIVE = "d.reversal_of is null and not exists (select from %1$s x where x.school_id = d.school_id and x.reversal_of = d.id)";

    /** Written from each formula in words, see figures.txt. */
    private static final Map<String, String> SQL = sql();

    private static Map<String, String> sql() {
        try (var in = ExampleSchoolIT.class.getResourceAsStream("/figures.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .collect(Collectors.toMap(l -> l.substring(0, l.indexOf(':')), l -> l.substring(l.indexOf(':') + 1).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    private DemoOffice demo;

    @Autowired
    private List<FigureSource> sources;

    @Autowired
    private List<OwnFigureSource> own;

    @Autowired
    private List<ListSource> lists;

    @Autowired
    private Duties duties;

    @Autowired
    private SummaryService summaries;

    @Autowired
    private Schools schools;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private WebApplicationContext context;

    @Value("${zongwu.db.url}")
    private String url;

    @Value("${zongwu.db.user}")
    private String user;

    @Value("${zongwu.db.password}")
    private String password;

    private long school;
    private MockMvc web;

    @BeforeEach
    void open() {
        demo.open("http://localhost:8080", line -> { });
        school = schools.findByCode("qinghe").orElseThrow().id();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @Order(1)
    void every_figure_is_what_sql_of_its_own_says() {
        var figures = figures();
        assertThat(figures.size()).isGreaterThanOrEqualTo(12);
        var wrong = new TreeSet<String>();
        figures.forEach((id, figure) -> {
            if (id.startsWith("CONTROL_")) return; // they count what was proved, not records
            assertThat(SQL).as("%s needs SQL of its own here", id).containsKey(id);
            var own = superuser().queryForObject(SQL.get(id).replace(":from", "date '" + TERM.from() + "'").replace(":to", "date '" + TERM.to() + "'"), BigDecimal.class, school);
            if (figure.value() == null || figure.value().compareTo(own == null ? BigDecimal.ZERO : own) != 0) wrong.add(id + " is " + figure.value() + ", by SQL " + own);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void every_figure_opens_a_register_whose_totals_show_the_same_number() throws Exception {
        var figures = figures();
        assertThat(figures.values()).as("the example school has a record for every figure").allMatch(f -> f.value() != null);
        var wrong = FigureLinks.wrong(web, director(), figures.values());
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void nothing_of_this_school_is_there_for_another_whatever_its_duties() throws Exception {
        var other = schools.open("x" + UUID.randomUUID().toString().substring(0, 8), "外校", false).id();
        var stranger = new Actor(other, UUID.randomUUID(), "外人", EnumSet.allOf(Duty.class));
        var wrong = new TreeSet<String>();
        for (var path : pagesWithIds()) {
            var status = get(path, stranger).getStatus();
            if (status != 404) wrong.add(path + " answers " + status + " to another school");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(4)
    void a_teacher_sees_no_slip_of_another() throws Exception {
        var slips = superuser().queryForList("select id from stores.issue where school_id = ? order by id limit 20", UUID.class, school);
        var somebody = new Actor(school, UUID.randomUUID(), "别人", Set.of(Duty.TEACHER, Duty.HEAD_TEACHER));
        for (var slip : slips) assertThat(get("/stores/issues/" + slip, somebody).getStatus()).isEqualTo(404);
        assertThat(get("/stores/issues?format=json", somebody).getContentAsString()).contains("\"count\":0");
    }

    @Test
    @Order(5)
    void every_list_has_as_many_records_as_its_figure_counts_and_its_register_shows() throws Exception {
        var figures = figures();
        var wrong = new TreeSet<String>();
        for (var source : lists) {
            for (var id : source.lists().stream().filter(figures::containsKey).toList()) {
                var listing = tenancy.read(school, () -> source.list(id, TERM, null, 5000));
                var value = figures.get(id).value() == null ? 0 : figures.get(id).value().longValueExact();
                var shown = get(listing.link() + "&format=json&exact=yes", director()).getContentAsString();
                if (listing.count() != value || listing.rows().size() != value || !shown.contains("\"count\":" + value + ",") && !shown.contains("\"count\":" + value + "}")) {
                    wrong.add(id + " is " + value + ", listed " + listing.rows().size() + " of " + listing.count());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** R-PS-1: what stands in a personal summary opens for that person, and shows his records alone. */
    @Test
    @Order(6)
    void every_figure_of_a_person_opens_his_own_records_for_him() throws Exception {
        var wrong = new TreeSet<String>();
        var asked = new TreeMap<String, Integer>();
        for (var person : superuser().queryForList("select id from school.employee where school_id = ? order by staff_no", UUID.class, school)) {
            var himself = tenancy.read(school, () -> new Actor(school, person, "本人", duties.heldBy(person, LocalDate.of(2026, 11, 26))));
            for (var figure : tenancy.read(school, () -> own.stream().flatMap(s -> s.figuresOf(person, TERM).stream()).filter(f -> f.value() != null).toList())) {
                if (asked.merge(figure.definition().id(), 1, Integer::sum) > 2) continue;
                var answer = get(figure.link() + "&format=json&exact=yes", himself);
                var numbers = Pattern.compile("\"(?:count|[a-z_-]+)\":\\s*\"?(-?[0-9.]+)\"?(?=[,}])").matcher(answer.getContentAsString()).results().map(m -> new BigDecimal(m.group(1))).toList();
                if (numbers.stream().noneMatch(n -> n.compareTo(figure.value()) == 0)) wrong.add(figure.definition().id() + " is " + figure.value() + ", not in " + answer.getStatus() + " " + figure.link());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked.size()).as("figures that somebody here has: %s", asked).isGreaterThan(12);
    }

    /** R-PLAN-2. */
    @Test
    @Order(7)
    void each_task_of_the_plan_has_its_source_its_owner_its_day_and_what_will_be_seen() {
        var period = tenancy.read(school, () -> summaries.period(Optional.of("2026-2027-1")).orElseThrow());
        var plan = summaries.draft(school, Subject.office(period)).plan();

        assertThat(plan).hasSizeGreaterThan(8).allSatisfy(task -> {
            assertThat(task.source()).isNotBlank();
            assertThat(task.text()).isNotBlank();
            assertThat(task.owner()).as(task.text()).isNotBlank();
            assertThat(task.due()).as(task.text()).isNotBlank();
            assertThat(task.target()).as(task.text()).isNotBlank();
            assertThat(task.link()).as(task.text()).startsWith("/");
            if (task.dueOn() != null) assertThat(task.dueOn()).as(task.text()).isAfter(period.span().to());
        });
    }

    @Test
    @Order(9)
    void removing_a_record_changes_exactly_the_figures_that_it_feeds() {
        var before = figures();
        var room = superuser().queryForObject("select r.id from school.room r where school_id = ? and not exists (select from stores.warehouse w where w.school_id = r.school_id and w.room_id = r.id)"
                + " and not exists (select from assets.custody c where c.school_id = r.school_id and c.room_id = r.id)"
                + " and not exists (select from repairs.ticket t where t.school_id = r.school_id and t.room_id = r.id) limit 1", UUID.class, school);
        superuser().update("delete from school.room where school_id = ? and id = ?", school, room);
        assertThat(changed(before, figures())).containsExactly("ROOMS");

        before = figures();
        var issue = superuser().queryForObject("select d.id from stores.issue d where school_id = ? and class_id is null and amount > 0 and " + EFFECTIVE.formatted("stores.issue")
                + " and (select count(*) from stores.issue o where o.school_id = d.school_id and o.receiver_id = d.receiver_id) > 2 limit 1", UUID.class, school);
        for (var table : List.of("stores.move where object_id", "stores.issue_line where issue_id", "stores.issue where id")) superuser().update("delete from " + table + " = ?", issue);
        assertThat(changed(before, figures())).containsExactly("ISSUE_COUNT", "ISSUE_PER_HEAD", "STOCK_OUT_AMOUNT", "STOCK_VALUE");
    }

    private static List<String> changed(Map<String, Figure> before, Map<String, Figure> after) {
        return before.keySet().stream().filter(id -> !id.startsWith("CONTROL_"))
                .filter(id -> before.get(id).value().compareTo(after.get(id).value()) != 0).sorted().toList();
    }

    private Map<String, Figure> figures() {
        return tenancy.read(school, () -> sources.stream().flatMap(s -> s.figures(TERM).stream()).toList()).stream()
                .collect(Collectors.toMap(f -> f.definition().id(), Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** Follows the links of everybody's pages and keeps, of each kind, a few that name a thing by its id. */
    private Set<String> pagesWithIds() throws Exception {
        var kinds = new TreeMap<String, String>();
        var seen = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of("/", "/stores/issues", "/stores/receipts", "/stores/items", "/stores/warehouses", "/school/classes", "/school/employees", "/school/students",
                "/school/rooms", "/school/terms", "/school/duties", "/parties", "/imports/runs", "/summary"));
        while (!next.isEmpty() && seen.size() < 300) {
            var path = next.poll();
            if (!seen.add(path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("\\?.*", ""))) continue;
            if (path.matches(".*[0-9a-f]{8}-[0-9a-f-]{27}.*")) kinds.put(path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"), path);
            var answer = get(path, director());
            if (answer.getContentType() == null || !answer.getContentType().startsWith("text/html")) continue;
            for (var link : LINK.matcher(answer.getContentAsString()).results().map(m -> m.group(1).replace("&amp;", "&")).toList()) {
                if (!link.startsWith("/static/") && !link.contains("format=xlsx")) next.add(link);
            }
        }
        var paths = new TreeSet<>(kinds.values());
        paths.removeIf(p -> p.contains("?")); // a filter by a stranger's id finds nothing, and says so with 200
        assertThat(paths.size()).as("pages with an id: %s", kinds.keySet()).isGreaterThan(10);
        return paths;
    }

    private Actor director() {
        return new Actor(school, superuser().queryForObject("select employee_id from school.duty_held where school_id = ? and duty = 'GA_DIRECTOR' limit 1", UUID.class, school), "程远",
                EnumSet.complementOf(EnumSet.of(Duty.SYS_ADMIN)));
    }

    private MockHttpServletResponse get(String path, Actor actor) throws Exception {
        return FigureLinks.get(web, path, actor);
    }

    private JdbcTemplate superuser() {
        return new JdbcTemplate(new DriverManagerDataSource(url, user, password));
    }
}
