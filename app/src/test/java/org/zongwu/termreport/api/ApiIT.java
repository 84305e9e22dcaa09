package org.zongwu.termreport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.access.apitoken.Programs;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.Summary;
import org.zongwu.termreport.summary.SummaryService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs are answered, each answer held against the description that they were given. */
@Office
class ApiIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TERM = "2026-2027-1";

    @Autowired ApplicationContext office;
    @Autowired MockMvc web;
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Terms terms;
    @Autowired Figures figures;
    @Autowired Periods periods;
    @Autowired SummaryService summaries;

    private Actor director;
    private String bearer;

    @BeforeEach
    void aSchoolWithTwoTerms() {
        director = school();
        tenancy.write(director.schoolId(), () -> {
            terms.open(director, new Term(Ids.next(), "2025-2026-2", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 7, 5)));
            terms.open(director, new Term(Ids.next(), TERM, LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
        });
        bearer = Programs.bearer(office, director);
    }

    @Test
    void every_figure_is_described_and_who_has_the_description_is_told_so() throws Exception {
        var answer = ask("/api/v1/figures");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(as("Definitions", answer).get("figures")).hasSize(figures.definitions().size());
        assertThat(text(answer)).contains("\"id\":\"POP_TEACHERS\"", "\"unitName\":\"人\"");

        var again = web.perform(get("/api/v1/figures").header("Authorization", bearer).header("If-None-Match", answer.getHeader("ETag"))).andReturn().getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentLength()).isZero();
    }

    @Test
    void a_figure_is_exact_and_says_when_and_from_what() throws Exception {
        var figure = as("OneFigure", ask("/api/v1/figures/POP_TEACHERS?period=" + TERM));
        assertThat(figure.get("value").stringValue()).isEqualTo("1");
        assertThat(figure.get("period").get("from").stringValue()).isEqualTo("2026-08-25");
        assertThat(figure.get("evidenceCount").intValue()).isEqualTo(1);
        assertThat(figure.get("link").stringValue()).startsWith("/school/employees");
        assertThat(as("OneFigure", ask("/api/v1/figures/POP_TEACHERS")).get("period").get("code").stringValue()).isEqualTo(TERM);
        assertThat(as("OneFigure", ask("/api/v1/figures/STOCK_OUT_AMOUNT?period=2025-2026-2")).get("value").isNull()).as("no record is not nought").isTrue();
        assertThat(as("OneFigure", ask("/api/v1/figures/CONTROL_RULES")).get("id").stringValue()).isEqualTo("CONTROL_RULES");
    }

    @Test
    void what_is_not_there_is_said_as_a_problem() throws Exception {
        for (var path : new String[] {"/api/v1/figures/NO_SUCH", "/api/v1/figures/POP_TEACHERS?period=2030-2031-1", "/api/v1/reports/own/" + TERM + "/1", "/api/v1/reports?theme=own",
            "/api/v1/reports/office/" + TERM + "/1", "/api/v1/reports/office/" + TERM + "/x", "/api/v1/reports?limit=x", "/api/v1/nothing"}) {
            var answer = ask(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(as("Problem", answer).get("detail").stringValue()).isNotBlank();
        }
    }

    @Test
    void the_periods_are_those_of_the_school() throws Exception {
        var codes = as("Periods", ask("/api/v1/periods")).get("periods").valueStream().map(p -> p.get("code").stringValue()).toList();
        assertThat(codes).startsWith(TERM, "2025-2026-2").contains("2026-2027", "2026-h2", "2026");
    }

    @Test
    void versions_are_listed_page_by_page_and_read_whole() throws Exception {
        assertThat(as("Reports", ask("/api/v1/reports")).get("reports")).isEmpty();
        var first = write(Theme.OFFICE);
        var second = write(Theme.CANTEEN);
        var all = as("Reports", ask("/api/v1/reports?limit=1"));
        assertThat(all.get("reports").get(0).get("digest").stringValue()).isEqualTo(second.digest());
        assertThat(all.get("reports").get(0).get("state").stringValue()).isEqualTo("WRITTEN");
        var rest = as("Reports", ask(all.get("next").stringValue()));
        assertThat(rest.get("reports").get(0).get("digest").stringValue()).isEqualTo(first.digest());
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(as("Reports", ask("/api/v1/reports?theme=canteen&period=" + TERM)).get("reports")).hasSize(1);
        assertThat(as("Reports", ask("/api/v1/reports?period=2025-2026-2")).get("reports")).isEmpty();

        var answer = ask(rest.get("reports").get(0).get("path").stringValue());
        var report = as("Report", answer);
        assertThat(report.get("figures")).hasSize(first.book().figures().size());
        assertThat(report.get("title").stringValue()).isEqualTo(first.head().title());
        assertThat(report.get("text").stringValue()).startsWith(first.head().title() + "\n\n").contains("一、");
        assertThat(report.get("digest").stringValue()).isEqualTo(first.digest());
        var again = web.perform(get(rest.get("reports").get(0).get("path").stringValue()).header("Authorization", bearer).header("If-None-Match", answer.getHeader("ETag"))).andReturn().getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
    }

    @Test
    void a_persons_own_summary_is_never_there() throws Exception {
        var own = tenancy.read(director.schoolId(), () -> new Subject(Theme.OWN, periods.find(TERM).orElseThrow(), director.employeeId()));
        summaries.keep(director, summaries.draft(director.schoolId(), own));
        assertThat(as("Reports", ask("/api/v1/reports")).get("reports")).isEmpty();
    }

    @Test
    void another_schools_program_reads_its_own_school() throws Exception {
        write(Theme.OFFICE);
        bearer = Programs.bearer(office, school());
        assertThat(as("Reports", ask("/api/v1/reports")).get("reports")).isEmpty();
        assertThat(as("Periods", ask("/api/v1/periods")).get("periods")).isEmpty();
        assertThat(ask("/api/v1/reports/office/" + TERM + "/1").getStatus()).isEqualTo(404);
    }

    private Summary write(Theme theme) {
        var subject = tenancy.read(director.schoolId(), () -> new Subject(theme, periods.find(TERM).orElseThrow(), null));
        return summaries.keep(director, summaries.draft(director.schoolId(), subject));
    }

    private Actor school() {
        var school = schools.open("p" + UUID.randomUUID().toString().substring(0, 12), "星城中学", false).id();
        return tenancy.write(school, () -> {
            var id = setUp.firstEmployee("G001", "周主任", "总务处");
            setUp.firstDuty(id, Duty.GA_DIRECTOR);
            return new Actor(school, id, "周主任", Set.of(Duty.GA_DIRECTOR));
        });
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return web.perform(get(URI.create(path)).header("Authorization", bearer)).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The answer, which has just the fields that the description gives to its kind. */
    private static JsonNode as(String schema, MockHttpServletResponse answer) throws Exception {
        var all = JSON.readTree(ApiIT.class.getResourceAsStream("/termreport/openapi.json")).at("/components/schemas");
        var tree = JSON.readTree(text(answer));
        hold(tree, all.get(schema), all, schema);
        return tree;
    }

    private static void hold(JsonNode value, JsonNode schema, JsonNode all, String where) {
        if (schema.has("$ref")) {
            hold(value, all.get(schema.get("$ref").stringValue().replace("#/components/schemas/", "")), all, where);
            return;
        }
        var types = schema.get("type").isArray() ? schema.get("type").valueStream().map(JsonNode::stringValue).toList() : java.util.List.of(schema.get("type").stringValue());
        var type = value.isNull() ? "null" : value.isArray() ? "array" : value.isObject() ? "object" : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "string";
        assertThat(types).as(where).contains(type);
        if (schema.has("enum")) assertThat(schema.get("enum").valueStream().map(JsonNode::stringValue).toList()).as(where).contains(value.stringValue());
        if (schema.has("pattern")) assertThat(value.stringValue()).as(where).matches(schema.get("pattern").stringValue());
        if (type.equals("array")) value.forEach(v -> hold(v, schema.get("items"), all, where + "[]"));
        if (!type.equals("object")) return;
        assertThat(new TreeSet<>(schema.get("properties").propertyNames())).as(where).containsAll(value.propertyNames());
        assertThat(new TreeSet<>(value.propertyNames())).as(where).containsAll(schema.get("required").valueStream().map(JsonNode::stringValue).toList());
        value.propertyStream().forEach(p -> hold(p.getValue(), schema.get("properties").get(p.getKey()), all, where + "." + p.getKey()));
    }
}
