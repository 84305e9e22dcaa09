package org.zongwu.trail.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zongwu.trail.seal.Resealing;

/**
 * A superuser tampers, in as many ways as reliability.md §4.4 lists, and is found out. Each works in a transaction that
 * is rolled back, so that the next one meets an honest office.
 */
class TamperIT {
    @TempDir
    private static Path folder;
    private static TamperedOffice office;

    @BeforeAll
    static void work() {
        office = new TamperedOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void an_honest_office_is_silent() throws SQLException {
        try (var db = office.superuser()) {
            for (var check : Verifier.CHECKS) assertThat(office.findings(db, check)).as(check).isEmpty();
        }
    }

    @Test
    void rewriting_every_table_without_changing_it_is_silent() throws SQLException {
        try (var db = office.superuser()) {
            db.setAutoCommit(true);
            db.createStatement().execute("vacuum (full, analyze)");
            db.setAutoCommit(false);
            for (var check : Verifier.CHECKS) assertThat(office.findings(db, check)).as(check).isEmpty();
        }
    }

    @Test
    void the_amount_of_a_posted_line() throws SQLException {
        found("TRAIL-ROWS", List.of("ledger.entry_line", no(3), "debit: 4000 → 4100"),
                "update ledger.entry_line set debit = debit + 100 where debit <> 0 and " + entryLineOf(3));
    }

    @Test
    void both_sides_of_an_entry() throws SQLException {
        found("TRAIL-ROWS", List.of("ledger.entry_line", no(3), "credit: 4000 → 4100"),
                "update ledger.entry_line set debit = debit + 100 where debit <> 0 and " + entryLineOf(3),
                "update ledger.entry_line set credit = credit + 100 where credit <> 0 and " + entryLineOf(3));
    }

    @Test
    void the_account_of_a_line() throws SQLException {
        found("TRAIL-ROWS", List.of("ledger.entry_line", no(4), "account: 5001 → 5101"),
                "update ledger.entry_line set account = '5101' where account = '5001' and " + entryLineOf(4));
    }

    @Test
    void a_business_date_put_back() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.issue", id(5), no(5), "business_date: 2026-09-05 → 2026-08-31"),
                "update stores.issue set business_date = '2026-08-31' where id = '" + id(5) + "'");
    }

    @Test
    void a_row_deleted_in_the_middle() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.issue_line", no(3), "was deleted"), "delete from stores.issue_line where issue_id = '" + id(3) + "'");
    }

    @Test
    void the_newest_document_deleted_with_its_record() throws SQLException {
        found("TRAIL-SEAL", List.of("Seal 4 should hold 2 records and holds 1"), deleteNewest());
    }

    @Test
    void the_newest_document_deleted_with_its_record_and_its_seal() throws SQLException {
        found("TRAIL-ANCHOR", List.of("Seal 4, anchored in line"), both(deleteNewest(), "delete from trail.sealed where n = 4", "delete from trail.seal where n = 4"));
    }

    @Test
    void an_edited_trail_record() throws SQLException {
        found("TRAIL-SEAL", List.of(no(2), "was changed after seal 2"), "update trail.record set reason = '校长同意' where object_no = '" + no(2) + "'");
    }

    @Test
    void an_edited_image_that_agrees_with_an_edited_row() throws SQLException {
        var edit = both(new String[0], "update stores.issue set amount = 9000 where id = '" + id(2) + "'",
                "update trail.record set images = jsonb_set(images, '{0,r,amount}', '9000') where object_no = '" + no(2) + "'");
        found("TRAIL-SEAL", List.of(no(2), "was changed after seal 2"), edit);
    }

    @Test
    void a_record_edited_under_its_old_fingerprint() throws SQLException {
        found("TRAIL-LEAF", List.of(no(2), "does not match its fingerprint"), "alter table trail.record alter column h drop expression",
                "update trail.record set reason = '校长同意' where object_no = '" + no(2) + "'");
    }

    @Test
    void a_deleted_trail_record() throws SQLException {
        var deletion = both(new String[0], "delete from trail.sealed where record_id in (select id from trail.record where object_no = '" + no(3) + "')",
                "delete from trail.record where object_no = '" + no(3) + "'");
        found("TRAIL-SEAL", List.of("The trail record in seal 3 at place 1 was deleted"), deletion);
        found("TRAIL-ROWS", List.of("stores.issue", id(3), no(3), "has no trail record"), deletion);
    }

    @Test
    void a_trail_record_put_back_in_time() throws SQLException {
        found("TRAIL-SEAL", List.of(no(4), "was changed after seal 3"), "update trail.record set at = at - interval '1 day' where object_no = '" + no(4) + "'");
    }

    @Test
    void another_actor() throws SQLException {
        found("TRAIL-SEAL", List.of(no(1), "was changed after seal 2"), "update trail.record set actor_name = '李会计' where object_no = '" + no(1) + "'");
    }

    @Test
    void the_newest_seals_removed() throws SQLException {
        found("TRAIL-ANCHOR", List.of("Seal 4, anchored in line", "is no longer in the database"), "delete from trail.sealed where n >= 4", "delete from trail.seal where n >= 4");
    }

    @Test
    void a_seal_removed_in_the_middle() throws SQLException {
        found("TRAIL-SEAL", List.of("Seals 2 to 2 are missing"), "delete from trail.sealed where n = 2", "delete from trail.seal where n = 2");
    }

    @Test
    void a_leaf_changed_where_it_is_sealed() throws SQLException {
        found("TRAIL-SEAL", List.of("The records in seal 3 are not those that were sealed"),
                "update trail.record set reason = '校长同意' where object_no = '" + no(4) + "'",
                "update trail.sealed s set h = r.h from trail.record r where r.school_id = s.school_id and r.id = s.record_id");
    }

    @Test
    void all_seals_wiped_and_made_anew() throws SQLException {
        try (var db = office.superuser()) {
            Resealing.anew(db, office.school);
            assertThat(office.findings(db, "TRAIL-SEAL")).isEmpty();
            assertThat(office.findings(db, "TRAIL-ANCHOR")).anyMatch(f -> f.contains("Seal 1 differs from line"));
            db.rollback();
        }
    }

    @Test
    void an_edit_everywhere_and_all_seals_made_anew() throws SQLException {
        try (var db = office.superuser()) {
            run(db, "update stores.issue set amount = 9000 where id = '" + id(2) + "'",
                    "update trail.record set images = jsonb_set(images, '{0,r,amount}', '9000') where object_no = '" + no(2) + "'");
            Resealing.anew(db, office.school);
            for (var check : List.of("TRAIL-LEAF", "TRAIL-SEAL", "TRAIL-ROWS")) assertThat(office.findings(db, check)).as(check).isEmpty();
            assertThat(office.findings(db, "TRAIL-ANCHOR")).anyMatch(f -> f.contains("Seal 2 differs") && f.contains(no(2)));
            db.rollback();
        }
    }

    @Test
    void the_stock_on_a_shelf() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.balance", "quantity: 988.000 → 1988.000"), "update stores.balance set quantity = quantity + 1000");
    }

    @Test
    void a_posted_row_put_in_by_hand() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.issue_line", no(1), "has no trail record"), """
                insert into stores.issue_line select school_id, gen_random_uuid(), issue_id, 2, item_id, entered_unit, entered_quantity, quantity, amount
                from stores.issue_line where issue_id = '%s'""".formatted(id(1)));
    }

    @Test
    void a_duty_granted_past_the_system() throws SQLException {
        found("TRAIL-ROWS", List.of("school.duty_held", "has no trail record"),
                "insert into school.duty_held (school_id, id, employee_id, duty, valid_from) values (%d, gen_random_uuid(), '%s', 'PRINCIPAL', '2026-09-01')"
                        .formatted(office.school, office.keeper.employeeId()));
    }

    @Test
    void a_closed_period_opened_again() throws SQLException {
        found("TRAIL-ROWS", List.of("ledger.period", "2026/8", "closed_at"), "update ledger.period set closed_at = null where month = 8");
    }

    @Test
    void two_document_numbers_swapped() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.issue", id(2), no(2) + " → " + no(5)), "update stores.issue set no = 'X' where id = '" + id(2) + "'",
                "update stores.issue set no = '" + no(2) + "' where id = '" + id(5) + "'", "update stores.issue set no = '" + no(5) + "' where id = '" + id(2) + "'");
    }

    @Test
    void a_table_called_a_draft_by_hand_is_still_held_against_the_trail() throws SQLException {
        found("TRAIL-ROWS", List.of("stores.issue", no(1)), "comment on table stores.issue is 'draft'", "update stores.issue set amount = 1 where id = '" + id(1) + "'");
    }

    @Test
    void a_right_that_the_application_must_not_have() throws SQLException {
        found("TRAIL-RIGHTS", List.of("zw_app", "stores.issue", "UPDATE"), "grant update on stores.issue to zw_app");
    }

    @Test
    void a_role_made_too_strong() throws SQLException {
        found("TRAIL-RIGHTS", List.of("zw_ro"), "alter role zw_ro bypassrls");
    }

    @Test
    void the_walls_between_schools_taken_down() throws SQLException {
        found("TRAIL-RIGHTS", List.of("ledger.entry"), "alter table ledger.entry disable row level security");
    }

    @Test
    void a_table_dropped() throws SQLException {
        found("TRAIL-RIGHTS", List.of("stores.move", "gone"), "drop table stores.move cascade");
    }

    @Test
    void the_verifier_on_its_own_ends_with_what_it_found() throws Exception {
        var out = new ByteArrayOutputStream();
        var auditor = (DriverManagerDataSource) office.database.auditor();
        var args = new String[] {auditor.getUrl(), auditor.getUsername(), office.anchors.file().toString()};
        assertThat(Verify.run(args, auditor.getPassword(), new PrintStream(out, true, StandardCharsets.UTF_8))).as(out.toString(StandardCharsets.UTF_8)).isZero();
        try (var db = office.superuser()) {
            run(db, "update stores.issue set amount = amount + 1 where id = '" + id(1) + "'");
            db.commit();
            assertThat(Verify.run(args, auditor.getPassword(), new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(1);
            run(db, "update stores.issue set amount = amount - 1 where id = '" + id(1) + "'");
            db.commit();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAIL  TRAIL-ROWS", "stores.issue", no(1));
        assertThat(Verify.run(args, "wrong", new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(2);
    }

    private static void found(String check, List<String> words, String... tampering) throws SQLException {
        try (var db = office.superuser()) {
            run(db, tampering);
            var findings = office.findings(db, check);
            assertThat(findings).anyMatch(f -> f.startsWith("tampered: ") && words.stream().allMatch(f::contains));
            db.rollback();
        }
    }

    private static void run(Connection db, String... tampering) throws SQLException {
        for (var sql : tampering) {
            try (var statement = db.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static String[] deleteNewest() {
        return new String[] {
            "delete from ledger.entry_line where " + entryLineOf(6), "delete from ledger.entry where object_id = '" + id(6) + "'",
            "delete from stores.move where object_id = '" + id(6) + "'", "delete from stores.issue_line where issue_id = '" + id(6) + "'",
            "delete from stores.issue where id = '" + id(6) + "'", "update stores.balance set quantity = 990, amount = 1980000, version = version - 1",
            "delete from trail.sealed where record_id in (select id from trail.record where object_no = '" + no(6) + "')",
            "delete from trail.record where object_no = '" + no(6) + "'"};
    }

    private static String[] both(String[] first, String... then) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(then));
        return all.toArray(String[]::new);
    }

    private static String entryLineOf(int n) {
        return "entry_id in (select id from ledger.entry where object_id = '" + id(n) + "')";
    }

    private static String id(int n) {
        return office.issues.get(n - 1).toString();
    }

    private static String no(int n) {
        return TamperedOffice.no(n);
    }
}
