package org.insats.records.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.insats.records.retention.Verdict.Outcome;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the requirements and each rule by itself, on the rules shipped. */
class RetentionExamplesTest {

    private static final RuleSet SHIPPED = new RuleSetReader().read(RuleSetReader.shipped());

    private static Verdict on(String day, Files file) {
        return new RetentionEngine(SHIPPED).judge(file.facts(), LocalDate.parse(day));
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }

    @Test
    @Covers({"RET-90", "RET-60", "RET-62"})
    void theDutyArisesFiveYearsAfterTheLastEntryAndIsDoneInTheYearAfter() {
        Verdict before = on("2031-05-28", Files.openCare());
        assertThat(before.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(before.disposable()).isEmpty();

        Verdict verdict = on("2031-05-29", Files.openCare());

        assertThat(verdict.outcome()).isEqualTo(Outcome.CANDIDATE);
        assertThat(verdict.duty()).isEqualTo(day("2031-05-29"));
        assertThat(verdict.completeBy()).isEqualTo(day("2032-12-31"));
        assertThat(verdict.disposable()).containsExactly("d1");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-04-05,true",
        "2010-04-15,true",
        "2010-11-25,true",
        "2010-04-12,false",
        "2010-04-65,true",
        "2010-04-72,false"
    })
    @Covers({"RET-91", "RET-65", "RET-82"})
    void thoseBornOnCertainDaysArePreserved(String born, boolean preserved) {
        Verdict verdict = on("2040-01-01", Files.openCare().born(born));

        assertThat(verdict.outcome() == Outcome.PRESERVED).isEqualTo(preserved);
        assertThat(verdict.rule().orElse("").endsWith("BIRTH-DAY")).isEqualTo(preserved);
    }

    @ParameterizedTest
    @CsvSource({"0583,true", "0980,true", "2281,true", "1480,true", "1481,false", "1280,false", ",true"})
    @Covers({"RET-92", "RET-64"})
    void someRegionsPreserveAllAndWhereTheRegionIsNotKnownNothingGoes(String municipality, boolean preserved) {
        Verdict verdict = on("2040-01-01", Files.openCare().in(municipality));

        assertThat(verdict.outcome() == Outcome.PRESERVED).isEqualTo(preserved);
    }

    @ParameterizedTest
    @CsvSource({"FOSTER_HOME", "RESIDENTIAL_CARE_HOME", "STATE_INSTITUTION"})
    @Covers({"RET-95", "RET-63"})
    void documentsOfAChildThatWasPlacedArePreserved(String service) {
        Files file = Files.opened("2026-01-12")
                .entry("2026-05-29", true)
                .service(service, "2026-02-02")
                .document("d1", service);

        Verdict verdict = on("2140-01-01", file);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PRESERVED);
        assertThat(verdict.rule().orElseThrow()).endsWith("PLACEMENT");
    }

    @Test
    @Covers("RET-63")
    void anAdultInAHomeIsNoPlacedChildButOneOfUnknownAgeMayBe() {
        Files file = Files.opened("2026-01-12")
                .entry("2026-05-29", true)
                .service("RESIDENTIAL_CARE_HOME", "2026-02-02")
                .document("d1", "RESIDENTIAL_CARE_HOME");

        assertThat(on("2040-01-01", file.born("1980-04-12")).outcome()).isEqualTo(Outcome.CANDIDATE);
        assertThat(on("2040-01-01", file.born("2008-02-02")).outcome()).isEqualTo(Outcome.CANDIDATE);
        assertThat(on("2040-01-01", file.born("2008-02-03")).outcome()).isEqualTo(Outcome.PRESERVED);
        assertThat(on("2040-01-01", file.born(null)).outcome()).isEqualTo(Outcome.PRESERVED);
    }

    @Test
    @Covers({"RET-96", "RET-80"})
    void aLaterEntryByAPersonMovesTheDateAndWhatTheSystemDoesDoesNot() {
        Files file = Files.openCare().entry("2029-01-01", false);
        assertThat(on("2027-01-01", file).duty()).isEqualTo(day("2031-05-29"));

        assertThat(on("2027-04-01", file.entry("2027-03-01", true)).duty()).isEqualTo(day("2032-03-01"));
    }

    @Test
    @Covers({"RET-97", "RET-68"})
    void thirtyYearsFromBirthHoldOnceTheRuleIsSwitchedOn() throws Exception {
        Files child = Files.openCare().born("2014-06-10");
        assertThat(on("2031-05-29", child).outcome()).isEqualTo(Outcome.CANDIDATE);

        RuleSet on = switchedOn("SOL2025-CHILD-30-YEARS");
        Verdict verdict = new RetentionEngine(on).judge(child.facts(), LocalDate.of(2044, 6, 9));
        assertThat(verdict.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(verdict.duty()).isEqualTo(day("2044-06-10"));
        assertThat(new RetentionEngine(on)
                        .judge(child.facts(), LocalDate.of(2044, 6, 10))
                        .outcome())
                .isEqualTo(Outcome.CANDIDATE);
        assertThat(new RetentionEngine(on)
                        .judge(child.born(null).facts(), LocalDate.of(2090, 1, 1))
                        .isCandidate())
                .isFalse();
    }

    private static RuleSet switchedOn(String rule) throws Exception {
        ObjectNode rules = (ObjectNode) new ObjectMapper().readTree(RuleSetReader.shipped());
        rules.path("rules").forEach(each -> {
            if (each.path("id").asText().equals(rule)) {
                ((ObjectNode) each).put("active", true);
            }
        });
        return new RuleSetReader().read(rules);
    }

    @Test
    @Covers("RET-61")
    void aFileWaitsForTheOtherMattersOfThePersonAndTheirTimeInTheRegister() {
        assertThat(on("2035-01-01", Files.openCare().other(null)).outcome()).isEqualTo(Outcome.WAITS_FOR_OTHERS);

        Files file = Files.openCare().other("2033-02-01");
        assertThat(on("2038-01-31", file).outcome()).isEqualTo(Outcome.WAITS_FOR_OTHERS);
        assertThat(on("2038-01-31", file).waitsUntil()).isEqualTo(day("2038-02-01"));
        assertThat(on("2038-02-01", file).outcome()).isEqualTo(Outcome.CANDIDATE);
    }

    @Test
    @Covers("RET-66")
    void filesUnderLssHaveRulesOfTheirOwn() {
        Verdict verdict = on("2032-01-01", Files.openCare().under("LSS"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.CANDIDATE);
        assertThat(verdict.rule()).contains("LSS-FIVE-YEARS");
        assertThat(on("2032-01-01", Files.openCare().under("LSS").in(Files.MOTALA))
                        .rule())
                .contains("LSS-REGION");
        assertThat(on("2032-01-01", Files.openCare().under("LSS").born("2010-04-25"))
                        .rule())
                .contains("LSS-BIRTH-DAY");
    }

    @Test
    @Covers("RET-67")
    void aFileThatStraddlesTwoActsIsUnderBothAndTheNewerIsNamed() {
        Files straddling = Files.opened("2024-01-12").closed("2026-01-30").entry("2025-06-01", true);
        assertThat(on("2031-01-01", straddling).dutyRule()).contains("SOL2025-FIVE-YEARS");
        assertThat(SHIPPED.rule("SOL2025-FIVE-YEARS")
                        .flatMap(rule -> SHIPPED.act(rule.act()))
                        .orElseThrow()
                        .inForceFrom())
                .isEqualTo("2025-07-01");

        Files early = Files.opened("2010-01-12").closed("2011-01-30").entry("2011-01-30", true);
        assertThat(on("2020-01-01", early).dutyRule()).contains("SOL2001-FIVE-YEARS");
    }

    @Test
    @Covers("RET-70")
    void theFileOfAContractorIsNotDestroyedByItself() {
        Verdict verdict = on("2140-01-01", Files.openCare().kind(FileFacts.Kind.CONTRACTOR));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PRESERVED);
        assertThat(verdict.rule()).contains("CONTRACTOR-FILES");
    }

    @Test
    @Covers("RET-81")
    void theOrderIsHoldThenGroundThenSelectionThenOtherMattersThenPeriod() {
        Files all = Files.openCare()
                .in(Files.MOTALA)
                .other(null)
                .sorted("d2", "PATERNITY")
                .held();
        assertThat(on("2140-01-01", all).outcome()).isEqualTo(Outcome.HELD);

        Files ground = Files.opened("2026-01-12")
                .sorted("d2", "PATERNITY")
                .in(Files.MOTALA)
                .other(null);
        assertThat(on("2140-01-01", ground).rule().orElseThrow()).endsWith("PATERNITY");

        Files selected = Files.openCare().in(Files.MOTALA).other(null);
        assertThat(on("2140-01-01", selected).rule().orElseThrow()).endsWith("REGION");

        assertThat(on("2140-01-01", Files.openCare().other(null)).outcome()).isEqualTo(Outcome.WAITS_FOR_OTHERS);
        assertThat(on("2140-01-01", Files.openCare()).outcome()).isEqualTo(Outcome.CANDIDATE);
        assertThat(on("2140-01-01", Files.openCare().closed(null)).outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    @Covers("RET-83")
    void aMixedFileIsSplitWhereDocumentsCanBeToldApartAndKeptWhereNot() {
        Files mixed = Files.openCare()
                .service("FOSTER_HOME", "2026-03-01")
                .document("placed", "FOSTER_HOME")
                .document("unknown", null)
                .sorted("adoption", "ADOPTION")
                .sorted("nothing", "NONE");

        Verdict verdict = on("2031-05-29", mixed);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY_CANDIDATE);
        assertThat(verdict.disposable()).containsExactly("d1", "nothing");
        assertThat(verdict.documents())
                .filteredOn(Verdict.DocumentVerdict::kept)
                .extracting(Verdict.DocumentVerdict::id)
                .containsExactly("placed", "unknown", "adoption");
        assertThat(verdict.documents().get(1).rule().orElseThrow()).endsWith("PLACEMENT");
    }

    @Test
    @Covers("RET-67")
    void rulesAreDataWithAParagraphAnActAndADayThatTheyHoldFrom() {
        assertThat(SHIPPED.rules()).allSatisfy(rule -> {
            assertThat(rule.paragraph()).isNotBlank();
            assertThat(SHIPPED.act(rule.act())).isPresent();
            assertThat(rule.texts()).containsKeys("sv", "en");
        });
        Assertions.assertThatThrownBy(
                        () -> new RuleSetReader().read(RuleSetReader.shipped().replace("\"P5Y\"", "\"P0Y\"")))
                .isInstanceOf(InvalidRuleSetException.class);
        Assertions.assertThatThrownBy(() -> new RuleSetReader()
                        .read(RuleSetReader.shipped().replace("\"act\": \"LSS_1993\"", "\"act\": \"X\"")))
                .isInstanceOf(InvalidRuleSetException.class);
    }
}
