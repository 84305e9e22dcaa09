package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.web.Guarded;
import org.zongwu.web.Reach;

/** Every endpoint against the matrix of domain.md §8.2: as it is declared, and as it answers. */
@Office
class AuthorisationMatrixIT {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** With the whole filter chain, as the network reaches it. */
    @Autowired
    private MockMvc web;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Schools schools;

    @Autowired Reach reach;
    private final Map<String, Matrix.Who> matrix = Matrix.read();

    private MockMvc inside;

    @Test
    void every_endpoint_stands_in_the_matrix_with_just_these_duties() {
        var declared = new TreeMap<String, Matrix.Who>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getPackageName().startsWith("org.zongwu")) return;
            var access = Guarded.of(method);
            assertThat(access).as("%s does not say who may call it: nobody may", method).isNotNull();
            for (var verb : mapping.getMethodsCondition().getMethods()) {
                for (var path : mapping.getPatternValues()) declared.put(verb + " " + path, Matrix.Who.of(access));
            }
        });
        var differences = new TreeSet<String>();
        declared.forEach((endpoint, who) -> {
            if (!who.equals(matrix.get(endpoint))) differences.add(endpoint + " is declared for " + who + " but written for " + matrix.get(endpoint));
        });
        matrix.keySet().stream().filter(e -> !declared.containsKey(e) && !e.contains(" /ca")).forEach(e -> differences.add(e + " is written but not there")); // /ca is there with --lan only
        assertThat(differences).isEmpty();
    }

    /** One request with all the duties that are not enough: any one of them that were would let it through. */
    @Test
    void whoever_has_none_of_the_duties_is_refused_whatever_he_asks_for() throws Exception {
        var school = schools.open("m" + UUID.randomUUID().toString().substring(0, 8), "矩阵中学", false).id();
        var wrong = new ArrayList<String>();
        for (var row : matrix.entrySet()) {
            var others = List.of(Duty.values()).stream().filter(duty -> !row.getValue().may(duty)).collect(Collectors.toSet());
            if (others.isEmpty()) continue;
            var status = status(row.getKey(), new Actor(school, UUID.randomUUID(), "某人", others));
            if (status != 403) wrong.add(row.getKey() + " as " + others + " answers " + status);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void links_are_offered_to_whom_the_matrix_lets_in() {
        for (var row : matrix.entrySet()) {
            if (!row.getKey().startsWith("GET ")) continue;
            var path = row.getKey().substring(4).replaceAll("\\{[^}]+}", UUID.randomUUID().toString()) + "?of=it#here";
            for (var duty : Duty.values()) {
                assertThat(reach.mayOpen(new Actor(1, UUID.randomUUID(), "某人", Set.of(duty)), path)).as(duty + " " + row.getKey()).isEqualTo(row.getValue().may(duty));
            }
        }
    }

    @Test
    void whoever_is_not_logged_in_is_sent_to_the_door() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : matrix.entrySet()) {
            if (row.getValue().open()) continue;
            var status = status(row.getKey(), null);
            if (status != 302 && status != 303 && status != 401 && status != 403) wrong.add(row.getKey() + " answers " + status + " to anybody");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_page_without_an_id_answers_in_an_empty_school() throws Exception {
        var school = schools.open("e" + UUID.randomUUID().toString().substring(0, 8), "空白中学", false).id();
        var wrong = new ArrayList<String>();
        for (var row : matrix.entrySet()) {
            if (!row.getKey().startsWith("GET ") || row.getKey().contains("{") || row.getKey().contains(" /ca") || row.getKey().equals("GET /account")) continue; // his own session: OwnIT
            for (var duty : Duty.values()) {
                if (!row.getValue().may(duty)) continue;
                var status = status(row.getKey(), new Actor(school, UUID.randomUUID(), "某人", Set.of(duty)));
                if (status != 200 && status != 302 && status != 404 && status != 422) wrong.add(row.getKey() + " as " + duty + " answers " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_thing_that_is_not_there_is_not_found_for_those_who_may() throws Exception {
        var school = schools.open("n" + UUID.randomUUID().toString().substring(0, 8), "无物中学", false).id();
        var wrong = new ArrayList<String>();
        for (var row : matrix.entrySet()) {
            if (!row.getKey().contains("{") || row.getValue().open() || row.getValue().programs() || !row.getKey().startsWith("GET ")) continue; // ApiIT asks as a program
            var duty = List.of(Duty.values()).stream().filter(row.getValue()::may).findFirst().orElseThrow();
            var status = status(row.getKey(), new Actor(school, UUID.randomUUID(), "某人", Set.of(duty)));
            if (status != 404) wrong.add(row.getKey() + " as " + duty + " answers " + status);
        }
        assertThat(wrong).isEmpty();
    }

    @BeforeEach
    void behindTheFilterChain() {
        inside = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** Behind the filter chain, so that only the duties decide; {@code null} is nobody, in front of it. */
    private int status(String endpoint, Actor actor) throws Exception {
        var verb = endpoint.split(" ")[0];
        var path = endpoint.split(" ")[1].replaceAll("\\{(version|nth)}", "1").replaceAll("\\{term}", "2026-2027-1").replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(verb), path);
        if (path.startsWith("/stores/") && verb.equals("POST")) request.param("version", "1");
        if (actor == null) return web.perform(request).andReturn().getResponse().getStatus();
        SecurityContextHolder.getContext().setAuthentication(new UsernamePasswordAuthenticationToken(actor, null, List.of()));
        try {
            return inside.perform(request).andReturn().getResponse().getStatus();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
