package org.zongwu.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.zongwu.Zongwu;

class HouseRulesTests {
    private static final String BASE = "org.zongwu";
    private static final String BROKEN = "broken.house";
    private static final Path SOURCES = Path.of("src/main/java");
    /** The views that a module publishes for others to join. */
    private static final Set<String> PUBLISHED = Set.of("school.PERSON", "school.CLASS_TITLE", "school.PLACE", "parties.KNOWN", "ledger.BOOKED", "stocktaking.COUNTED");
    /** The ground plan of house.md: every module with its floor; a module uses lower floors only, and on floor 3 those before it. */
    private static final List<List<String>> FLOORS = List.of(List.of("kernel"), List.of("engine", "web"), List.of("trail", "school", "parties", "files", "ledger", "logbook"),
            List.of("access", "notices", "imports", "disclosure", "bookings", "approvals", "cashier", "stocktaking"), List.of("budget", "stores", "assets", "fees", "contracts", "rounds"),
            List.of("expenses", "procurement", "distribution", "repairs", "utilities", "canteen", "works", "greening", "safety", "events", "fleet", "staff", "governance", "feedback", "tasks"),
            List.of("audit", "termreport", "district"));
    /** They stand outside the floors: the launcher and the example school, which start and fill the whole house. */
    private static final Set<String> OUTSIDE = Set.of("launch", "demo");

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(BASE);
    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(BROKEN);

    private record Wall(ArchRule rule, ArchRule overTheFixture) {}

    private static List<Wall> walls() {
        return List.of(new Wall(HouseRules.noRings(BASE), HouseRules.noRings(BROKEN)),
                same(HouseRules.controllersAreSealed()), same(HouseRules.repositoriesAreSealed()), same(HouseRules.timeComesFromTheClock()), same(HouseRules.noFloatingPoint()),
                same(HouseRules.controllersOpenNoTransaction()), new Wall(HouseRules.kernelKnowsNoFramework(BASE), HouseRules.kernelKnowsNoFramework(BROKEN)),
                same(HouseRules.searchesUseTheIndex()), new Wall(HouseRules.noForeignTables(BASE, PUBLISHED), HouseRules.noForeignTables(BROKEN, Set.of())));
    }

    private static Wall same(ArchRule rule) {
        return new Wall(rule, rule);
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps_every_wall() {
        return walls().stream().map(w -> DynamicTest.dynamicTest(w.rule().getDescription(), () -> w.rule().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> the_fixture_breaks_every_wall() {
        return walls().stream().map(w -> DynamicTest.dynamicTest(w.rule().getDescription(), () -> assertThatThrownBy(() -> w.overTheFixture().check(FIXTURE)).isInstanceOf(AssertionError.class)));
    }

    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(Zongwu.class).verify();
    }

    @Test
    void the_fixture_reaches_into_a_sealed_room() {
        assertThatThrownBy(() -> ApplicationModules.of(broken.house.BrokenHouse.class, location -> true).verify()).hasMessageContaining("non-exposed");
    }

    @Test
    void every_module_declares_what_it_may_use_and_only_from_lower_floors() throws Exception {
        assertThat(violations(BASE, modules(BASE))).isEmpty();
    }

    @Test
    void the_fixture_uses_an_upper_floor_and_declares_nothing() throws Exception {
        assertThat(violations(BROKEN, List.of("lower", "upper"))).hasSize(2);
    }

    private static List<String> modules(String base) {
        return HOUSE.stream().map(c -> HouseRules.module(base, c.getPackageName())).filter(m -> !m.isEmpty()).distinct().sorted().toList();
    }

    private static List<String> violations(String base, List<String> modules) throws Exception {
        var found = new ArrayList<String>();
        for (var module : modules) {
            if (OUTSIDE.contains(module)) continue;
            var declared = Class.forName(base + "." + module + ".package-info").getAnnotation(ApplicationModule.class);
            if (declared == null || Arrays.equals(declared.allowedDependencies(), new String[] {ApplicationModule.OPEN_TOKEN})) {
                found.add(module + " does not declare allowedDependencies: any arrow would pass. Declare them, even when empty");
                continue;
            }
            for (var target : declared.allowedDependencies()) {
                if (!lower(target.split("::")[0].strip(), module)) found.add(module + " may not use " + target + ": it stands on the same floor or above (house.md, ground plan)");
            }
        }
        return found;
    }

    /** Floors 2 and 3 have an order inside: what comes later may use what comes before. */
    private static boolean lower(String target, String module) {
        var order = new HashMap<String, Integer>();
        var at = 0;
        for (var floor : FLOORS) {
            var ordered = FLOORS.indexOf(floor) == 1 || FLOORS.indexOf(floor) == 2;
            for (var m : floor) order.put(m, ordered ? at++ : at);
            at++;
        }
        return order.containsKey(target) && order.containsKey(module) && order.get(target) < order.get(module) || BROKEN_FLOORS.getOrDefault(target, 9) < BROKEN_FLOORS.getOrDefault(module, 0);
    }

    private static final Map<String, Integer> BROKEN_FLOORS = Map.of("lower", 1, "upper", 2);

    /** As style.md counts it: the share of main source files whose top type is public. */
    @Test
    void at_most_35_of_100_source_files_are_public() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var all = files.filter(f -> f.toString().endsWith(".java")).toList();
            var open = all.stream().filter(HouseRulesTests::isPublic).toList();
            assertThat(open.size() * 100).as("%d of %d files are public: seal the types that no other package needs", open.size(), all.size()).isLessThanOrEqualTo(all.size() * 35);
        }
    }

    private static boolean isPublic(Path file) {
        try {
            return Pattern.compile("(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ").matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws Exception {
        for (var name : HOUSE.stream().map(c -> c.getPackageName()).distinct().sorted().toList()) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class)).as("%s: add a package-info.java with one sentence and @NullMarked", name).isTrue();
        }
    }

    @Test
    void no_file_passes_300_lines() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size()).as("%s is probably two things: split it by capability", file).isLessThanOrEqualTo(300);
            }
        }
    }

    /** A string is invisible to types: SQL text that names another module's schema is found here. */
    @Test
    void no_sql_text_names_another_modules_schema() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var module = HouseRules.module(BASE, SOURCES.relativize(file.getParent()).toString().replace('/', '.'));
                assertThat(foreignSql(Files.readString(file), module)).as("%s reads another module's tables in a string", file).isEmpty();
            }
        }
    }

    @Test
    void sql_text_that_names_another_schema_is_found() {
        assertThat(foreignSql("db.fetch(\"select * from ledger.entry where school_id = ?\")", "stores")).hasSize(1);
        assertThat(foreignSql("db.fetch(\"select * from stores.issue where school_id = ?\")", "stores")).isEmpty();
    }

    private static List<String> foreignSql(String source, String module) {
        var schemas = String.join("|", FLOORS.stream().flatMap(List::stream).filter(m -> !m.equals(module) && !m.equals("web") && !m.equals("kernel")).toList());
        var pattern = Pattern.compile("\\b(?:from|join|into|update|table)\\s+(" + schemas + ")\\.[a-z_]+", Pattern.CASE_INSENSITIVE);
        return pattern.matcher(source).results().map(m -> m.group()).filter(m -> !m.endsWith(" engine.school")).toList(); // the list of schools is everybody's
    }
}
