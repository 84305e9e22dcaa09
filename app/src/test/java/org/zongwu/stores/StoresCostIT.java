package org.zongwu.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Statements;
import org.zongwu.engine.Once;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;

/** What the busiest work of the stores asks of the database, counted; and that the database finds it by the indexes that were made for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresCostIT extends StoresOffice {
    @Autowired private IssueService issues;
    @Autowired private Once once;
    @Autowired private DSLContext db;
    @Autowired private MockMvc web;
    @Value("${zongwu.db.url}") private String url;
    @Value("${zongwu.db.user}") private String user;
    @Value("${zongwu.db.password}") private String password;

    private UUID paper;
    private UUID chalk;
    private UUID soap;

    @BeforeAll
    void stock() throws SQLException {
        openSchool();
        paper = item("0101", "复印纸", "包");
        chalk = item("0201", "彩色粉笔", "盒");
        soap = item("0301", "洗手液", "瓶");
        for (var day = 1; day <= 5; day++) receive(TODAY.minusDays(day), at(paper, "包", 10, "3.33"), at(chalk, "盒", 10, "1.11"), at(soap, "瓶", 10, "2.22"));
        try (var owner = DriverManager.getConnection(url, user, password); var s = owner.createStatement()) {
            s.execute("""
                    insert into stores.item (school_id, id, code, name, unit, category_id, pinyin)
                    select school_id, gen_random_uuid(), 'X' || g, '物品' || g, '个', category_id, 'wp' || g from stores.item, generate_series(1, 300) g where school_id = %d and id = '%s'""".formatted(school, paper));
            s.execute("analyze stores.item, stores.item_gram, stores.balance, stores.move");
        }
    }

    @Test
    void an_issue_of_three_lines_is_posted_in_twelve_statements() throws Exception {
        var id = signed();
        var sent = Statements.of(db, () -> once.post(keeper, UUID.randomUUID(), new byte[0], "/stores/issues/" + id, () -> issues.post(keeper, id, TODAY)));
        assertThat(sent).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void and_so_from_the_page() throws Exception {
        var id = signed();
        var press = post("/stores/issues/" + id + "/posting").param("_key", UUID.randomUUID().toString());
        var sent = Statements.of(db, () -> assertThat(web.perform(press.with(csrf()).with(authentication(as(keeper)))).andReturn().getResponse().getStatus()).isEqualTo(303));
        assertThat(sent).hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "/stores/moves, 5, move_school_id_business_date_id_idx",
        "/stores/moves?from=2026-11-01&to=2026-11-20, 5, move_school_id_business_date_id_idx",
        "/stores/moves?q=%E7%B2%89%E7%AC%94, 6, item_gram_pkey",
        "/stores/moves?q=xsy, 6, item_gram_pkey",
        "/stores/moves?q=%E7%B2%89%E7%AC%94, 6, move_school_id_item_id_business_date_idx",
        "/stores/moves?sort=-no, 5, move_school_id_object_no_id_idx",
        "/stores/moves?sort=no, 5, move_school_id_object_no_id_idx",
        "/stores/moves?page=450, 5, move_school_id_business_date_id_idx",
        "/stores/items, 6, item_school_id_code_key",
        "/stores/items, 6, balance_school_id_item_id_idx",
        "/stores/items?q=%E7%B2%89%E7%AC%94, 7, item_gram_pkey",
        "/stores/items?q=xsy, 7, item_gram_pkey",
        "/stores/items?sort=-code, 6, item_school_id_code_key"})
    void pages_ask_little_and_by_index(String path, int most, String index) throws Exception {
        open(keeper, "/stores/warehouses"); // the bell has counted what is to do, which it does three times a minute at the most
        var sent = Statements.of(db, () -> open(keeper, path));
        assertThat(sent).hasSizeLessThanOrEqualTo(most);
        assertThat(plans(sent)).as("by %s", index).anyMatch(plan -> plan.contains(index));
    }

    /** What is to do is asked of every room, and never of all moves: a storekeeper waits for it with every third page. */
    @Test
    void the_bell_goes_through_no_book() throws Exception {
        var other = person("1006", "何静", Duty.STOREKEEPER);
        var sent = Statements.of(db, () -> open(other, "/stores/warehouses"));
        assertThat(sent).hasSizeBetween(20, 30).noneMatch(q -> q.getSQL().contains("\"stores\".\"move\""));
    }

    private UUID signed() {
        var id = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(two(paper, "包"), two(chalk, "盒"), two(soap, "瓶"))));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
        });
        return id;
    }

    private void open(Actor reader, String path) throws Exception {
        assertThat(web.perform(get(URI.create(path)).with(authentication(as(reader)))).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    private static Authentication as(Actor actor) {
        return new TestingAuthenticationToken(actor, null, List.of());
    }

    /** As the database would go about it if there were many rows: not through all of them, and without sorting them. */
    private List<String> plans(List<Query> sent) {
        return tenancy.read(school, () -> {
            var plans = new ArrayList<String>();
            for (var way : List.of("seqscan", "bitmapscan", "sort")) db.execute("set local enable_" + way + " = off");
            for (var query : sent) plans.add(String.join("\n", db.fetch("explain {0}", query).getValues(0, String.class)));
            return plans;
        });
    }

    private static IssueContent.Line two(UUID thing, String unit) {
        return new IssueContent.Line(thing, unit, Quantity.of(2));
    }
}
