package org.zongwu.notices.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.notices.Tables.DELIVERY;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Notice;
import org.zongwu.kernel.Notice.Weight;
import org.zongwu.notices.outlet.OutletRepository.Outlet;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way out, to a stand-in that keeps the robot's real limits by the same clock. */
@Office
class OutboxIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Outbox outbox;
    @Autowired OutletRepository outlets;
    @Autowired ApplicationEventPublisher events;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    private final List<String> got = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Instant> last = new ArrayDeque<>();
    private volatile boolean down;
    private HttpServer robot;
    private Opened school;
    private UUID dispatcher;
    private Outlet outlet;

    @BeforeEach
    void open() throws IOException {
        clock.set(LocalDate.of(2026, 11, 23), LocalTime.of(9, 0));
        robot = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        robot.createContext("/", exchange -> {
            var text = JsonMapper.builder().build().readTree(exchange.getRequestBody().readAllBytes()).path("text").path("content").asString();
            var answer = answer(text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(down ? 502 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        robot.start();
        school = Opened.school(schools, tenancy, setUp);
        dispatcher = school.person("N1", "何志远");
        school.write(() -> setUp.firstDuty(dispatcher, Duty.DISPATCHER));
        outlet = new Outlet(Ids.next(), "WECOM", "维修群", "http://127.0.0.1:" + robot.getAddress().getPort() + "/send?key=1", "https://zongwu.example", Duty.DISPATCHER, null);
        school.write(() -> outlets.insert(outlet, clock.instant()));
    }

    /** 20 a minute and 2,048 bytes, as the real one. */
    private synchronized String answer(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > 2048) return "{\"errcode\":40058}";
        while (!last.isEmpty() && !last.getFirst().isAfter(clock.instant().minusSeconds(60))) last.removeFirst();
        if (last.size() >= 20) return "{\"errcode\":45009}";
        if (!down) {
            last.add(clock.instant());
            got.add(text);
        }
        return "{\"errcode\":0}";
    }

    @AfterEach
    void close() {
        robot.stop(0);
        clock.reset();
    }

    @Test
    void a_burst_goes_out_in_few_messages_within_the_limits_and_each_line_once() {
        for (var i = 0; i < 900; i++) tell(i, Weight.NORMAL);
        for (var minute = 0; minute < 12; minute++) {
            deliver();
            clock.advance(Duration.ofSeconds(62));
        }
        var lines = got.stream().flatMap(String::lines).toList();
        assertThat(lines).hasSize(900).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).contains("BX-0").contains("https://zongwu.example/repairs/jobs/0");
    }

    @Test
    void when_nobody_answers_the_work_is_done_all_the_same_and_it_is_tried_again_later_each_time() {
        down = true;
        tell(1, Weight.URGENT);
        deliver();
        assertThat(got).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        deliver();
        assertThat(attempts()).as("not before its time").isEqualTo(1);
        down = false;
        clock.advance(Duration.ofSeconds(31));
        deliver();
        assertThat(got).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
        deliver();
        assertThat(got).as("once").hasSize(1);
    }

    @Test
    void an_outlet_that_is_gone_is_given_up_after_a_while_and_says_why() {
        down = true;
        tell(1, Weight.URGENT);
        for (var i = 0; i < Outbox.ATTEMPTS; i++) {
            deliver();
            clock.advance(Duration.ofHours(2));
        }
        assertThat(state()).isEqualTo("GIVEN_UP");
        assertThat(school.read(() -> outlets.standing(outlet.id())).lastError()).contains("502");
    }

    @Test
    void at_night_only_what_is_urgent_goes() {
        clock.set(LocalDate.of(2026, 11, 23), LocalTime.of(23, 0));
        tell(1, Weight.NORMAL);
        tell(2, Weight.URGENT);
        deliver();
        assertThat(got).singleElement().satisfies(t -> assertThat(t).contains("BX-2"));
        clock.set(LocalDate.of(2026, 11, 24), LocalTime.of(7, 0));
        deliver();
        assertThat(got).hasSize(2);
    }

    @Test
    void what_failed_with_its_work_is_never_told() {
        try {
            school.write(() -> {
                events.publishEvent(notice(1, Weight.URGENT));
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException expected) {
            // the work was not done
        }
        deliver();
        assertThat(got).isEmpty();
    }

    @Test
    void a_mailbox_gets_its_own_persons_messages() throws Exception {
        var mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(mail.getSmtp().getPort());
            var beans = new StaticListableBeanFactory();
            beans.addBean("sender", sender);
            ObjectProvider<JavaMailSender> one = beans.getBeanProvider(JavaMailSender.class);
            var carrier = new Mail(one, "zongwu@school.example");
            assertThat(carrier.flaw("he@school.example")).isNull();
            assertThat(carrier.flaw("he at school")).isEqualTo("rule.notices.address");
            carrier.send("he@school.example", "总务消息", "修好了，请确认");
            assertThat(mail.getReceivedMessages()).singleElement().satisfies(m -> {
                assertThat(m.getSubject()).isEqualTo("总务消息");
                assertThat(m.getContent().toString()).contains("修好了，请确认");
            });
        } finally {
            mail.stop();
        }
    }

    private void tell(int n, Weight weight) {
        school.write(() -> events.publishEvent(notice(n, weight)));
    }

    private Notice notice(int n, Weight weight) {
        return new Notice("repairs.ticket.reported", List.of("BX-" + n, "格物楼305", "灯管闪", "repairs.ticket.state.REPORTED", ""), Set.of(dispatcher), "/repairs/jobs/" + n, weight);
    }

    private void deliver() {
        school.write(() -> outbox.deliver(outlet));
    }

    private String state() {
        return school.read(() -> db.select(DELIVERY.STATE).from(DELIVERY).where(DELIVERY.SCHOOL_ID.eq(school.id())).fetchSingle().value1());
    }

    private int attempts() {
        return school.<Integer>read(() -> db.select(DELIVERY.ATTEMPTS).from(DELIVERY).where(DELIVERY.SCHOOL_ID.eq(school.id())).fetchSingle().value1());
    }
}
