package org.insats.platformtest.unitmeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.deadline.Agenda;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.unitmeeting.UnitMeeting;
import org.insats.unitmeeting.UnitMeetings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The weekly meeting of a placement group: what it takes up, allocates, is told of, and minutes. */
@ExtendWith(Repository.class)
class UnitMeetingTest {

    private static final String POINTS =
            """
            {"channel":"ROP_IFO","extent":"En helg i månaden","needsToMeet":"Avlastning","purpose":"Vila",
             "clientInterests":"Lego","clientAbilities":"Läser","clientNeeds":"Lugn","allergies":"Inga kända",
             "contractorRequirements":"Inga djur","contractorWishes":"På landet"}
            """;

    @Test
    @Covers({"ORD-50", "DL-01", "TMP-42", "PRF-06", "DOC-ENUM-13", "DOC-ENUM-32"})
    void itAllocatesWhatWaitsIsToldOfWhatWasUrgentAndMinutesCasesByNumber() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("motala-rop", "SUPPORT_FAMILY");
        String notice = story.create(story.caseWorker(), "notice", POINTS);
        story.act(story.caseWorker(), notice, "send", "{}");
        story.on("2026-03-04");
        assertThat(refusal(() -> open(story, story.placer(), "2026-03-04"))).isEqualTo("INS-ACCESS");
        assertThat(refusal(() -> open(story, story.sectionManager(), "2026-03-05")))
                .isEqualTo("INS-DOC-COM-04");
        UnitMeeting meeting = open(story, story.sectionManager(), "2026-03-04");
        assertThat(refusal(() -> open(story, story.sectionManager(), "2026-03-04")))
                .isEqualTo("INS-MEETING-DATE");
        assertThat(agenda(story, meeting)).singleElement().satisfies(item -> {
            assertThat(item.order().id()).isEqualTo(notice);
            assertThat(item.reason()).isEqualTo(Agenda.Reason.ALLOCATE);
        });
        assertThat(refusal(() -> allocate(story, meeting, story.client()))).isEqualTo("INS-MEETING-ITEM");

        UnitMeeting allocated = allocate(story, meeting, notice);

        Document document = story.document(notice);
        assertThat(document.status()).isEqualTo("ALLOCATED");
        assertThat(document.text(order("allocationForum"))).contains("WEEKLY_MEETING");
        assertThat(document.date(order("allocatedAt"))).contains(LocalDate.parse("2026-03-04"));
        assertThat(allocated.allocations())
                .extracting(UnitMeeting.Allocation::caseNumber, UnitMeeting.Allocation::userName)
                .containsExactly(tuple(story.caseNumber(), story.placer()));
        assertThat(refusal(() -> minute(story, meeting, "Test Barnsson behöver bråttom")))
                .isEqualTo("INS-MEETING-NAMES");
        UnitMeeting minuted = minute(story, meeting, "Två uppdrag väntar på utredning");
        assertThat(minuted.isMinuted()).isTrue();
        assertThat(minutes(story, minuted)).startsWith("%PDF");
        assertThat(refusal(() -> minute(story, meeting, "Igen"))).isEqualTo("INS-MEETING-MINUTED");
        assertThat(refusal(() -> allocate(story, meeting, notice))).isEqualTo("INS-MEETING-MINUTED");
        assertThat(story.as(story.placer(), () -> meetings().list(story.performerUnit(), Optional.empty(), 10))
                        .items())
                .extracting(UnitMeeting::id)
                .containsExactly(meeting.id());
        assertThat(refusal(() -> story.as(story.caseWorker(), () -> meetings().read(meeting.id()))))
                .isEqualTo("INS-NOT-FOUND");
    }

    @Test
    @Covers({"TMP-40", "TMP-42"})
    void whatWasUrgentIsThereForInformationOnly() {
        // The day before: since the meeting before, whichever weekday the unit meets on.
        Story story = Story.beginningOn("2026-03-03").caseOpened("motala-rop", "SUPPORT_FAMILY");
        String notice = story.create(story.caseWorker(), "notice", POINTS);
        story.act(
                story.caseWorker(),
                notice,
                "contactDirectly",
                "{\"at\":\"2026-03-03T05:00:00Z\",\"userName\":\"%s\"}".formatted(story.placer()));
        story.act(story.caseWorker(), notice, "send", "{}");
        story.act(story.placer(), notice, "allocate", "{\"userName\":\"%s\"}".formatted(story.placer()));
        story.on("2026-03-04");

        UnitMeeting meeting = open(story, story.sectionManager(), "2026-03-04");

        assertThat(agenda(story, meeting)).singleElement().satisfies(item -> {
            assertThat(item.order().id()).isEqualTo(notice);
            assertThat(item.reason()).isEqualTo(Agenda.Reason.INFORMATION);
        });
        assertThat(refusal(() -> allocate(story, meeting, notice))).isEqualTo("INS-MEETING-ITEM");
    }

    private static UnitMeetings meetings() {
        return Story.bean("insats.unitMeetings", UnitMeetings.class);
    }

    private static UnitMeeting open(Story story, String userName, String day) {
        return story.as(userName, () -> meetings().open(story.performerUnit(), LocalDate.parse(day)));
    }

    private static List<Agenda.Item> agenda(Story story, UnitMeeting meeting) {
        return story.as(story.sectionManager(), () -> meetings().agenda(meeting));
    }

    private static UnitMeeting allocate(Story story, UnitMeeting meeting, String documentId) {
        return story.as(story.sectionManager(), () -> meetings().allocate(meeting.id(), documentId, story.placer()));
    }

    private static UnitMeeting minute(Story story, UnitMeeting meeting, String notes) {
        return story.as(story.sectionManager(), () -> meetings().minute(meeting.id(), List.of(story.placer()), notes));
    }

    private static String minutes(Story story, UnitMeeting meeting) {
        return story.as(story.placer(), () -> Story.bean("contentService", ContentService.class)
                .getReader(meeting.node(), ContentModel.PROP_CONTENT)
                .getContentString());
    }

    private static String refusal(Runnable attempt) {
        return Story.refusalOf(attempt);
    }

    private static QName order(String name) {
        return QName.createQName("http://insats.org/model/order/1.0", name);
    }
}
