package org.insats;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the doors between the rooms shut and the house free of cycles (docs/architecture.md, section 2). */
class RoomsTest {

    private static final String BASE = "org.insats.";

    /** Parts of a room that are rooms of their own in the order of the house. */
    private static final List<String> INNER_ROOMS = List.of("deadline.calc", "deadline.preview");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPath(Path.of("target/classes"));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(BASE)) {
            return "";
        }
        String below = name.substring(BASE.length());
        return INNER_ROOMS.stream()
                .filter(inner -> below.equals(inner) || below.startsWith(inner + '.'))
                .findFirst()
                .orElseGet(() -> below.contains(".") ? below.substring(0, below.indexOf('.')) : below);
    }

    @Test
    void noRoomDependsOnItselfThroughAnother() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return room(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room(type));
                    }

                    @Override
                    public String getDescription() {
                        return "rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void theCaseFileKnowsNoneOfTheRoomsAboveIt() {
        classes()
                .that()
                .resideInAPackage("org.insats.casefile..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "org.insats.casefile..",
                                "org.insats.platform..",
                                "org.insats.routine..",
                                "org.insats.deadline.calc..")
                        .or(outsideTheHouse()))
                .check(classes);
    }

    @Test
    void thePlatformRoomKnowsNoOther() {
        classes()
                .that()
                .resideInAPackage("org.insats.platform..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.insats.platform..").or(outsideTheHouse()))
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> outsideTheHouse() {
        return DescribedPredicate.describe(
                "outside org.insats", type -> !type.getPackageName().startsWith("org.insats"));
    }

    @Test
    void webScriptsAndImplementationsStayInsideTheirRoom() {
        classes()
                .should(new ArchCondition<>("use only the doors of other rooms") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isInside(dependency.getTargetClass()))
                                .filter(dependency ->
                                        !outerRoom(dependency.getTargetClass()).equals(outerRoom(type)))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .check(classes);
    }

    private static boolean isInside(JavaClass type) {
        boolean webPart = type.getPackageName().matches("org\\.insats\\.(?!platform)[a-z]+(\\.[a-z]+)?\\.web");
        return webPart
                || type.getPackageName().startsWith(BASE)
                        && type.getSimpleName().startsWith("Standard");
    }

    private static String outerRoom(JavaClass type) {
        String room = room(type);
        return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
    }

    @Test
    void arithmeticAndRulesArePlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.insats.deadline.calc..")
                .or()
                .haveSimpleNameEndingWith("Lifecycle")
                .or()
                .haveFullyQualifiedName("org.insats.platform.StateMachine")
                .or()
                .haveFullyQualifiedName("org.insats.casefile.PersonalIdentityNumber")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.alfresco..", "org.springframework..", "org.activiti..")
                .check(classes);
    }

    @Test
    void allTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(classes);
    }
}
