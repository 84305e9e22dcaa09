package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Span;
import org.zongwu.ledger.Ledgers;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drop the folder in, get the figures out: the ledgers of {@code samples/xingcheng} against what they must come to. */
@Office
@Tag("slow")
class SampleFolderIT {
    private static final Path FOLDER = Path.of("../samples/xingcheng");
    private static final Span TERM = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));
    /** What the office takes so far; the stores, fees, meters and books of the others come with their rooms. */
    private static final List<String> FILES = List.of("01", "02", "03", "04", "05", "06", "07", "08", "11", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29");
    /** What the folder must come to, from {@code expected.json}, by the figure that says it. */
    private static final Map<String, String> FIGURES = figures();

    /** The books take each issue to the fen as it is posted; {@code expected.json} rounds once for the whole term. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.05");

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Terms terms;
    @Autowired private FileImports imports;
    @Autowired private List<FigureSource> sources;
    @Autowired private Ledgers ledgers;
    @Autowired private TestClock clock;
    @Autowired private DSLContext db;

    private Opened school;

    private static Map<String, String> figures() {
        var all = new HashMap<String, String>();
        for (var line : """
                POP_TEACHERS 134
                POP_CLASSES 42
                POP_STUDENTS 1986
                ROOMS 152
                HANDOUT_ON_TIME_RATE 95.24
                VEHICLE_KM 5746
                VEHICLE_FUEL_LITRES 1051.70
                RECEPTION_BATCH 24
                RECEPTION_PERSONS 216
                RECEPTION_HOSTS 51
                RECEPTION_COST 9305
                FOOD_PURCHASE_AMOUNT 218455.80
                FOOD_SAMPLES 356
                OVERTIME_HOURS 552.50
                STUDY_SESSIONS 17
                STUDY_PERSON_TIMES 271
                STUDY_ATTEND_RATE 88.56
                MEETINGS 20
                MEETINGS_NO_QUORUM 1
                RESOLUTIONS 55
                RESOLUTION_EXEC_RATE 74.55
                RESOLUTION_AMOUNT 66900
                GIFT_DECLARED 5
                GIFT_COUNT 3
                GIFT_VALUE 840
                HONOURS 3
                PROJ_COUNT 4
                PROJ_CUT 24003.90
                INSPECTIONS 38
                HAZARDS 86
                HAZARD_CLOSED_RATE 90.70
                HAZARD_OPEN 8
                EVENTS_SUPPORTED 24
                EVENT_ONTIME_RATE 100
                EVENT_COST 5720
                ISSUES 88
                CONTRACT_ACTIVE 12
                SURVEY_SATISFACTION 87.57
                SURVEY_VALID 531
                REPAIR_TICKETS 935
                REPAIR_DONE 922
                REPAIR_OPEN 13
                REPAIR_ONTIME_RATE 91.84
                REPAIR_MEDIAN_HOURS 22
                REPAIR_SATISFACTION 93.13
                LOAN_OUT 13
                LOAN_OVERDUE 11
                """.lines().toList()) all.put(line.split(" ")[0], line.split(" ")[1]);
        return all;
    }

    @BeforeEach
    void aNewSchoolInItsTerm() {
        clock.set(LocalDate.of(2026, 7, 15), LocalTime.of(17, 0));
        school = Opened.school(schools, tenancy, setUp);
        school.write(() -> setUp.firstDuty(school.first(), Duty.GA_DIRECTOR));
        school.write(() -> ledgers.open(school.actor(Duty.GA_DIRECTOR), 2026, 2026));
        school.write(() -> terms.open(school.actor(Duty.GA_DIRECTOR), new Term(Ids.next(), "2025-2026-2", TERM.from(), LocalDate.of(2026, 3, 2), TERM.to())));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_folder_comes_to_what_it_must_and_every_row_that_a_person_must_see_is_named() throws IOException {
        var results = new TreeMap<String, FileImports.Result>();
        imports.load(school.id(), files(), "", false, r -> results.put(r.file(), r));
        var all = JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve("expected.json")));
        var expected = all.get("files");
        var wrong = new TreeSet<String>();
        results.forEach((file, result) -> {
            if (result.refusal() != null) wrong.add(file + " is refused: " + result.refusal());
            var wanted = expected.get(file);
            if (System.getProperty("zongwu.words") != null) result.words().forEach(System.out::println);
            compare(wrong, file, "problem", rows(wanted.get("problems")), named(result, "problem"));
            compare(wrong, file, "duplicate", rows(wanted.get("duplicates")), named(result, "duplicate"));
        });
        var figures = new HashMap<String, BigDecimal>();
        tenancy.read(school.id(), () -> sources.stream().filter(s -> s.definitions().stream().anyMatch(d -> FIGURES.containsKey(d.id()))).flatMap(s -> s.figures(TERM).stream()).toList())
                .forEach(f -> figures.put(f.definition().id(), f.value()));
        FIGURES.forEach((id, value) -> {
            if (figures.get(id) == null || figures.get(id).compareTo(new BigDecimal(value)) != 0) wrong.add(id + " is " + figures.get(id) + ", must be " + value);
        });
        stock(wrong, all.get("stock_closing"));
        assertThat(wrong).isEmpty();
    }

    /** What lies in the storeroom at the end, by item, and what it is worth, by category. */
    private void stock(Set<String> wrong, JsonNode closing) {
        var lies = school.<Map<?, Long>>read(() -> db.fetch("""
                select i.code || ' ' || i.name || coalesce(' ' || i.spec, '') as item, coalesce(b.quantity, 0)::bigint as quantity from stores.item i
                left join stores.balance b on b.school_id = i.school_id and b.item_id = i.id where i.school_id = {0}""", school.id()).intoMap("item", r -> r.get("quantity", Long.class)));
        closing.get("closing_qty_by_item").properties().forEach(e -> {
            if (!Objects.equals(lies.get(e.getKey()), e.getValue().asLong())) wrong.add(e.getKey() + " lies there " + lies.get(e.getKey()) + " times, must be " + e.getValue());
        });
        var worth = school.<Map<?, BigDecimal>>read(() -> db.fetch("""
                select c.name, sum(b.amount) / 100.0 as worth from stores.balance b join stores.item i on i.school_id = b.school_id and i.id = b.item_id
                join stores.category c on c.school_id = i.school_id and c.id = i.category_id where b.school_id = {0} group by c.name""", school.id()).intoMap("name", r -> r.get("worth", BigDecimal.class)));
        closing.get("closing_value_by_category_term_average").properties().forEach(e -> {
            var is = worth.get(e.getKey());
            if (is == null || is.subtract(new BigDecimal(e.getValue().asString())).abs().compareTo(ROUNDED) > 0) wrong.add(e.getKey() + " is worth " + is + ", must be " + e.getValue());
        });
    }

    private static void compare(Set<String> wrong, String file, String what, Set<String> must, Set<String> are) {
        if (!must.equals(are)) wrong.add(file + ": " + what + "s are " + are + ", must be " + must);
    }

    private static Set<String> rows(JsonNode listed) {
        var all = new TreeSet<String>();
        listed.forEach(r -> all.add(r.get("sheet").asString() + " " + r.get("row").asInt()));
        return all;
    }

    private static Set<String> named(FileImports.Result result, String verdict) {
        var all = new TreeSet<String>();
        result.findings().stream().filter(f -> f.verdict().equals(verdict)).forEach(f -> all.add(f.sheet() + " " + f.row()));
        return all;
    }

    private static List<Path> files() {
        try (var all = Files.list(FOLDER)) {
            return new ArrayList<>(all.filter(f -> FILES.contains(f.getFileName().toString().substring(0, 2))).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
