package org.zongwu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.zongwu.engine.CannotStart;

class StartingPageTests {
    @Test
    void every_address_says_in_both_languages_to_wait() throws Exception {
        var port = freePort();
        try (var page = StartingPage.open("127.0.0.1", port, null); var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
            assertThat(answer.body()).contains("正在启动").contains("Starting");
        }
    }

    @Test
    void the_port_is_free_for_the_next_server_at_once() throws Exception {
        var port = freePort();
        StartingPage.open("127.0.0.1", port, null).close();
        StartingPage.open("127.0.0.1", port, null).close();
    }

    @Test
    void a_port_that_is_taken_is_said_with_what_to_do() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> StartingPage.open("127.0.0.1", other.getLocalPort(), null)).isInstanceOf(CannotStart.class).hasMessageContaining("--port");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
