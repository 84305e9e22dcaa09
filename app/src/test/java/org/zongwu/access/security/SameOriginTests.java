package org.zongwu.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginTests {
    @Test
    void a_form_of_our_own_page_passes() throws Exception {
        assertThat(post("http://zongwu.local:8080", "same-origin")).isEqualTo(200);
        assertThat(post("http://zongwu.local:8080", null)).isEqualTo(200);
        assertThat(post(null, "none")).isEqualTo(200);
    }

    @Test
    void a_client_that_says_nothing_still_needs_the_forms_token() throws Exception {
        assertThat(post(null, null)).isEqualTo(200);
    }

    @Test
    void another_site_another_port_and_a_hidden_origin_are_refused() throws Exception {
        assertThat(post("https://evil.example", null)).isEqualTo(403);
        assertThat(post("http://zongwu.local:9090", null)).isEqualTo(403);
        assertThat(post("http://zongwu.local", null)).isEqualTo(403);
        assertThat(post("null", null)).isEqualTo(403);
        assertThat(post(null, "cross-site")).isEqualTo(403);
        assertThat(post("http://zongwu.local:8080", "same-site")).isEqualTo(403);
    }

    @Test
    void a_plain_page_does_not_speak_for_the_secure_one() throws Exception {
        var request = request("POST", "http://zongwu.local:8080", null);
        request.setSecure(true);
        assertThat(status(request)).isEqualTo(403);
    }

    @Test
    void reading_is_never_refused() throws Exception {
        assertThat(status(request("GET", "https://evil.example", "cross-site"))).isEqualTo(200);
    }

    private static int post(String origin, String site) throws Exception {
        return status(request("POST", origin, site));
    }

    private static MockHttpServletRequest request(String method, String origin, String site) {
        var request = new MockHttpServletRequest(method, "/stores/issues");
        request.addHeader("Host", "zongwu.local:8080");
        if (origin != null) request.addHeader("Origin", origin);
        if (site != null) request.addHeader("Sec-Fetch-Site", site);
        return request;
    }

    private static int status(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new SameOrigin((q, r, e) -> r.setStatus(403)).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
