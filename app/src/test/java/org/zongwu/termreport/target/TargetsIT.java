package org.zongwu.termreport.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Unit;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

@Office
class TargetsIT {
    @Autowired
    private Schools schools;
    @Autowired
    private Tenancy tenancy;
    @Autowired
    private SetUp setUp;
    @Autowired
    private Terms terms;
    @Autowired
    private Targets targets;
    @Autowired
    private MockMvc web;

    private Opened school;
    private Actor director;

    @BeforeEach
    void a_school() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
    }

    @Test
    void a_target_holds_until_another_is_set_or_it_is_ended() throws Exception {
        assertThat(set("POP_TEACHERS", "120", "").getStatus()).isEqualTo(303);
        assertThat(now()).isEqualTo(new Target(new BigDecimal("120.000000"), null));
        set("POP_TEACHERS", "1", "200");
        assertThat(now().shown(Unit.PERSON)).isEqualTo("1–200");
        set("POP_TEACHERS", "", "");
        assertThat(now()).isNull();
    }

    @Test
    void the_report_says_whether_it_was_reached() throws Exception {
        var text = "= t\n一、指标\n@table POP_TEACHERS\n";
        set("POP_TEACHERS", "120", "");
        assertThat(answer(post("/summary/office/2026-2027-1/text/trial").param("text", text)).getContentAsString()).contains("≥120 未达到");
        set("POP_TEACHERS", "1", "");
        assertThat(answer(post("/summary/office/2026-2027-1/text/trial").param("text", text)).getContentAsString()).contains("≥1 达到");
    }

    @Test
    void bounds_that_cross_are_refused_and_kept() throws Exception {
        var refused = set("POP_TEACHERS", "9", "3");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("“至多”比“至少”还小", "value=\"9\"");
        assertThat(answer(get("/figures/NO_SUCH/target")).getStatus()).isEqualTo(404);
    }

    private Target now() {
        return school.read(() -> targets.on(LocalDate.of(2026, 12, 1)).get("POP_TEACHERS"));
    }

    private MockHttpServletResponse set(String figure, String atLeast, String atMost) throws Exception {
        return answer(post("/figures/" + figure + "/target").param("at_least", atLeast).param("at_most", atMost).param("_key", UUID.randomUUID().toString()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(new TestingAuthenticationToken(director, null, List.of()))).with(csrf())).andReturn().getResponse();
    }
}
