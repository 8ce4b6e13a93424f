package org.insats.deadline.calc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The arithmetic and the profiles know nothing of the platform, of other rooms or of the clock. */
class ArithmeticIsPureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.insats.deadline.calc", "org.insats.routine");

    @Test
    void dependsOnNoPlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.insats.routine.store..", "org.insats.routine.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.alfresco..",
                        "org.springframework..",
                        "org.activiti..",
                        "org.insats.platform..",
                        "org.insats.casefile..",
                        "org.insats.deadline",
                        "org.insats.deadline.preview..")
                .check(CLASSES);
    }

    @Test
    void neverAsksForTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.insats.routine.store..", "org.insats.routine.web..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }
}
