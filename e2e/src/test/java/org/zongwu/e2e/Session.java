package org.zongwu.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who is logged in, over plain HTTP: what a browser sends, without one. */
final class Session implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private String token = "";

    private Session(String base) {
        this.base = base;
    }

    static Session login(String base, String login) throws IOException, InterruptedException {
        return login(base, login, Browsers.PASSWORD);
    }

    static Session login(String base, String login, String password) throws IOException, InterruptedException {
        var session = nobody(base, "/login");
        var in = session.post("/login", Map.of("login", List.of(login), "password", List.of(password), "to", List.of("/")), null);
        if (in.statusCode() / 100 != 3) throw new IOException(login + " is not let in: " + in.statusCode() + " " + in.body());
        session.token = token(session.get("/").body());
        return session;
    }

    /** Somebody who is not logged in and has opened a page with a form. */
    static Session nobody(String base, String path) throws IOException, InterruptedException {
        var session = new Session(base);
        session.token = token(session.get(path).body());
        return session;
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) throw new IllegalStateException("no form on the page: " + page.substring(0, Math.min(400, page.length())));
        return found.group(1);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param key the idempotency key of the rendered form; null for a form that needs none */
    HttpResponse<String> post(String path, Map<String, List<String>> fields, UUID key) throws IOException, InterruptedException {
        var pairs = new ArrayList<String>();
        pairs.add("_csrf=" + encode(token));
        if (key != null) pairs.add("_key=" + key);
        fields.forEach((name, values) -> values.forEach(v -> pairs.add(name + "=" + encode(v))));
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30)).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
