package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.casefile.RightsRound;
import org.insats.deadline.NoticePreferences;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Mail beside the tasks, sent over SMTP by the repository's mail service, with nothing of the client in it. */
@ExtendWith(Repository.class)
class NoticeStoryTest {

    private final Story story = Story.beginningOn("2026-06-05");

    @Test
    @Covers("DLC-16")
    void theResponsibleAreRemindedThenToldAndThenThoseItIsEscalatedTo() {
        address(story.coordinator());
        address(story.leadSocialWorker());
        sent();

        story.on("2026-06-11").runJob();
        story.on("2026-06-12").runJob();
        assertThat(mails(story.coordinator())).singleElement().satisfies(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("Insats " + story.caseNumber() + ": Kontrollera verkställighet, senast 2026-06-19");
            assertThat(mail.from()).isEqualTo("insats@localhost");
            assertThat(mail.text()).contains("https://share.example.org/case?case=" + story.caseNumber());
        });

        story.on("2026-06-20").runJob();
        assertThat(mails(story.coordinator())).hasSize(2);
        assertThat(mails(story.leadSocialWorker())).isEmpty();

        story.on("2026-06-26").runJob();
        assertThat(mails(story.leadSocialWorker())).singleElement().satisfies(mail -> assertThat(mail.subject())
                .contains("fortfarande inte gjort"));
        assertThat(allOfThisCase()).hasSizeGreaterThan(2).noneMatch(mail -> Stream.of(
                        "Barnsson", "Vuxensson", "2016-05-20")
                .anyMatch(secret -> mail.toString().contains(secret)));
    }

    @Test
    void aMailIsInTheLanguageOfTheReceiver() {
        address(story.coordinator());
        story.as(story.coordinator(), () -> preferences()
                .set(story.coordinator(), new NoticePreferences.Preference(true, "en")));
        sent();

        story.on("2026-06-11").runJob();

        assertThat(mails(story.coordinator())).singleElement().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("Insats " + story.caseNumber() + ": Check the execution of an order, by 2026-06-19"));
    }

    @Test
    void whoeverHasTurnedItOffGetsNoMailAndTheTaskAnyway() {
        address(story.coordinator());
        story.as(story.coordinator(), () -> preferences()
                .set(story.coordinator(), new NoticePreferences.Preference(false, "sv")));
        sent();

        story.on("2026-06-11").runJob();

        assertThat(mails(story.coordinator())).isEmpty();
        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
    }

    @Test
    @Covers("DL-57")
    void thePerformerGetsACopyOfTheNoticeThatTheGrantEnds() {
        address(story.treatmentLead());
        story.running();
        String lead = story.openDeadline("DL-57").leadDate().orElseThrow().toString();

        story.on(lead).runJob();

        assertThat(mails(story.treatmentLead())).anyMatch(mail -> mail.subject().contains("Beslutet löper ut"));
    }

    @Test
    @Covers("DLC-16")
    void aUnitIsToldOfTheTasksOfSomebodyWhoLeft() {
        address(story.caseWorker());
        story.running();
        story.on(story.openDeadline("DL-57").leadDate().orElseThrow().toString())
                .runJob();
        assertThat(mails(story.caseWorker())).noneMatch(mail -> mail.subject().contains("Beslutet löper ut"));

        story.as("admin", () -> Story.bean("authorityService", AuthorityService.class)
                .removeAuthority("GROUP_INSATS_CASE_WORKER_" + story.unit(), story.followUpWorker()));
        Story.bean("insats.rightsRound", RightsRound.class).followPeople();

        assertThat(mails(story.caseWorker()))
                .anyMatch(mail -> mail.subject().contains("Beslutet löper ut")
                        && mail.subject().contains(story.caseNumber()));
        assertThat(story.actsOf(story.caseWorker())).isNotEmpty();
    }

    private void sent() {
        story.caseOpened()
                .assignmentConsented()
                .granted("2026-06-05", "2027-06-04")
                .orderSent();
    }

    private void address(String userName) {
        story.as("admin", () -> Story.bean("nodeService", NodeService.class)
                .setProperty(
                        Story.bean("personService", PersonService.class).getPerson(userName),
                        ContentModel.PROP_EMAIL,
                        userName + "@example.org"));
    }

    /** A mail as it was delivered. */
    private record Mail(String from, String to, String subject, String text) {

        static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getFrom()[0].toString(),
                        message.getAllRecipients()[0].toString(),
                        message.getSubject(),
                        message.getContent().toString());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Mail> mails(String userName) {
        return allOfThisCase().stream()
                .filter(mail -> mail.to().equals(userName + "@example.org"))
                .toList();
    }

    private List<Mail> allOfThisCase() {
        awaitPost();
        return Repository.mails().stream()
                .map(Mail::of)
                .filter(mail -> mail.subject().contains(story.caseNumber()))
                .toList();
    }

    /** Mail is sent by one thread, in order: what was handed over before this has been sent after it. */
    private static void awaitPost() {
        try {
            Story.bean("insats.mailThread", ThreadPoolTaskExecutor.class)
                    .submit(() -> {})
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NoticePreferences preferences() {
        return Story.bean("insats.noticePreferences", NoticePreferences.class);
    }
}
