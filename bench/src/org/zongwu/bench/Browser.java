package org.zongwu.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who is logged in and sends what a browser sends. */
final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private String token = "";

    Browser(String base, String school, String login, String password) throws IOException, InterruptedException {
        this.base = base;
        token = token(get("/login"));
        var in = send("/login", "school=" + encode(school) + "&login=" + encode(login) + "&password=" + encode(password) + "&to=/");
        if (in.statusCode() / 100 != 3) throw new IOException(login + " is not let in: " + in.statusCode());
        token = token(get("/"));
    }

    /** @return the page; anything but a page is an error */
    String get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return answer.body();
    }

    /** Presses a button: a form of nothing but its key. */
    void post(String path) throws IOException, InterruptedException {
        var answer = send(path, "_key=" + UUID.randomUUID());
        if (answer.statusCode() != 303) throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }

    private HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(token))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) throw new IllegalStateException("no form on the page");
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
