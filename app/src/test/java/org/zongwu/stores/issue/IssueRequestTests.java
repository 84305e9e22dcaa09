package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zongwu.stores.issue.IssueFixture.ACCOUNTANT;
import static org.zongwu.stores.issue.IssueFixture.CHALK;
import static org.zongwu.stores.issue.IssueFixture.COLLEAGUE;
import static org.zongwu.stores.issue.IssueFixture.ITEMS;
import static org.zongwu.stores.issue.IssueFixture.KEEPER;
import static org.zongwu.stores.issue.IssueFixture.NOW;
import static org.zongwu.stores.issue.IssueFixture.TEACHER;
import static org.zongwu.stores.issue.IssueFixture.chalk;
import static org.zongwu.stores.issue.IssueFixture.content;
import static org.zongwu.stores.issue.IssueFixture.draft;
import static org.zongwu.stores.issue.IssueFixture.signed;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

class IssueRequestTests {
    @Test
    void it_goes_from_draft_over_the_receivers_signature_to_the_keeper() {
        var draft = draft(TEACHER, TEACHER);
        assertThat(draft.state()).isEqualTo(IssueState.DRAFT);
        var submitted = draft.submit(TEACHER, NOW, ITEMS);
        assertThat(submitted.state()).isEqualTo(IssueState.SUBMITTED);
        var signed = submitted.sign(TEACHER, NOW);
        assertThat(signed.state()).isEqualTo(IssueState.SIGNED);
        signed.requirePostable(KEEPER);
    }

    @Test
    void every_step_raises_the_version_so_that_nobody_signs_what_he_did_not_see() {
        assertThat(signed(TEACHER).version()).isEqualTo(3);
    }

    @Test
    void a_teacher_writes_for_himself_only() {
        refused("R-ISS-9", () -> draft(TEACHER, COLLEAGUE));
        assertThat(draft(TEACHER, TEACHER).state()).isEqualTo(IssueState.DRAFT);
    }

    @Test
    void the_keeper_writes_for_anybody() {
        assertThat(draft(KEEPER, COLLEAGUE).content().receiverId()).isEqualTo(COLLEAGUE.employeeId());
    }

    @Test
    void an_accountant_writes_no_issue() {
        refused("R-ISS-9", () -> draft(ACCOUNTANT, ACCOUNTANT));
    }

    @Test
    void nobody_signs_for_the_receiver() {
        var submitted = draft(KEEPER, TEACHER).submit(KEEPER, NOW, ITEMS);
        refused("R-ISS-7", () -> submitted.sign(KEEPER, NOW));
        refused("R-ISS-7", () -> submitted.sign(COLLEAGUE, NOW));
    }

    @Test
    void the_signature_freezes_the_lines() {
        refused("R-ISS-0", () -> signed(TEACHER).change(KEEPER, content(TEACHER, chalk("支", "1"))));
    }

    @Test
    void a_withdrawn_slip_has_lost_its_signature() {
        var withdrawn = signed(TEACHER).withdraw(KEEPER);
        assertThat(withdrawn.state()).isEqualTo(IssueState.DRAFT);
        assertThat(withdrawn.receiverAt()).isNull();
    }

    @Test
    void a_receiver_cannot_issue_to_himself() {
        refused("R-ISS-6", () -> signed(KEEPER).requirePostable(KEEPER));
    }

    @Test
    void an_unsigned_slip_is_not_posted() {
        refused("R-ISS-0", () -> draft(KEEPER, TEACHER).requirePostable(KEEPER));
        refused("R-ISS-0", () -> draft(KEEPER, TEACHER).submit(KEEPER, NOW, ITEMS).requirePostable(KEEPER));
    }

    @Test
    void it_is_submitted_and_signed_once() {
        refused("R-ISS-0", () -> draft(KEEPER, TEACHER).submit(KEEPER, NOW, ITEMS).submit(KEEPER, NOW, ITEMS));
        refused("R-ISS-0", () -> signed(TEACHER).sign(TEACHER, NOW));
        refused("R-ISS-0", () -> draft(KEEPER, TEACHER).sign(TEACHER, NOW));
    }

    @Test
    void a_slip_of_others_is_not_touched() {
        refused("R-ISS-9", () -> draft(TEACHER, TEACHER).submit(COLLEAGUE, NOW, ITEMS));
        refused("R-ISS-9", () -> draft(TEACHER, TEACHER).requireDeletable(COLLEAGUE));
    }

    @Test
    void only_a_draft_is_deleted() {
        draft(TEACHER, TEACHER).requireDeletable(TEACHER);
        refused("R-ISS-0", () -> signed(TEACHER).requireDeletable(TEACHER));
    }

    @Test
    void an_empty_slip_and_a_line_of_nothing_are_not_submitted() {
        refused("R-ISS-8", () -> IssueRequest.draft(KEEPER, UUID.randomUUID(), content(TEACHER), null, NOW).submit(KEEPER, NOW, ITEMS));
        refused("R-ISS-8", () -> IssueRequest.draft(KEEPER, UUID.randomUUID(), content(TEACHER, chalk("盒", "0")), null, NOW).submit(KEEPER, NOW, ITEMS));
    }

    @Test
    void a_unit_that_the_item_lacks_is_refused() {
        refused("R-ITEM-1", () -> IssueRequest.draft(KEEPER, UUID.randomUUID(), content(TEACHER, chalk("箱", "1")), null, NOW).submit(KEEPER, NOW, ITEMS));
    }

    @Test
    void lines_of_one_item_are_wanted_together_in_base_units() {
        var request = IssueRequest.draft(KEEPER, UUID.randomUUID(), content(TEACHER, chalk("盒", "2"), chalk("支", "4")), null, NOW);
        assertThat(request.wanted(ITEMS)).containsOnlyKeys(CHALK.id()).containsValue(Quantity.of(100));
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
