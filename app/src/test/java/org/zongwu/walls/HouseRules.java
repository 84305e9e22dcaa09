package org.zongwu.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** The rules as ArchUnit says them, over any base package, so that a fixture can break them. */
final class HouseRules {
    private static final Set<String> CLOCK_READERS = Set.of("java.time.LocalDate", "java.time.LocalDateTime", "java.time.Instant", "java.time.ZonedDateTime", "java.time.OffsetDateTime",
            "java.time.LocalTime", "java.time.YearMonth");

    private HouseRules() {}

    static ArchRule noRings(String base) {
        return slices().matching(base + ".(**)").should().beFreeOfCycles()
                .as("no ring of packages").because("what forms a ring can only be read, tested and changed as one; move what both need into the room below");
    }

    static ArchRule controllersAreSealed() {
        return classes().that().areAnnotatedWith(Controller.class).or().haveSimpleNameEndingWith("Form").and().resideOutsideOfPackage("..web").should().notBePublic()
                .as("controllers and forms are package-private").because("only the web calls them; drop the word public").allowEmptyShould(true);
    }

    static ArchRule repositoriesAreSealed() {
        return classes().that().areAnnotatedWith(Repository.class).should().notBePublic()
                .as("repositories are package-private").because("a table is written by one feature; offer a service to the sibling instead").allowEmptyShould(true);
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("now() without a clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTarget().getName().equals("now") && CLOCK_READERS.contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
            }
        }).as("time comes from the injected Clock").because("a test must be able to set the day; call now(clock)");
    }

    static ArchRule noFloatingPoint() {
        return classes().should(new ArchCondition<JavaClass>("hold no double or float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream().filter(f -> floating(f.getRawType())).forEach(f -> events.add(SimpleConditionEvent.violated(f, f.getFullName() + " is a floating-point number")));
                type.getMethods().stream().filter(m -> floating(m.getRawReturnType()) || m.getRawParameterTypes().stream().anyMatch(HouseRules::floating))
                        .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getFullName() + " takes or returns a floating-point number")));
            }
        }).as("no double or float").because("0.1 has no exact double; money is a long of fen, quantities are BigDecimal");
    }

    private static boolean floating(JavaClass type) {
        return type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class) || type.isEquivalentTo(Double.class) || type.isEquivalentTo(Float.class);
    }

    static ArchRule controllersOpenNoTransaction() {
        return noClasses().that().areAnnotatedWith(Controller.class).should().dependOnClassesThat().haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
                .as("no @Transactional in controllers").because("a transaction belongs to one school and is opened by Tenancy").allowEmptyShould(true);
    }

    static ArchRule kernelKnowsNoFramework(String base) {
        return noClasses().that().resideInAPackage(base + ".kernel").and().haveSimpleNameNotEndingWith("package-info").should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jooq..", "jakarta..")
                .as("kernel imports no framework").because("values and contribution interfaces are what everything stands on").allowEmptyShould(true);
    }

    static ArchRule searchesUseTheIndex() {
        return noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("containsIgnoreCase") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTarget().getName().equals("containsIgnoreCase") && call.getTargetOwner().getPackageName().startsWith("org.jooq");
            }
        }).as("no containsIgnoreCase").because("it renders lower(x) like …, which no trigram index answers; use likeIgnoreCase");
    }

    /** Types of another module's schema, but for the views that it publishes. */
    static ArchRule noForeignTables(String base, Set<String> published) {
        return classes().that().resideInAPackage(base + "..").should(new ArchCondition<JavaClass>("touch only tables of their own schema") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var module = module(base, type.getPackageName());
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    var owner = access.getTargetOwner().getName();
                    if (!owner.matches("zongwu\\.db\\.[a-z]+\\.Tables")) continue;
                    var schema = owner.split("\\.")[2];
                    if (!schema.equals(module) && !published.contains(schema + "." + access.getTarget().getName())) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription() + " reads a table of " + schema));
                    }
                }
            }
        }).as("no module touches another's tables").because("a table is its owner's; ask the face or read a view that the owner publishes").allowEmptyShould(true);
    }

    static String module(String base, String packageName) {
        return packageName.length() <= base.length() ? "" : packageName.substring(base.length() + 1).split("\\.")[0];
    }
}
