package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.governance.Tables.GIFT;
import static zongwu.db.safety.Tables.HAZARD;
import static zongwu.db.safety.Tables.INSPECTION;
import static zongwu.db.staff.Tables.HONOUR;
import static zongwu.db.staff.Tables.OVERTIME;
import static zongwu.db.tasks.Tables.TASK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.ListSource;
import org.zongwu.kernel.OwnFigureSource;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.PlanSource.Due;

/** What one person did, and the records behind figures one by one: his own and nobody else's, valid ones and no others. */
class OwnFiguresIT extends BookOffice {
    @Autowired private List<OwnFigureSource> own;
    @Autowired private List<ListSource> lists;
    @Autowired private List<PlanSource> planned;

    private Actor me;
    private List<Actor> others;
    private int written;

    @BeforeEach
    void people() {
        me = person("T001", "梁红远", Duty.WORKER);
        others = List.of(person("T002", "邹欣静", Duty.WORKER), person("T003", "何远", Duty.PRINCIPAL));
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** R-PS-1, R-SUM-10. */
    @Test
    void no_figure_of_a_person_changes_when_other_peoples_records_change() {
        var random = new Random(20261126);
        for (var round = 0; round < 4; round++) {
            var before = figuresOf(me);
            var theirs = new ArrayList<Written>();
            for (var i = 0; i < 5; i++) theirs.add(write(random, others.get(random.nextInt(others.size()))));
            var one = theirs.get(random.nextInt(theirs.size()));
            books.cancel(director, one.book(), one.id(), "写错");
            assertThat(figuresOf(me)).isEqualTo(before);

            var mine = write(random, me);
            var changed = new HashSet<>(figuresOf(me).entrySet());
            changed.removeAll(before.entrySet());
            assertThat(changed).as("a record of his own in %s", mine.book().key()).isNotEmpty();
            if (random.nextBoolean()) {
                books.cancel(director, mine.book(), mine.id(), "写错");
                assertThat(figuresOf(me)).as("and one that is void counts nowhere").isEqualTo(before);
            }
        }
    }

    @Test
    void a_person_has_just_what_names_him() {
        write(Kind.TASK, me);
        write(Kind.TASK, others.getFirst());
        write(Kind.OVERTIME, me);
        write(Kind.HAZARD, me);
        write(Kind.HONOUR, me);
        write(Kind.GIFT, others.getFirst());

        assertThat(figuresOf(me)).containsAllEntriesOf(Map.of("OWN_TASKS", "1", "OWN_OVERTIME_HOURS", "4", "OWN_OVERTIME_DAYS", "0.5", "OWN_HAZARDS", "1", "OWN_HONOURS", "1"))
                .doesNotContainKeys("OWN_GIFTS", "OWN_INSPECTIONS");
        assertThat(school.read(() -> list("OWN_TASKS", me.employeeId()).rows())).hasSize(1);
        assertThatThrownBy(() -> school.read(() -> list("OWN_TASKS", null))).hasMessageContaining("R-PS-1");
        assertThatThrownBy(() -> school.read(() -> list("HONOURS", me.employeeId()))).hasMessageContaining("R-PS-1");
    }

    @Test
    void a_list_holds_the_valid_records_of_the_span_that_its_figure_counts_in_words() {
        honour("市节水型学校", DAY.plusDays(1), "市水〔2026〕61号", null);
        honour("平安校园", DAY, "县教〔2026〕108号", null);
        honour("没有文号", DAY, null, null);
        honour("去年的", DAY.minusYears(1), "市〔2025〕1号", null);
        var wrong = honour("写错的", DAY, "县〔2026〕2号", null);
        books.cancel(director, books.of(HONOUR), wrong, "写错");

        var listing = school.read(() -> list("HONOURS", null));
        assertThat(listing.heads()).extracting(ListSource.Head::words).containsExactly("日期", "荣誉名称", "授予单位", "级别", "证书或文号");
        assertThat(listing.rows()).containsExactly(List.of(DAY.toString(), "平安校园", "市教育局", "市级", "县教〔2026〕108号"),
                List.of(DAY.plusDays(1).toString(), "市节水型学校", "市教育局", "市级", "市水〔2026〕61号"));
        assertThat(figure("HONOURS")).isEqualByComparingTo(BigDecimal.valueOf(listing.count()));
        assertThat(school.read(() -> source("HONOURS").list("HONOURS", TERM, null, 1))).satisfies(first -> {
            assertThat(first.rows()).hasSize(1);
            assertThat(first.count()).isEqualTo(2);
        });
    }

    /** R-SUM-11. */
    @Test
    void no_list_names_a_pupil_a_household_or_who_gave_or_complained() {
        var hidden = Set.of("giver", "reporter", "identity", "student", "household", "phone");
        for (var book : books.all()) {
            for (var m : book.allMeasures()) {
                assertThat(m.listed).as(m.definition.id()).noneMatch(f -> hidden.contains(f.getName()));
                assertThat(book.allBlanks()).filteredOn(b -> m.listed.contains(b.readable())).as(m.definition.id()).allMatch(b -> b.listed);
            }
        }
        var giver = Measure.count("GIFTS_BY_GIVER", org.zongwu.kernel.Unit.PIECE).listing(GIFT.GIVER);
        var gifts = Logbook.of(GIFT).blanks(Blank.day(GIFT.DECLARED_ON), Blank.text(GIFT.GIVER).unlisted()).figures(giver);
        assertThatThrownBy(() -> new BookRegister(gifts, null, db, null).requireTotals()).hasMessageContaining("does not show giver to everybody");
    }

    /** R-PLAN-2. */
    @Test
    void a_task_of_the_plan_is_due_on_the_days_of_its_records_that_are_still_to_come() {
        task("过期的", TERM.to().minusDays(3));
        assertThat(due("plan.tasks.task.open")).as("what is late already is done before the next term opens").isEqualTo(Due.OPEN);
        task("先到的", TERM.to().plusDays(20));
        task("后到的", TERM.to().plusDays(70));
        assertThat(due("plan.tasks.task.open")).isEqualTo(new Due(TERM.to().plusDays(20), TERM.to().plusDays(70)));

        var ends = TERM.to().plusDays(150);
        enter(director, CONTRACT, Draft.blank().set(CONTRACT.NAME, "小卖部承包").set(CONTRACT.PARTY, "李记").set(CONTRACT.KIND, "LEASE").set(CONTRACT.STARTS_ON, DAY).set(CONTRACT.ENDS_ON, ends));
        var sealed = school.read(() -> db.select(CONTRACT.ID).from(CONTRACT).where(CONTRACT.SCHOOL_ID.eq(school.id())).fetchSingle().value1());
        step(others.getLast(), CONTRACT, sealed, "approval", Draft.blank());
        step(person("T004", "印章员", Duty.SEAL_KEEPER), CONTRACT, sealed, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, DAY));
        assertThat(due("plan.contracts.contract.planned")).as("tendered again ninety days before its end").isEqualTo(new Due(ends.minusDays(90), ends.minusDays(90)));
    }

    private Due due(String key) {
        return school.read(() -> planned.stream().flatMap(s -> s.planItems(TERM).stream()).filter(i -> i.textKey().equals(key)).findFirst().orElseThrow().due());
    }

    private ListSource.Listing list(String id, @Nullable UUID person) {
        return source(id).list(id, TERM, person, 50);
    }

    private ListSource source(String id) {
        return lists.stream().filter(l -> l.lists().contains(id)).findFirst().orElseThrow();
    }

    /** By id, those of which there is any record. */
    private Map<String, String> figuresOf(Actor person) {
        var all = new TreeMap<String, String>();
        school.read(() -> own.stream().flatMap(s -> s.figuresOf(person.employeeId(), TERM).stream()).toList()).stream().filter(f -> f.value() != null)
                .forEach(f -> all.put(f.definition().id(), f.value().stripTrailingZeros().toPlainString() + (f.link().contains(person.employeeId().toString()) ? "" : " open to all")));
        assertThat(all.keySet()).isSubsetOf(own.stream().flatMap(s -> s.ownDefinitions().stream()).map(FigureDefinition::id).toList());
        return all;
    }

    private enum Kind { TASK, OVERTIME, INSPECTION, HAZARD, HONOUR, GIFT }

    private record Written(Logbook book, UUID id) {}

    private Written write(Random random, Actor person) {
        return write(Kind.values()[random.nextInt(Kind.values().length)], person);
    }

    private Written write(Kind kind, Actor person) {
        var n = ++written;
        var day = DAY.plusDays(n % 28);
        return switch (kind) {
            case TASK -> new Written(books.of(TASK), enter(director, TASK, Draft.blank().set(TASK.DAY, day).set(TASK.NAME, "任务" + n).set(TASK.OWNER_ID, person.employeeId())
                    .set(TASK.OWNER, person.name()).set(TASK.DUE_ON, day.plusDays(9))));
            case OVERTIME -> {
                var id = enter(director, OVERTIME, Draft.blank().set(OVERTIME.DAY, day).set(OVERTIME.PERSON_ID, person.employeeId()).set(OVERTIME.PERSON, person.name())
                        .set(OVERTIME.HOURS, new BigDecimal("4")).set(OVERTIME.REASON, "抢修" + n));
                step(director, OVERTIME, id, "approval", Draft.blank());
                yield new Written(books.of(OVERTIME), id);
            }
            case INSPECTION -> new Written(books.of(INSPECTION), enter(director, INSPECTION, Draft.blank().set(INSPECTION.DAY, day).set(INSPECTION.AREA, "楼" + n)
                    .set(INSPECTION.INSPECTOR_ID, person.employeeId()).set(INSPECTION.INSPECTOR, person.name())));
            case HAZARD -> {
                var id = enter(director, HAZARD, Draft.blank().set(HAZARD.FOUND_ON, day).set(HAZARD.PLACE, "楼" + n).set(HAZARD.DESCRIPTION, "插排私拉").set(HAZARD.LEVEL, "GENERAL")
                        .set(HAZARD.DUE_ON, day.plusDays(7)).set(HAZARD.OWNER_ID, person.employeeId()).set(HAZARD.OWNER, person.name()));
                step(director, HAZARD, id, "rectification", Draft.blank().set(HAZARD.RECTIFIED_ON, day.plusDays(1)).set(HAZARD.MEASURE, "拆除"));
                yield new Written(books.of(HAZARD), id);
            }
            case HONOUR -> new Written(books.of(HONOUR), honour("先进" + n, day, "校发" + n, person));
            case GIFT -> new Written(books.of(GIFT), enter(person, GIFT, Draft.blank().set(GIFT.RECEIVED_ON, day).set(GIFT.RECEIVER_ID, person.employeeId()).set(GIFT.RECEIVER, person.name())
                    .set(GIFT.ITEM, "茶叶" + n).set(GIFT.DECLARED_ON, day)));
        };
    }

    private UUID honour(String name, LocalDate day, @Nullable String document, @Nullable Actor whose) {
        return enter(director, HONOUR, Draft.blank().set(HONOUR.DAY, day).set(HONOUR.NAME, name).set(HONOUR.ISSUER, "市教育局").set(HONOUR.LEVEL, "CITY").set(HONOUR.DOCUMENT_NO, document)
                .set(HONOUR.PERSON_ID, whose == null ? null : whose.employeeId()).set(HONOUR.PERSON, whose == null ? null : whose.name()));
    }

    private void task(String name, LocalDate due) {
        enter(director, TASK, Draft.blank().set(TASK.DAY, DAY).set(TASK.NAME, name).set(TASK.OWNER_ID, me.employeeId()).set(TASK.OWNER, me.name()).set(TASK.DUE_ON, due));
    }
}
