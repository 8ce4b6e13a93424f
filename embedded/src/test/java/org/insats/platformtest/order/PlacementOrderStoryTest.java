package org.insats.platformtest.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.platformtest.story.Variant;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and notices to a placement group (profile {@code motala-rop}), from the first draft to the match. */
@ExtendWith(Repository.class)
class PlacementOrderStoryTest {

    private static final Map<String, String> POINTS = Map.of(
            "extent", "Två kvällar i veckan",
            "needsToMeet", "En trygg vuxen utanför hemmet",
            "purpose", "Ett eget fritidsintresse",
            "clientInterests", "Simning",
            "clientAbilities", "Tar egna initiativ",
            "clientNeeds", "Tydliga tider",
            "allergies", "Inga kända",
            "contractorRequirements", "Körkort",
            "contractorWishes", "Bor nära");

    @Test
    @Covers({"BR-01", "ORD-02", "ORD-03", "ORD-40", "ORD-41", "DOC-NOT-01", "PRF-03", "PRF-04"})
    void withoutADecisionANoticeIsSentAndWithOneAnOrderAndTheTwoAreNeverMixed() {
        Story story = contact();
        String order = whole(story, "order");
        assertThat(refusal(story, story.caseWorker(), order, "send", "{}")).isEqualTo("INS-BR-01");
        String notice = whole(story, "notice");

        story.act(story.caseWorker(), notice, "send", "{}");

        assertThat(story.status(notice)).isEqualTo("RECEIVED");
        assertThat(story.document(notice).isTrue(field("noDecisionYet"))).isTrue();

        Story decided = contact().granted("2026-03-09", "2026-09-08");
        String late = whole(decided, "notice");
        assertThat(refusal(decided, decided.caseWorker(), late, "send", "{}")).isEqualTo("INS-BR-01");
        String now = whole(decided, "order");
        decided.act(decided.caseWorker(), now, "send", "{}");
        assertThat(decided.status(now)).isEqualTo("RECEIVED");
        assertThat(decided.document(now).text(field("channel"))).contains("ROP_IFO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "notice"})
    @Covers({
        "BR-03",
        "CON-88",
        "ORD-05",
        "ORD-06",
        "DOC-ORD-06",
        "DOC-ORD-07",
        "DOC-ORD-08",
        "DOC-ORD-09",
        "DOC-ORD-10",
        "DOC-ORD-11",
        "DOC-ORD-12",
        "DOC-ORD-13",
        "DOC-ORD-14",
        "DOC-ORD-15"
    })
    void everyPointButTheProposalIsAskedForWhenItIsSent(String kind) {
        Story story = contact();
        if (kind.equals("order")) {
            story.granted("2026-03-09", "2026-09-08");
        }
        for (String left : POINTS.keySet()) {
            String id = whole(story, kind);
            story.update(story.caseWorker(), id, "{\"" + left + "\":null}");
            assertThat(refusal(story, story.caseWorker(), id, "send", "{}"))
                    .as(left)
                    .isEqualTo("INS-MANDATORY");
        }
        String whole = whole(story, kind);
        assertThat(story.document(whole).isFilled(field("proposedContractor"))).isFalse();
        story.act(story.caseWorker(), whole, "send", "{}");
        assertThat(story.status(whole)).isEqualTo("RECEIVED");
    }

    @Test
    @Covers({"BR-02", "DOC-ORD-02", "DOC-ENUM-06", "PRF-05"})
    void theOrderIsOneOfTheTwoVariants() {
        Story story = contact().granted("2026-03-09", "2026-09-08");
        String order = whole(story, "order");
        story.update(story.caseWorker(), order, "{\"channel\":\"SOCIAL_RESOURCE_SERVICES\"}");

        assertThat(refusal(story, story.caseWorker(), order, "send", "{}")).isEqualTo("INS-BR-02");

        story.update(story.caseWorker(), order, "{\"channel\":\"ROP_LSS\"}");
        story.act(story.caseWorker(), order, "send", "{}");
        assertThat(story.document(order).text(field("channel"))).contains("ROP_LSS");
    }

    @Test
    @Covers({"ORD-04", "PRF-01"})
    void aServiceOutsideTheRoutineIsRefused() {
        Story story = contact().granted("2026-03-09", "2026-09-08");
        String order = whole(story, "order");
        story.update(story.caseWorker(), order, "{\"contractorType\":\"OPEN_CARE\"}");

        assertThat(refusal(story, story.caseWorker(), order, "send", "{}")).isEqualTo("INS-ORD-04");
        assertThat(Story.refusalOf(() -> Story.beginningOn("2026-03-02").caseOpened("motala-rop", "FAMILY_THERAPIST")))
                .isEqualTo("INS-CASE-SERVICE");
    }

    @Test
    @Covers({"ORD-50", "ORD-54", "ORD-60", "CON-89", "DL-04", "DOC-ORD-22", "DOC-ORD-23", "ORD-91"})
    void itIsAllocatedAtTheWeeklyMeetingAndTheCaseWorkerContactedBeforeAnybodyIsSought() {
        Story story = contact().granted("2026-03-09", "2026-09-08");
        String order = sent(story, "order");
        story.on("2026-04-02");
        assertThat(refusal(story, story.sectionManager(), order, "allocate", allocation(story.treatmentLead())))
                .isEqualTo("INS-DOC-ORD-22");
        assertThat(refusal(
                        story,
                        story.sectionManager(),
                        order,
                        "allocate",
                        "{\"userName\":\"%s\",\"forum\":\"DIRECT_CONTACT\"}".formatted(story.placer())))
                .isEqualTo("INS-TMP-40");

        story.act(story.sectionManager(), order, "allocate", allocation(story.placer()));

        assertThat(story.document(order).text(field("allocationForum"))).contains("WEEKLY_MEETING");
        // EX-44: the Thursday before Easter, three working days on.
        assertThat(story.openDeadline("DL-04").dueDate()).contains(LocalDate.parse("2026-04-09"));
        assertThat(refusal(story, story.placer(), order, "search", "{}")).isEqualTo("INS-ORD-54");
        story.act(story.placer(), order, "firstContact", "{\"text\":\"Söker någon som simmar; besked om två veckor\"}");
        assertThat(story.deadlines("DL-04"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
        story.act(story.placer(), order, "search", "{}");
        assertThat(story.status(order)).isEqualTo("MATCHING");
        assertThat(story.documentsOf("match")).hasSize(1);
    }

    @Test
    @Covers({"DL-01", "ORD-50", "PRF-64"})
    void theNextWeeklyMeetingIsWhenItIsAllocatedAndAfterItTheSectionManagerIsTold() {
        Story story = Story.beginningOn("2026-03-09");
        String routine = Variant.with(story, "motala-rop", "PRF-64", "{\"weekday\":\"WEDNESDAY\"}");
        story.caseOpened(routine, "CONTACT_PERSON");
        String notice = sent(story, "notice");
        assertThat(story.openDeadline("DL-01").dueDate()).hasToString("Optional[2026-03-11]");
        story.on("2026-03-11").runJob();
        assertThat(story.actsOf(story.sectionManager())).contains("ALLOCATE");
        assertThat(story.openDeadline("DL-01").state().name()).isNotEqualTo("OVERDUE");

        story.on("2026-03-12").runJob();

        assertThat(story.openDeadline("DL-01").state().name()).isEqualTo("OVERDUE");
        story.complete(
                story.sectionManager(),
                "ALLOCATE",
                "{\"userName\":\"%s\",\"forum\":\"WEEKLY_MEETING\",\"date\":\"2026-03-12\"}".formatted(story.placer()));
        assertThat(story.document(notice).text(field("allocatedTo"))).contains(story.placer());
        assertThat(story.deadlines("DL-01")).singleElement().satisfies(deadline -> {
            assertThat(deadline.state().name()).isEqualTo("MET_LATE");
            assertThat(deadline.metDate()).hasToString("Optional[2026-03-12]");
        });
    }

    @Test
    @Covers({"ORD-26", "ORD-30", "ORD-62", "BR-20", "ORD-77", "DOC-NOT-03"})
    void anOrderTakesThePlaceOfTheNoticeWithAllocationAndMatchAndOnlyThenItStarts() {
        Story story = contact();
        String notice = sent(story, "notice");
        String match = agreed(story, notice);
        assertThat(refusal(story, story.caseWorker(), notice, "convert", "{}")).isEqualTo("INS-ORD-62");
        String meeting = startUpHeld(story);
        assertThat(refusal(story, story.caseWorker(), meeting, "execute", "{}")).isEqualTo("INS-STA-36");
        story.granted("2026-03-09", "2026-09-08");
        assertThat(refusal(story, story.caseWorker(), meeting, "execute", "{}")).isEqualTo("INS-BR-20");

        story.act(story.caseWorker(), notice, "convert", "{}");
        String order = story.documentsOf("order").get(0).id();
        assertThat(story.document(order).text(field("needsToMeet"))).contains(POINTS.get("needsToMeet"));
        story.act(story.caseWorker(), order, "send", "{}");

        assertThat(story.status(notice)).isEqualTo("SUPERSEDED");
        Document taken = story.document(order);
        assertThat(taken.status()).isEqualTo("MATCHED");
        assertThat(taken.text(field("allocatedTo"))).contains(story.placer());
        assertThat(taken.text(field("supersedesNotice"))).contains(notice);
        assertThat(story.document(notice).text(field("convertedToOrder"))).contains(order);
        assertThat(story.document(match)
                        .text(QName.createQName("http://insats.org/model/match/1.0", "orderOrReferral")))
                .contains(order);
        assertThat(story.interventionProperty(CaseModel.CURRENT_ORDER)).isEqualTo(order);
        assertThat(story.deadlines("DL-01")).noneMatch(deadline -> deadline.isOpen());
        story.act(story.caseWorker(), meeting, "execute", "{}");
        assertThat(story.status(order)).isEqualTo("STARTED");
    }

    @Test
    @Covers({
        "ORD-59",
        "ORD-72",
        "ORD-90",
        "BR-19",
        "BR-115",
        "DL-05",
        "DOC-WDR-01",
        "DOC-WDR-02",
        "DOC-WDR-04",
        "PRF-10"
    })
    void aWithdrawalIsToldOrallyToWhoeverHasItAndElseToTheSectionManager() {
        Story early = contact().granted("2026-03-09", "2026-09-08");
        String waiting = sent(early, "order");
        assertThat(refusal(early, early.caseWorker(), waiting, "withdraw", withdrawal(early.placer())))
                .isEqualTo("INS-ORD-72");
        early.act(early.caseWorker(), waiting, "withdraw", withdrawal(early.sectionManager()));
        assertThat(early.status(waiting)).isEqualTo("WITHDRAWN");

        Story story = contact();
        String notice = sent(story, "notice");
        story.act(story.sectionManager(), notice, "allocate", allocation(story.placer()));
        story.on("2026-03-04");
        story.act(story.caseWorker(), notice, "needChanged", "{\"reason\":\"NEED_CEASED\"}");
        assertThat(story.deadlines("DL-05")).hasSize(2).allSatisfy(deadline -> assertThat(deadline.dueDate())
                .contains(LocalDate.parse("2026-03-05")));
        assertThat(refusal(story, story.caseWorker(), notice, "withdraw", withdrawal(story.sectionManager())))
                .isEqualTo("INS-ORD-72");

        story.act(story.caseWorker(), notice, "withdraw", withdrawal(story.placer()));

        assertThat(story.documentsOf("withdrawal")).singleElement().satisfies(paper -> {
            assertThat(paper.text(field("withdrawn"))).contains(notice);
            assertThat(paper.text(field("orallyInformed"))).contains(story.placer());
            assertThat(paper.date(field("orallyInformedAt"))).contains(LocalDate.parse("2026-03-04"));
        });
        assertThat(story.deadlines("DL-05"))
                .allSatisfy(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
    }

    @Test
    @Covers({"ORD-70", "ORD-78"})
    void afterAChangedNeedTheAllocationIsTakenOverOnlyIfThePlacementWorkerSaysSo() {
        Story story = contact().granted("2026-03-09", "2026-09-08");
        String order = sent(story, "order");
        agreed(story, order);
        story.act(story.caseWorker(), order, "withdraw", withdrawal(story.placer()));
        story.act(story.caseWorker(), order, "copyToNew", "{}");
        String next = story.documentsOf("order").get(1).id();
        story.act(story.caseWorker(), next, "send", "{}");
        assertThat(story.status(next)).isEqualTo("RECEIVED");
        assertThat(story.document(next).isFilled(field("allocatedTo"))).isFalse();

        story.act(story.placer(), next, "confirmEarlier", "{\"withMatch\":true}");

        assertThat(story.status(next)).isEqualTo("MATCHING");
        assertThat(story.document(next).text(field("allocatedTo"))).contains(story.placer());
        assertThat(story.documentsOf("match")).last().satisfies(match -> assertThat(match.status())
                .isEqualTo("PROPOSED"));
    }

    @Test
    @Covers({"TMP-40", "TMP-41", "DL-03", "DOC-ORD-05", "DOC-ORD-20", "PRF-41"})
    void anUrgentPlacementBeginsWithAStubAndIsAllocatedByThePlacementWorkerConcerned() {
        Story story = contact().granted("2026-03-02", "2026-09-01");
        String order = story.create(story.caseWorker(), "order", "{}");
        story.act(story.caseWorker(), order, "markUrgent", "{}");
        assertThat(story.warnings(order)).containsExactly("TMP-41");
        assertThat(story.deadlines("DL-03")).hasSize(2).allMatch(deadline -> deadline.isOpen());
        assertThat(refusal(
                        story,
                        story.caseWorker(),
                        order,
                        "contactDirectly",
                        "{\"at\":\"2026-03-02T05:00:00Z\",\"userName\":\"%s\"}".formatted(story.treatmentLead())))
                .isEqualTo("INS-DOC-ORD-22");
        story.act(
                story.caseWorker(),
                order,
                "contactDirectly",
                "{\"at\":\"2026-03-02T05:00:00Z\",\"userName\":\"%s\"}".formatted(story.placer()));
        story.on("2026-03-03");
        story.update(story.caseWorker(), order, points());
        assertThat(story.warnings(order)).isEmpty();
        story.act(story.caseWorker(), order, "send", "{}");

        story.act(story.placer(), order, "allocate", "{\"userName\":\"%s\"}".formatted(story.placer()));

        assertThat(story.document(order).text(field("allocationForum"))).contains("DIRECT_CONTACT");
        assertThat(story.deadlines("DL-03"))
                .allSatisfy(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
        assertThat(story.deadlines("DL-01")).isEmpty();
        assertThat(refusal(story, story.placer(), order, "firstContact", "{}")).isEqualTo("INS-DOC-ORD-23");
    }

    @Test
    @Covers({
        "DOC-GAP-01",
        "BR-04",
        "ORD-07",
        "ORD-61",
        "DL-48",
        "DOC-SIS-01",
        "DOC-SIS-02",
        "DOC-SIS-03",
        "DOC-SIS-04",
        "RSP-02"
    })
    void theSisFormComesAfterTheAllocationAndHasTwoAuthors() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("motala-rop", "STATE_INSTITUTION");
        story.granted("2026-03-09", "2026-09-08");
        String order = sent(story, "order");
        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "sisForm", "{}")))
                .isEqualTo("INS-BR-04");
        story.act(story.sectionManager(), order, "allocate", allocation(story.placer()));
        assertThat(story.openDeadline("DL-48").dueDate()).contains(LocalDate.parse("2026-03-09"));
        String file = story.create(story.caseWorker(), "incomingDocument", "{}");
        String form = story.create(story.placer(), "sisForm", "{}");
        assertThat(refusal(story, story.caseWorker(), form, "confirm", "{}")).isEqualTo("INS-DOC-SIS-02");
        assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), form, "{\"sisFormFile\":\"" + order + "\"}")))
                .isEqualTo("INS-DOC-SIS-02");
        story.update(story.caseWorker(), form, "{\"sisFormFile\":\"" + file + "\"}");
        story.act(story.caseWorker(), form, "confirm", "{}");
        assertThat(refusal(story, story.caseWorker(), form, "send", "{}")).isEqualTo("INS-BR-04");
        story.act(story.placer(), form, "confirm", "{}");

        story.act(story.caseWorker(), form, "send", "{}");

        assertThat(story.status(form)).isEqualTo("ESTABLISHED");
        assertThat(story.document(form).text(field("parentOrder"))).contains(order);
        assertThat(story.document(form).text(field("filledInBy")).orElse(""))
                .contains(story.caseWorker())
                .contains(story.placer());
        assertThat(story.deadlines("DL-48"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
    }

    @Test
    @Covers("ORD-07")
    void onlyAPlaceAtAStateInstitutionHasTheForm() {
        Story story = contact().granted("2026-03-09", "2026-09-08");
        String order = sent(story, "order");
        story.act(story.sectionManager(), order, "allocate", allocation(story.placer()));

        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "sisForm", "{}")))
                .isEqualTo("INS-ORD-07");
    }

    @Test
    @Covers("ORD-03")
    void aRoutineWithoutNoticesHasNone() {
        Story story = Story.beginningOn("2026-03-02").caseOpened();

        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "notice", "{}")))
                .isEqualTo("INS-ORD-03");
    }

    @Test
    @Covers({"DOC-NOT-02", "DOC-ORD-19"})
    void aNoticeNamesTheInvestigationAndAnOrderTheCarePlanThatStand() {
        Story story = contact();
        story.openInvestigation(story.caseWorker(), "OTHER");
        String investigation = story.documentsOf("investigation").get(0).id();
        String notice = story.create(story.caseWorker(), "notice", "{}");
        assertThat(story.document(notice).text(field("noticeInvestigationRef"))).contains(investigation);

        String carePlan = story.create(
                story.caseWorker(),
                "carePlan",
                """
                {"background":"Kan inte bo hemma","goals":[{"text":"Trygga vardagar","level":"OVERALL"}]}
                """);
        story.act(story.caseWorker(), carePlan, "establish", "{}");
        String order = story.create(story.caseWorker(), "order", "{}");

        assertThat(story.document(order).text(field("carePlanRef"))).contains(carePlan);
    }

    private static Story contact() {
        return Story.beginningOn("2026-03-02").caseOpened("motala-rop", "CONTACT_PERSON");
    }

    private static String points() {
        List<String> entries = POINTS.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .toList();
        return "{" + String.join(",", entries) + "}";
    }

    private static String whole(Story story, String kind) {
        String channel = kind.equals("notice") ? ",\"channel\":\"ROP_IFO\"}" : "}";
        String points = points();
        return story.create(story.caseWorker(), kind, points.substring(0, points.length() - 1) + channel);
    }

    private static String sent(Story story, String kind) {
        String id = whole(story, kind);
        story.act(story.caseWorker(), id, "send", "{}");
        return id;
    }

    private static String agreed(Story story, String order) {
        story.act(story.sectionManager(), order, "allocate", allocation(story.placer()));
        story.act(story.placer(), order, "firstContact", "{\"text\":\"Söker\"}");
        story.act(story.placer(), order, "search", "{}");
        String match = story.documentsOf("match").get(0).id();
        story.act(
                story.placer(),
                match,
                "propose",
                "{\"registerId\":\"%s\",\"matchingAssessment\":\"Simmar\"}"
                        .formatted(story.approvedContractor("CONTACT_PERSON")));
        story.act(story.caseWorker(), match, "discuss", "{}");
        story.act(story.caseWorker(), match, "agree", "{}");
        return match;
    }

    private static String startUpHeld(Story story) {
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"" + story.today() + "\"}");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                """
                {"assignmentReviewed":true,"overrides":[{"field":"availableAtStartUp","reason":"Skrivs efteråt"}],
                 "participants":[{"userName":"%s"},{"userName":"%s"},{"personId":"%s"}]}
                """
                        .formatted(story.caseWorker(), story.placer(), story.client()));
        return meeting;
    }

    private static String allocation(String userName) {
        return "{\"userName\":\"" + userName + "\"}";
    }

    private static String withdrawal(String informed) {
        return "{\"reason\":\"NEED_CHANGED\",\"orallyInformed\":\"" + informed + "\"}";
    }

    private static String refusal(Story story, String userName, String id, String action, String input) {
        return Story.refusalOf(() -> story.act(userName, id, action, input));
    }

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/order/1.0", name);
    }
}
