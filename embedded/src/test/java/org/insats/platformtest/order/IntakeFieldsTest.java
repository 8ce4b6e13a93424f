package org.insats.platformtest.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platform.RuleViolation;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which fields the intake documents ask for, and what they keep. */
@ExtendWith(Repository.class)
class IntakeFieldsTest {

    @Test
    @Covers({"DOC-DBA-02", "DOC-DBA-03", "DOC-DBA-04", "DOC-DBA-05", "DOC-DBA-06", "CON-52", "CON-40", "DOC-DBA-10"})
    void aDecisionBasisAsksForEachOfItsParts() {
        Map<String, String> basis = new LinkedHashMap<>();
        basis.put("basisKind", "\"NEW_INTERVENTION\"");
        basis.put("analysisAndAssessment", "\"Bedömning\"");
        basis.put("centralNeeds", "\"Behov\"");
        basis.put("goals", "[{\"text\":\"Ett mål\",\"level\":\"GOAL\"}]");
        basis.put("receptiveness", "\"God\"");
        basis.put("participation", "\"Samtal\"");

        assertThat(askedFor("decisionBasis", "establish", basis)).containsExactlyElementsOf(basis.keySet());
    }

    @Test
    @Covers({"DOC-DBA-09", "DOC-DBA-12", "DOC-ENUM-19"})
    void changedNeedsAndGroundsForExtensionAreWrittenWhereTheKindSaysSo() {
        Map<String, String> changed = new LinkedHashMap<>(basisWithout("changedNeeds"));
        changed.put("basisKind", "\"CHANGED_NEED\"");
        Map<String, String> extension = new LinkedHashMap<>(changed);
        extension.put("basisKind", "\"EXTENSION\"");

        assertThat(refusedField("decisionBasis", "establish", changed)).isEqualTo("changedNeeds");
        assertThat(refusedField("decisionBasis", "establish", extension)).isEqualTo("extensionGrounds");
    }

    private static Map<String, String> basisWithout(String left) {
        Map<String, String> basis = new LinkedHashMap<>();
        basis.put("analysisAndAssessment", "\"Bedömning\"");
        basis.put("centralNeeds", "\"Behov\"");
        basis.put("goals", "[{\"text\":\"Ett mål\",\"level\":\"GOAL\"}]");
        basis.put("receptiveness", "\"God\"");
        basis.put("participation", "\"Samtal\"");
        basis.remove(left);
        return basis;
    }

    @Test
    @Covers({"DOC-DEC-03", "DOC-DEC-04", "DOC-ENUM-11"})
    void aDecisionAsksForKindAndLegalBasis() {
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("decisionType", "\"GRANT\"");
        decision.put("legalBasis", "\"SOL\"");
        Map<String, String> whole = new LinkedHashMap<>(decision);
        whole.put("grantFrom", "\"2026-03-09\"");
        whole.put("grantTo", "\"2026-09-08\"");

        for (String field : decision.keySet()) {
            assertThat(refusedField("decision", "decide", without(whole, field)))
                    .isEqualTo(field);
        }
    }

    @Test
    @Covers("DOC-DEC-10")
    void aContinuedGrantNamesTheDecisionItExtends() {
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("decisionType", "\"CONTINUED_GRANT\"");
        decision.put("legalBasis", "\"SOL\"");
        decision.put("grantFrom", "\"2026-03-09\"");
        decision.put("grantTo", "\"2026-09-08\"");

        assertThat(refusedField("decision", "decide", decision)).isEqualTo("extendsDecision");
    }

    @Test
    @Covers({"DOC-ASG-10", "DOC-ASG-11", "DOC-ASG-12", "DOC-ASG-13", "DOC-ASG-14", "DOC-ASG-15", "DOC-ASG-16", "ROLE-30"
    })
    void anAssignmentToAHomeAsksForAllOfItsParts() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("followUpForms", "\"Möte\"");
        fields.put("informationAtEnding", "\"Vad som hjälpt\"");
        fields.put("otherBodiesInterventions", "\"Inga\"");
        fields.put("sipNeed", "false");
        fields.put("purpose", "\"Trygghet\"");
        fields.put("interventionContent", "\"Behandling\"");
        fields.put("responsibilityDivision", "\"Hemmet ansvarar för vardagen\"");
        List<String> asked = new ArrayList<>();
        for (String field : fields.keySet()) {
            String id = story.create(story.caseWorker(), "assignment", json(without(fields, field)));
            asked.add(fieldOf(() -> story.act(story.caseWorker(), id, "send", "{}")));
        }

        assertThat(asked).containsExactlyElementsOf(fields.keySet());
    }

    @Test
    @Covers({"ORD-13", "DL-36"})
    void anAssignmentWithoutAStepOfAllocationGoesStraightToThePerformer() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        String id = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"followUpForms":"Möte","informationAtEnding":"Vad som hjälpt","otherBodiesInterventions":"Inga",
                 "sipNeed":false,"purpose":"Trygghet","interventionContent":"Behandling",
                 "responsibilityDivision":"Hemmet"}
                """);

        story.act(story.caseWorker(), id, "send", "{}");

        assertThat(story.status(id)).isEqualTo("ISSUED");
        assertThat(story.openDeadline("DL-36").dueDate()).hasToString("Optional[2026-03-23]");
    }

    @Test
    @Covers({"ORD-01", "ORD-20", "DOC-ORD-01", "DOC-ORD-03", "DOC-ORD-04", "DOC-ORD-06", "DOC-ORD-24"})
    void aDraftOrderIsTheCaseWorkersAndTakesOverWhatIsKnown() {
        Story story = granted();
        assertThat(Story.refusalOf(() -> story.create(story.unitManager(), "order", "{}")))
                .isIn("INS-ROLE", "INS-NOT-FOUND");
        String order = story.create(story.caseWorker(), "order", "{}");

        Document draft = story.document(order);
        assertThat(draft.text(order("orderKind"))).contains("NEW");
        assertThat(draft.text(order("decisionRef")))
                .contains(String.valueOf(story.interventionProperty(CaseModel.CURRENT_DECISION)));
        assertThat(draft.text(order("contractorType"))).contains("OPEN_CARE");
        assertThat(Story.refusalOf(() -> story.as(story.unitManager(), () -> {
                    story.read(order);
                })))
                .isEqualTo("INS-NOT-FOUND");
        assertThat(story.as(story.leadSocialWorker(), () -> story.read(order))).isEqualTo("DRAFT");

        story.act(story.caseWorker(), order, "send", "{}");

        assertThat(story.document(order).text(order("orderNumber")).orElse("")).startsWith(story.caseNumber());
        assertThat(story.as(story.unitManager(), () -> story.read(order))).isEqualTo("RECEIVED");
    }

    @Test
    @Covers({"DOC-ORD-02", "DOC-ORD-03"})
    void anOrderSaysWhereItGoesAndWhatKindItIs() {
        Story story = granted();
        for (String field : List.of("channel", "orderKind")) {
            String order = story.create(story.caseWorker(), "order", "{}");
            story.update(story.caseWorker(), order, "{\"" + field + "\":null}");
            assertThat(fieldOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                    .isEqualTo(field);
        }
    }

    @Test
    @Covers({"ORD-49", "PRF-06"})
    void bothSidesKeepUpADialogueThatIsNoted() {
        Story story = granted().orderSent();

        story.act(story.unitManager(), story.order(), "dialogue", "{\"text\":\"Väntar på ledig tid\"}");
        story.act(story.leadSocialWorker(), story.order(), "dialogue", "{\"text\":\"Vi väntar en vecka\"}");

        assertThat(story.status(story.order())).isEqualTo("RECEIVED");
        assertThat(story.documentsOf("journalNote").stream()
                        .map(note -> note.text(CaseModel.NOTE_TEXT).orElse("")))
                .contains("Väntar på ledig tid", "Vi väntar en vecka");
    }

    @Test
    @Covers({"DOC-WDR-01", "DOC-WDR-02", "DOC-WDR-03", "DOC-ENUM-18", "ORD-90"})
    void aWithdrawalSaysWhatWhyWhenAndByWhom() {
        Story story = granted().orderSent();
        assertThat(fieldOf(() -> story.act(story.caseWorker(), story.order(), "withdraw", "{\"reason\":\"ANGRAT\"}")))
                .isEqualTo("reason");

        story.act(
                story.caseWorker(),
                story.order(),
                "withdraw",
                "{\"reason\":\"NEED_CEASED\",\"orallyInformed\":\"" + story.unitManager() + "\"}");

        assertThat(story.documentsOf("withdrawal")).singleElement().satisfies(paper -> {
            assertThat(paper.text(order("withdrawn"))).contains(story.order());
            assertThat(paper.text(order("withdrawalReason"))).contains("NEED_CEASED");
            assertThat(paper.date(order("withdrawnAt"))).hasToString("Optional[2026-03-09]");
            assertThat(paper.text(order("withdrawnBy"))).contains(story.caseWorker());
            assertThat(paper.text(order("orallyInformed"))).contains(story.unitManager());
        });
    }

    @Test
    @Covers({"DOC-DCL-03", "DOC-DCL-05", "ORD-29", "ORD-92", "PRF-09"})
    void aDeclineSaysWhoDecidedAndWhen() {
        Story story = granted().orderSent();
        story.act(story.unitManager(), story.order(), "decline", "{\"reason\":\"Ingen ledig\"}");

        assertThat(story.documentsOf("decline")).singleElement().satisfies(paper -> {
            assertThat(paper.text(order("decidedBy"))).contains(story.unitManager());
            assertThat(paper.date(order("declinedDate"))).hasToString("Optional[2026-03-09]");
            assertThat(story.as(story.leadSocialWorker(), () -> story.read(paper.id())))
                    .isEqualTo("ESTABLISHED");
        });
    }

    @Test
    @Covers({"CON-30", "CON-32", "CON-33", "CON-34", "CON-35", "CON-37", "CON-38", "CON-GAP-02"})
    void anAnswerSaysWhoWhatWhenAndHow() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String assignment = communicated(story);
        for (String wrong : List.of("{}", "{\"personId\":\"%s\"}", "{\"personId\":\"%s\",\"capacity\":\"GUARDIAN\"}")) {
            assertThat(Story.refusalOf(() ->
                            story.act(story.caseWorker(), assignment, "consent", wrong.formatted(story.guardian()))))
                    .isEqualTo("INS-MANDATORY");
        }
        story.act(
                story.caseWorker(),
                assignment,
                "consent",
                """
                {"personId":"%s","capacity":"GUARDIAN","answer":"GIVEN","date":"2026-03-08","note":"Per telefon"}
                """
                        .formatted(story.guardian()));

        assertThat(story.documentsOf("consent")).singleElement().satisfies(consent -> {
            assertThat(consent.text(CaseModel.SUBJECT)).contains("ASSIGNMENT_CONTENT");
            assertThat(consent.text(CaseModel.ANSWER)).contains("GIVEN");
            assertThat(consent.date(CaseModel.DOCUMENT_DATE)).hasToString("Optional[2026-03-08]");
            assertThat(consent.text(CaseModel.FORM)).isEmpty();
            assertThat(consent.text(CaseModel.AUTHOR)).contains(story.caseWorker());
            assertThat(consent.text(CaseModel.CONSENT_NOTE)).contains("Per telefon");
        });
        assertThat(story.status(assignment)).isEqualTo("CONSENTED");
    }

    @Test
    @Covers("CON-74")
    void anAppointedRepresentativeIsAskedLikeAGuardian() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String representative =
                story.addPerson("{\"name\":\"God Testsson\",\"relation\":\"APPOINTED_REPRESENTATIVE\"}");
        String assignment = communicated(story);
        story.consent(assignment, story.guardian(), "GUARDIAN", "GIVEN");
        assertThat(story.status(assignment)).isEqualTo("COMMUNICATED");

        story.consent(assignment, representative, "APPOINTED_REPRESENTATIVE", "GIVEN");

        assertThat(story.status(assignment)).isEqualTo("CONSENTED");
    }

    @Test
    @Covers({"CON-GAP-01", "PRF-62"})
    void aChildIsAskedFromTheFifteenthBirthday() {
        Story dayBefore = Story.beginningOn("2026-03-09").caseOpened("2011-03-10");
        String young = communicated(dayBefore);
        dayBefore.consent(young, dayBefore.guardian(), "GUARDIAN", "GIVEN");
        Story birthday = Story.beginningOn("2026-03-09").caseOpened("2011-03-09");
        String old = communicated(birthday);
        birthday.consent(old, birthday.guardian(), "GUARDIAN", "GIVEN");

        assertThat(dayBefore.status(young)).isEqualTo("CONSENTED");
        assertThat(birthday.status(old)).isEqualTo("COMMUNICATED");
        birthday.consent(old, birthday.client(), "YOUNG_PERSON", "GIVEN");
        assertThat(birthday.status(old)).isEqualTo("CONSENTED");
    }

    @Test
    @Covers({"CON-26", "CON-02"})
    void aConsentTakenBackBeforeTheOrderClosesTheWay() {
        Story story = Story.beginningOn("2026-03-09").caseOpened().assignmentConsented();
        String assignment = story.documentsOf("assignment").get(0).id();

        story.consent(assignment, story.guardian(), "GUARDIAN", "WITHDRAWN");

        assertThat(story.status(assignment)).isEqualTo("COMMUNICATED");
        assertThat(story.documentsOf("consent")).hasSize(2);
    }

    @Test
    @Covers({"DOC-GOA-01", "DOC-GOA-02", "DOC-GOA-06", "DOC-GOA-08", "DOC-GOA-10", "DOC-ENUM-03", "CON-41"})
    void aGoalSaysWhatAndHowItIsKnownToBeMetAndIsCarriedAsItStands() {
        Story story = Story.beginningOn("2026-03-09").caseOpened().investigationOpened();
        assertThat(Story.refusalOf(
                        () -> story.create(story.caseWorker(), "decisionBasis", "{\"goals\":[{\"level\":\"GOAL\"}]}")))
                .isEqualTo("INS-DOC-JSON");
        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(), "decisionBasis", "{\"goals\":[{\"text\":\"Mål\",\"level\":\"STORT\"}]}")))
                .isEqualTo("INS-DOC-JSON");
        Map<String, String> basis = basisWithout("");
        basis.put("basisKind", "\"NEW_INTERVENTION\"");
        basis.put(
                "goals",
                "[{\"text\":\"Andra\",\"level\":\"GOAL\",\"priority\":2},{\"text\":\"Första\",\"level\":\"GOAL\",\"priority\":1,"
                        + "\"attainmentCriterion\":\"Går varje dag\",\"developedWith\":[\"" + story.guardian()
                        + "\"]}]");
        String id = story.create(story.caseWorker(), "decisionBasis", json(basis));
        story.act(story.caseWorker(), id, "establish", "{}");

        String carried = story.document(story.create(story.caseWorker(), "assignment", "{}"))
                .text(CaseModel.GOALS)
                .orElse("");

        assertThat(carried.indexOf("Första")).isBetween(0, carried.indexOf("Andra"));
        assertThat(carried).contains("Går varje dag").contains(story.guardian()).contains("goalId");
    }

    // How it is asked.

    private static Story granted() {
        return Story.beginningOn("2026-03-09")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-09", "2026-09-08");
    }

    private static Story assignments(String service) {
        return Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", service)
                .basisEstablished()
                .granted("2026-03-09", "2027-03-08")
                .personsWhole();
    }

    private static String communicated(Story story) {
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"needs":"Behov","followUpForms":"Möten","goals":[{"text":"Vardagen fungerar","level":"GOAL"}]}
                """);
        story.act(story.caseWorker(), assignment, "communicate", "{}");
        return assignment;
    }

    /** The fields that an act asks for: each left out in its turn. */
    private static List<String> askedFor(String kind, String act, Map<String, String> whole) {
        return whole.keySet().stream()
                .map(field -> refusedField(kind, act, without(whole, field)))
                .toList();
    }

    private static String refusedField(String kind, String act, Map<String, String> fields) {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        if (kind.equals("decisionBasis")) {
            story.investigationOpened();
        }
        String id = story.create(story.caseWorker(), kind, json(fields));
        return fieldOf(() -> story.act(story.caseWorker(), id, act, "{}"));
    }

    private static Map<String, String> without(Map<String, String> whole, String field) {
        Map<String, String> rest = new LinkedHashMap<>(whole);
        rest.remove(field);
        return rest;
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The field that a refusal names; fails where nothing is refused. */
    private static String fieldOf(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolation violation) {
                    return violation
                            .refusal()
                            .field()
                            .orElse(violation.refusal().id());
                }
            }
            throw e;
        }
        throw new AssertionError("Nothing was refused");
    }

    private static QName order(String name) {
        return QName.createQName("http://insats.org/model/order/1.0", name);
    }
}
