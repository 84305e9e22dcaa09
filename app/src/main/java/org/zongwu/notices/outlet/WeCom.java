package org.zongwu.notices.outlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A robot of a WeCom group (企业微信群机器人): 20 messages a minute, 2,048 bytes of text each. */
@Component
class WeCom implements Carrier {
    private static final String PLACE = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=";
    private static final int TOO_MANY = 45009;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public String kind() {
        return "WECOM";
    }

    @Override
    public int longest() {
        return 2048;
    }

    @Override
    public int aMinute() {
        return 20;
    }

    /** The robot's own address and no other host, or a stand-in on this very machine. */
    @Override
    public @Nullable String flaw(String address) {
        return address.startsWith(PLACE) && address.length() > PLACE.length() || address.matches("http://(localhost|127\\.0\\.0\\.1):\\d+/\\S*") ? null : "rule.notices.wecom";
    }

    @Override
    public void send(String address, String subject, String text) throws IOException {
        var body = JSON.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", text)));
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IOException("HTTP " + answer.statusCode());
            var code = JSON.readTree(answer.body()).path("errcode").asInt(-1);
            if (code == TOO_MANY) throw new TooMany("errcode " + code);
            if (code != 0) throw new IOException("errcode " + code);
        } catch (JacksonException e) {
            throw new IOException("an answer that cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
