package org.insats.platformtest.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a decision may be made, as the routine orders it, and what is warned of. */
@ExtendWith(Repository.class)
class DecisionOrderTest {

    private static final String GRANT =
            "{\"decisionType\":\"GRANT\",\"legalBasis\":\"SOL\",\"grantFrom\":\"2026-04-01\",\"grantTo\":\"2026-09-30\"%s}";

    @Test
    @Covers({"BR-11", "REV-10"})
    void aDecisionToInvestigateAndAnInvestigationPrecedeTheBasisOfAnIntervention() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("malmo-contact", "CONTACT_PERSON");
        String basis = story.create(
                story.caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"NEW_INTERVENTION","analysisAndAssessment":"Bedömning","centralNeeds":"Behov",
                 "receptiveness":"God","participation":"Samtal","alternativesConsidered":"Öppenvård",
                 "reasonForChoice":"Passar bäst","goals":[{"text":"Ett eget intresse","level":"GOAL"}]}
                """);
        String investigation = story.create(
                story.caseWorker(), "investigation", "{\"openedDate\":\"2026-03-02\",\"reason\":\"OTHER\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), basis, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), investigation, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        String decision = story.create(
                story.caseWorker(), "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\",\"legalBasis\":\"SOL\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");
        story.update(story.caseWorker(), investigation, "{\"openingDecision\":\"" + decision + "\"}");
        story.act(story.caseWorker(), investigation, "establish", "{}");
        story.update(story.caseWorker(), basis, "{\"investigationRef\":\"" + investigation + "\"}");
        story.act(story.caseWorker(), basis, "establish", "{}");
        assertThat(story.status(basis)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"BR-07", "ORD-82", "CON-05", "PRF-04", "PRF-13", "DOC-DEC-09"})
    void inAContactRoutineTheDecisionWaitsForEverybodysConsentToTheMatch() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .basisEstablished()
                .referred()
                .contractorDiscussed()
                .familyMet();
        String decision = story.create(story.caseWorker(), "decision", GRANT.formatted(""));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), decision, "decide", "{}")))
                .isEqualTo("INS-BR-07");
        story.matchAgreed();

        story.act(story.caseWorker(), decision, "decide", "{}");

        Document decided = story.document(decision);
        assertThat(decided.status()).isEqualTo("ESTABLISHED");
        assertThat(decided.text(field("consents")).orElse("")).hasSizeGreaterThan(3 * 36);
        assertThat(story.interventionProperty(CaseModel.GRANT_STATE)).isEqualTo("GRANTED");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
    }

    @Test
    @Covers({"BR-08", "ORD-81", "ORD-80", "DOC-DBA-07", "DOC-DBA-08"})
    void alternativesAreWeighedAndTheChoiceJustifiedFirst() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .referred()
                .contractorDiscussed()
                .familyMet()
                .matchAgreed();
        String decision = story.create(story.caseWorker(), "decision", GRANT.formatted(""));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), decision, "decide", "{}")))
                .isEqualTo("INS-BR-08");
        story.investigationOpened();
        String basis = story.create(
                story.caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"NEW_INTERVENTION","analysisAndAssessment":"Bedömning","centralNeeds":"Behov",
                 "receptiveness":"God","participation":"Samtal","goals":[{"text":"Ett eget intresse","level":"GOAL"}],
                 "reasonForChoice":"Passar bäst"}
                """);

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), basis, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), basis, "{\"alternativesConsidered\":\"Öppenvård\"}");
        story.act(story.caseWorker(), basis, "establish", "{}");
        story.update(story.caseWorker(), decision, "{\"decisionBasisRef\":\"" + basis + "\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");

        assertThat(story.status(decision)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"ORD-85", "PRF-04"})
    void withAFamilyTherapistTheDecisionWaitsForThePlanningMeeting() {
        Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");
        String decision = story.create(story.caseWorker(), "decision", GRANT.formatted(""));

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), decision, "decide", "{}")))
                .isEqualTo("INS-ORD-85");
    }

    @Test
    @Covers({"BR-09", "ORD-86", "DOC-DEC-08"})
    void aDecisionWithoutABasisOfItsOwnIsWarnedOfAndTheWarningKept() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String bare = story.create(story.caseWorker(), "decision", GRANT.formatted(""));
        assertThat(story.warnings(bare)).containsExactly("BR-09");
        story.act(story.caseWorker(), bare, "decide", "{}");
        assertThat(story.warnings(bare)).containsExactly("BR-09");
        assertThat(story.document(bare).text(CaseModel.WARNINGS)).contains("[\"BR-09\"]");

        String note = story.create(
                story.caseWorker(),
                "journalNote",
                "{\"noteType\":\"EXCEPTIONAL_DECISION_BASIS\",\"noteText\":\"Underlag\"}");
        String onNote =
                story.create(story.caseWorker(), "decision", GRANT.formatted(",\"decisionBasisRef\":\"" + note + "\""));
        assertThat(story.warnings(onNote)).containsExactly("ORD-86");

        String basis = story.establishBasis();
        String onBasis = story.create(story.caseWorker(), "decision", GRANT.formatted(""));
        assertThat(story.document(onBasis).text(field("decisionBasisRef"))).contains(basis);
        assertThat(story.warnings(onBasis)).isEmpty();
    }

    @Test
    @Covers("DOC-DEC-08")
    void aBasisFromAnotherCaseIsRefused() {
        Story other = Story.beginningOn("2026-03-09").caseOpened();
        String foreign = other.establishBasis();
        Story story = Story.beginningOn("2026-03-09").caseOpened();

        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(), "decision", GRANT.formatted(",\"decisionBasisRef\":\"" + foreign + "\""))))
                .isEqualTo("INS-DOC-DEC-08");
    }

    @Test
    @Covers({"BR-21", "ORD-10", "PRF-02"})
    void aLegalBasisOutsideTheRoutineIsWarnedOf() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        story.establishBasis();

        String lss = story.create(
                story.caseWorker(), "decision", GRANT.replace("SOL", "LSS").formatted(""));
        assertThat(story.warnings(lss)).containsExactly("BR-21");
        String lvu = story.create(
                story.caseWorker(), "decision", GRANT.replace("SOL", "LVU").formatted(""));
        assertThat(story.warnings(lvu)).doesNotContain("BR-21");
    }

    @Test
    @Covers({"BR-21", "EX-48"})
    void aGrantIsNotContinuedPastTheAgeOfTheService() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("2005-12-15")
                .assignmentConsentedByClient()
                .granted("2026-03-09", "2026-09-08")
                .orderSent()
                .allocated()
                .started();

        assertThat(Story.refusalOf(() -> story.continuedBy(story.followUpWorker(), "2026-09-09", "2026-12-15")))
                .isEqualTo("INS-BR-21");
        story.continuedBy(story.followUpWorker(), "2026-09-09", "2026-12-14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPORARY", "SPECIAL", "END", "OPEN_INVESTIGATION"})
    @Covers({"ORD-88", "DOC-ENUM-10", "ORD-87", "DOC-DEC-11"})
    void decisionsOfEveryKindAreMade(String kind) {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        boolean special = kind.equals("SPECIAL");
        String decision = story.create(
                story.caseWorker(),
                "decision",
                GRANT.replace("\"GRANT\"", '"' + kind + '"').formatted(""));
        if (special) {
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), decision, "decide", "{}")))
                    .isEqualTo("INS-MANDATORY");
            story.update(story.caseWorker(), decision, "{\"specialPurpose\":\"CLIENT_ACTIVITY_COST\"}");
        }

        story.act(story.caseWorker(), decision, "decide", "{}");

        assertThat(story.status(decision)).isEqualTo("ESTABLISHED");
        assertThat(story.interventionProperty(CaseModel.GRANT_STATE))
                .isEqualTo(List.of("TEMPORARY").contains(kind) ? "GRANTED" : "NONE");
    }

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/decision/1.0", name);
    }
}
