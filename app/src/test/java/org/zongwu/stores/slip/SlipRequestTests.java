package org.zongwu.stores.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.stock.MoveKind;

/** Who may do what to a document, whatever its kind. */
class SlipRequestTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Actor KEEPER = actor(Duty.STOREKEEPER);
    private static final Actor OTHER = actor(Duty.STOREKEEPER);
    private static final Actor DIRECTOR = actor(Duty.GA_DIRECTOR);
    private static final Actor TEACHER = actor(Duty.TEACHER);
    private static final Item PAPER = new Item(UUID.randomUUID(), "01", "复印纸", null, "包", UUID.randomUUID(), "办公用品", null, List.of(), true, Map.of("箱", new BigDecimal("5")));
    private static final Map<UUID, Item> ITEMS = Map.of(PAPER.id(), PAPER);
    private static final SlipKind KIND = new Plain();

    @Test
    void it_goes_from_hand_to_hand() {
        var draft = draft(TEACHER.employeeId(), 1);
        assertThat(draft.state()).isEqualTo(SlipState.DRAFT);
        var submitted = draft.submit(KEEPER, NOW, ITEMS);
        assertThat(submitted.state()).isEqualTo(SlipState.SUBMITTED);
        var signed = submitted.sign(TEACHER, NOW);
        assertThat(signed.state()).isEqualTo(SlipState.SIGNED);
        assertThat(signed.secondId()).isEqualTo(TEACHER.employeeId());
        assertThat(signed.version()).isEqualTo(3);
        signed.requirePostable(KEEPER);
        assertThat(signed.withdraw(KEEPER).state()).isEqualTo(SlipState.DRAFT);
    }

    @Test
    void the_one_named_signs_else_the_holder_of_the_duty_and_never_who_wrote_it() {
        var named = draft(TEACHER.employeeId(), 1).submit(KEEPER, NOW, ITEMS);
        refused("R-SLP-2", () -> named.sign(DIRECTOR, NOW));
        refused("R-SLP-2", () -> named.sign(KEEPER, NOW));
        var open = draft(null, 1).submit(KEEPER, NOW, ITEMS);
        refused("R-SLP-2", () -> open.sign(TEACHER, NOW));
        assertThat(open.sign(DIRECTOR, NOW).state()).isEqualTo(SlipState.SIGNED);
        refused("R-SLP-2", () -> draft(KEEPER.employeeId(), 1).submit(KEEPER, NOW, ITEMS));
        refused("R-SLP-2", () -> draft(OTHER.employeeId(), 1).submit(KEEPER, NOW, ITEMS).sign(OTHER, NOW).requirePostable(OTHER));
    }

    @Test
    void each_step_has_its_turn() {
        var draft = draft(TEACHER.employeeId(), 1);
        refused("R-SLP-0", () -> draft.sign(TEACHER, NOW));
        refused("R-SLP-0", () -> draft.requirePostable(KEEPER));
        refused("R-SLP-0", () -> draft.withdraw(KEEPER));
        var submitted = draft.submit(KEEPER, NOW, ITEMS);
        refused("R-SLP-0", () -> submitted.submit(KEEPER, NOW, ITEMS));
        refused("R-SLP-0", () -> submitted.requireDeletable(KEEPER));
        var signed = submitted.sign(TEACHER, NOW);
        refused("R-SLP-0", () -> signed.sign(TEACHER, NOW));
        refused("R-SLP-0", () -> signed.change(KEEPER, draft.content()));
    }

    @Test
    void storekeepers_write_and_who_is_asked_to_sign_may_hand_it_back() {
        refused("R-SLP-3", () -> SlipRequest.draft(TEACHER, UUID.randomUUID(), KIND, draft(null, 1).content(), null, NOW));
        var submitted = draft(TEACHER.employeeId(), 1).submit(KEEPER, NOW, ITEMS);
        refused("R-SLP-3", () -> submitted.change(TEACHER, submitted.content()));
        refused("R-SLP-3", () -> submitted.withdraw(DIRECTOR));
        assertThat(submitted.withdraw(TEACHER).state()).isEqualTo(SlipState.DRAFT);
    }

    @Test
    void a_document_has_lines_above_nothing() {
        refused("R-SLP-4", () -> draft(null, 0).submit(KEEPER, NOW, ITEMS));
        var none = SlipRequest.draft(KEEPER, UUID.randomUUID(), KIND, SlipContent.at(UUID.randomUUID(), DAY), null, NOW);
        refused("R-SLP-4", () -> none.submit(KEEPER, NOW, ITEMS));
    }

    private static SlipRequest draft(@Nullable UUID person, long quantity) {
        var line = new SlipContent.Line(PAPER.id(), "包", Quantity.of(quantity));
        return SlipRequest.draft(KEEPER, UUID.randomUUID(), KIND, SlipContent.at(UUID.randomUUID(), DAY, line).person(person), null, NOW);
    }

    private static Actor actor(Duty duty) {
        return new Actor(1, UUID.randomUUID(), duty.name(), Set.of(duty));
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }

    private static final class Plain extends SlipKind {
        Plain() {
            super("SCRAP", "BS", MoveKind.SCRAP, new Second("approval", true, Duty.GA_DIRECTOR), Blank.WAREHOUSE);
        }

        @Override
        public Worked work(SlipContent content, Map<UUID, Item> items, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String memo(SlipContent content) {
            return "";
        }
    }
}
