package org.zongwu.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A school as it stands after its first day: set up through the link of the console, its people registered by the system
 * administrator, their duties granted by the security administrator, and no work done yet.
 */
final class NewSchool implements AutoCloseable {
    static final String PASSWORD = "first-day-of-school";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern LINK = Pattern.compile("value=\"[^\"]*(/set-up/[^\"]+)\"");
    /** Login and name of everybody but the first, with the duty that each is charged with. */
    private static final Map<String, List<String>> PEOPLE = people();

    final Product product = Product.start("run", List.of());

    private NewSchool() {}

    static NewSchool open() throws IOException, InterruptedException {
        var school = new NewSchool();
        try {
            school.setUp();
            return school;
        } catch (IOException | InterruptedException | RuntimeException e) {
            school.close();
            throw e;
        }
    }

    /** The log-ins of everybody, the system administrator first. */
    static List<String> logins() {
        var all = new java.util.ArrayList<>(List.of("sys-admin"));
        all.addAll(PEOPLE.keySet());
        return all;
    }

    private static Map<String, List<String>> people() {
        var people = new LinkedHashMap<String, List<String>>();
        people.put("sec-admin", List.of("冯安", "SEC_ADMIN"));
        people.put("ga-director", List.of("周建国", "GA_DIRECTOR"));
        people.put("storekeeper", List.of("李秀兰", "STOREKEEPER"));
        people.put("acc-supervisor", List.of("陈敏", "ACC_SUPERVISOR"));
        people.put("buyer", List.of("许晴", "BUYER"));
        people.put("teacher", List.of("刘洋", "TEACHER"));
        people.put("worker", List.of("马强", "WORKER"));
        people.put("log-auditor", List.of("尉迟石", "LOG_AUDITOR"));
        return people;
    }

    private void setUp() throws IOException, InterruptedException {
        var link = first(Pattern.compile("(/set-up/\\S+)"), product.console());
        try (var stranger = Session.nobody(product.base, link)) {
            led(stranger.post(link + "/school", Map.of("schoolName", List.of("星城中学"), "schoolCode", List.of("xczx"), "department", List.of("总务处"), "name", List.of("陈立"),
                    "staffNo", List.of("10001"), "login", List.of("sys-admin"), "password", List.of(PASSWORD)), null));
        }
        try (var admin = Session.login(product.base, "sys-admin", PASSWORD)) {
            var form = admin.get("/school/employees/new").body();
            var department = first(ID, form.substring(form.indexOf("name=\"department\"")));
            var number = 10002;
            for (var person : PEOPLE.entrySet()) register(admin, Integer.toString(number++), person.getKey(), person.getValue().getFirst(), department);
            grant(admin, "10002", "SEC_ADMIN", "10003");
        }
        try (var security = Session.login(product.base, "sec-admin", PASSWORD)) {
            var number = 10002;
            for (var person : PEOPLE.values()) if (!person.getLast().equals("SEC_ADMIN")) grant(security, Integer.toString(++number), person.getLast(), "10001");
        }
    }

    private void register(Session admin, String number, String login, String name, String department) throws IOException, InterruptedException {
        led(admin.post("/school/employees", Map.of("staff_no", List.of(number), "name", List.of(name), "department", List.of(department)), UUID.randomUUID()));
        var opened = led(admin.post("/admin/accounts", Map.of("employee", List.of(number), "login", List.of(login)), UUID.randomUUID()));
        var link = first(LINK, admin.get(path(opened)).body());
        try (var person = Session.nobody(product.base, link)) {
            led(person.post(link + "/password", Map.of("password", List.of(PASSWORD)), null));
        }
    }

    private static void grant(Session by, String number, String duty, String asker) throws IOException, InterruptedException {
        led(by.post("/school/duties", Map.of("employee", List.of(number), "duty", List.of(duty), "from", List.of(java.time.LocalDate.now().toString()), "asked_by", List.of(asker),
                "control", List.of("")), UUID.randomUUID()));
    }

    private static String led(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 3) throw new IllegalStateException(answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body().replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " "));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String path(String location) {
        var uri = URI.create(location);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " not in " + text);
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }

    @Override
    public void close() {
        product.close();
    }
}
