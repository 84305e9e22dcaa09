package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.web.Guarded.Access;
import org.zongwu.web.Messages;

/** Does what docs/tutorial-register.md says, block by block, so that it cannot rot: its register migrates, compiles, speaks, refuses, counts and imports. */
@Office
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TutorialIT {
    private static final Path ENGLISH = Path.of("../docs/tutorial-register.md");
    private static final Path CHINESE = Path.of("../docs/tutorial-register.zh-CN.md");
    private static final Path FIXTURE = Path.of("src/test/resources/tutorial");
    private static final String JAVA = "app/src/main/java/org/zongwu/assets/key/KeyBook.java";
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private BookKeeper keeper;
    @Autowired private BookDesk desk;
    @Autowired private BookFigures bookFigures;
    @Autowired private Messages messages;
    @Autowired private DSLContext db;

    @Value("${zongwu.db.url}")
    private String url;

    @Value("${zongwu.db.user}")
    private String user;

    @Value("${zongwu.db.password}")
    private String password;

    private final Map<String, String> files = Tutorial.blocks(ENGLISH);
    private Logbook book;
    private Opened school;
    private Actor admin;
    private Actor keyKeeper;

    @BeforeAll
    void follow() throws Exception {
        asOwner(files.entrySet().stream().filter(f -> f.getKey().endsWith(".sql")).map(Map.Entry::getValue).collect(Collectors.joining()));
        var type = Class.forName("org.zongwu.assets.key.KeyBook", true, Tutorial.compiled(files, url, user, password));
        var maker = type.getDeclaredConstructor();
        maker.setAccessible(true);
        var declaration = type.getDeclaredMethod("keyLoans");
        declaration.setAccessible(true);
        book = (Logbook) declaration.invoke(maker.newInstance());
        school = Opened.school(schools, tenancy, setUp);
        admin = school.actor(Duty.ASSET_ADMIN);
        keyKeeper = school.actor(school.person("T001", "梁红远"), Duty.CUSTODIAN);
    }

    @AfterAll
    void leaveNothing() {
        asOwner("drop table if exists assets.key_loan");
    }

    private void asOwner(String sql) {
        var connection = new SingleConnectionDataSource(url, user, password, true);
        try {
            var jdbc = new JdbcTemplate(connection);
            jdbc.execute("set role zw_owner");
            jdbc.execute(sql);
        } finally {
            connection.destroy();
        }
    }

    @Test
    void every_file_that_the_page_shows_is_the_one_that_was_tried() {
        assertThat(files).isEqualTo(Tutorial.fixture(FIXTURE));
        assertThat(Tutorial.fixture(FIXTURE)).containsAllEntriesOf(Tutorial.blocks(CHINESE));
        assertThat(Tutorial.blocks(CHINESE)).containsKey(JAVA);
    }

    @Test
    void a_declaration_fits_on_a_page() {
        assertThat(files.get(JAVA).lines().count()).isLessThanOrEqualTo(60);
    }

    @Test
    void it_has_every_word_in_both_languages() {
        for (var language : List.of("zh_CN", "en")) {
            var words = properties("app/src/main/resources/messages/assets_" + language + ".properties");
            assertThat(BookWords.missing(book, key -> words.containsKey(key) || messages.has(key))).as(language).isEmpty();
        }
        assertThat(properties("app/src/main/resources/messages/assets_en.properties").stringPropertyNames())
                .isEqualTo(properties("app/src/main/resources/messages/assets_zh_CN.properties").stringPropertyNames());
    }

    private Properties properties(String file) {
        var words = new Properties();
        try {
            words.load(new StringReader(files.get(file)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }

    @Test
    void its_rows_of_the_matrix_say_what_it_declares() {
        var rows = files.get("app/src/test/resources/authorisation.txt").lines().filter(l -> !l.startsWith("#")).toList();
        assertThat(rows.getFirst()).isEqualTo("BOOK " + book.path() + " READ " + who(book.readAccess()) + " WRITE " + who(book.writeAccess()) + " VOID " + who(Access.of(book.voids)));
        var step = book.steps.getFirst();
        assertThat(rows.subList(1, rows.size())).containsExactly("GET " + book.path() + "/{id}/" + step.name + " " + who(book.stepAccess(step)), "POST " + book.path() + "/{id}/" + step.name + " " + who(book.stepAccess(step)));
    }

    private static String who(Access access) {
        return access.everyone() ? "EVERYONE" : access.duties().stream().map(Duty::name).collect(Collectors.joining(" "));
    }

    @Test
    void it_keeps_refuses_goes_on_counts_and_takes_in_a_file() {
        new BookRegister(book, messages, db, tenancy).requireTotals();
        assertThatThrownBy(() -> tenancy.write(school.id(), () -> {
            work();
            throw new Undone();
        })).isInstanceOf(Undone.class);
    }

    /** The trail of other tests shall not name a table that is gone. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void work() {
        var open = keeper.enter(admin, book, loan("报告厅钥匙", DAY)).id();
        assertThatThrownBy(() -> keeper.accept(book, loan("报告厅钥匙", DAY))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-3");
        assertThatThrownBy(() -> keeper.accept(book, loan("广播室钥匙", DAY).set(field("due_on", LocalDate.class), DAY.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-KEY-1");
        var back = Draft.blank().set(field("returned_on", LocalDate.class), DAY.plusDays(1));
        var borrower = new Actor(school.id(), keyKeeper.employeeId(), "梁红远", EnumSet.of(Duty.ASSET_ADMIN));
        assertThatThrownBy(() -> keeper.step(borrower, book, open, "giving-back", back)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-KEY-2");
        keeper.step(admin, book, open, "giving-back", back);
        keeper.enter(admin, book, loan("广播室钥匙", DAY));
        var outcomes = new BookTemplate(book, desk).take(List.of(row(3, "2026-11-09", "2026-11-11"), row(4, "2026-11-09", "2026-11-01"), row(5, "2026-11-09", "2026-11-11")), admin);
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.DUPLICATE);
        var figures = bookFigures.figures(book, TERM).stream().collect(Collectors.toMap(f -> f.definition().id(), Figure::value));
        assertThat(figures.keySet()).isEqualTo(Set.of("KEY_LOANS", "KEYS_OUT"));
        assertThat(figures.get("KEYS_OUT")).isEqualByComparingTo("2");
        files.get("app/src/test/resources/figures.txt").lines().forEach(line -> {
            var id = line.substring(0, line.indexOf(':'));
            var sql = line.substring(line.indexOf(':') + 1).replace(":from", "date '" + TERM.from() + "'").replace(":to", "date '" + TERM.to() + "'");
            assertThat(figures.get(id)).as(id).isEqualByComparingTo(db.fetchSingle(sql, school.id()).get(0, BigDecimal.class));
        });
    }

    private Draft loan(String key, LocalDate day) {
        return Draft.blank().set(field("key_name", String.class), key).set(field("borrower_id", UUID.class), keyKeeper.employeeId()).set(field("borrower", String.class), "梁红远")
                .set(field("lent_on", LocalDate.class), day).set(field("due_on", LocalDate.class), day.plusDays(2));
    }

    private static Row row(int line, String lent, String due) {
        return new Row("钥匙", line, Map.of("key_name", "体育器材室钥匙", "borrower", "梁红远", "lent_on", lent, "due_on", due));
    }

    private <T> Field<T> field(String name, Class<T> type) {
        return book.column(name, type);
    }
}
