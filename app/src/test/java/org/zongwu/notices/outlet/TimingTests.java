package org.zongwu.notices.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Notice.Weight;

class TimingTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Timing timing = Timing.of("21:00-07:00", "16:30", ZONE);

    @Test
    void what_is_urgent_goes_at_any_hour_and_the_rest_waits_for_the_morning() {
        assertThat(timing.due(Weight.URGENT, at("2026-11-23T23:10"))).isEqualTo(at("2026-11-23T23:10"));
        assertThat(timing.due(Weight.NORMAL, at("2026-11-23T23:10"))).isEqualTo(at("2026-11-24T07:00"));
        assertThat(timing.due(Weight.NORMAL, at("2026-11-24T06:59"))).isEqualTo(at("2026-11-24T07:00"));
        assertThat(timing.due(Weight.NORMAL, at("2026-11-24T07:00"))).isEqualTo(at("2026-11-24T07:00"));
        assertThat(timing.due(Weight.NORMAL, at("2026-12-31T21:00"))).isEqualTo(at("2027-01-01T07:00"));
    }

    @Test
    void what_can_wait_goes_with_the_days_digest() {
        assertThat(timing.due(Weight.LOW, at("2026-11-23T09:00"))).isEqualTo(at("2026-11-23T16:30"));
        assertThat(timing.due(Weight.LOW, at("2026-11-23T16:31"))).isEqualTo(at("2026-11-24T16:30"));
        assertThat(Timing.of("NONE", "23:00", ZONE).due(Weight.NORMAL, at("2026-11-23T03:00"))).isEqualTo(at("2026-11-23T03:00"));
    }

    @Test
    void lines_go_together_as_far_as_a_message_holds_them_and_none_is_lost() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 200; i++) lines.add("报修 BX-2026-%05d：格物楼305　灯管闪 𠮷".formatted(i).repeat(1 + i % 3));
        lines.add("长".repeat(2000));
        var pieces = Pieces.of(lines, 2048);
        assertThat(pieces).allSatisfy(p -> assertThat(p.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048));
        assertThat(pieces.stream().mapToInt(Pieces.Piece::lines).sum()).isEqualTo(lines.size());
        assertThat(String.join("\n", pieces.stream().map(Pieces.Piece::text).toList())).startsWith(lines.getFirst()).contains(lines.get(199)).endsWith("…");
        assertThat(Pieces.of(List.of(), 2048)).isEmpty();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
