package org.insats.platformtest.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.accesslog.ExceptionalAccess;
import org.insats.accesslog.ExceptionalGrant;
import org.insats.deadline.NoticePreferences;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.testsupport.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Exceptional access over time: who is told and in which language, one entry a question, and an end to the minute. */
@ExtendWith(Repository.class)
@Covers("CON-118")
class ExceptionalAccessStoryTest {

    private static final String REASON = "Jourärende, ansvarig handläggare nås inte";

    private final Story story = Story.beginningOn("2026-03-02");
    private final String stranger = Story.beginningOn("2026-03-02").caseWorker();

    @BeforeEach
    void aCaseOfAnotherUnit() {
        story.caseOpened("2012-05-14");
        office(story.leadSocialWorker());
        office(story.coordinator());
    }

    /** Somebody manages the unit of the case too, and has an address. */
    private void office(String userName) {
        String group = "INSATS_UNIT_MANAGER_" + story.unit();
        story.as("admin", () -> {
            AuthorityService authorities = Story.bean("authorityService", AuthorityService.class);
            if (!authorities.authorityExists("GROUP_" + group)) {
                authorities.createAuthority(AuthorityType.GROUP, group);
            }
            authorities.addAuthority("GROUP_" + group, userName);
            Story.bean("nodeService", NodeService.class)
                    .setProperty(
                            Story.bean("personService", PersonService.class).getPerson(userName),
                            ContentModel.PROP_EMAIL,
                            userName + "@example.org");
        });
    }

    private static ExceptionalAccess access() {
        return Story.bean("insats.exceptionalAccess", ExceptionalAccess.class);
    }

    private ExceptionalGrant asked() {
        return story.as(stranger, () -> access().ask(story.caseNumber(), REASON));
    }

    @Test
    void everyManagerIsToldInTheirOwnLanguageAlsoWhoWantsNoReminders() throws Exception {
        NoticePreferences preferences = Story.bean("insats.noticePreferences", NoticePreferences.class);
        story.as("admin", () -> {
            preferences.set(story.leadSocialWorker(), new NoticePreferences.Preference(true, "sv"));
            preferences.set(story.coordinator(), new NoticePreferences.Preference(false, "en"));
        });

        asked();

        assertThat(mails(story.leadSocialWorker())).singleElement().satisfies(mail -> assertThat(mail)
                .startsWith("Undantagsåtkomst till ärende " + story.caseNumber()));
        assertThat(mails(story.coordinator())).singleElement().satisfies(mail -> assertThat(mail)
                .startsWith("Exceptional access to case " + story.caseNumber()));
        assertThat(mails(story.coordinator()).toString()).doesNotContain("Jour", stranger);
    }

    @Test
    void itEndsAtItsTimeBeforeAnyJobHasRun() {
        ExceptionalGrant grant = asked();
        assertThat(reads()).isTrue();
        MovableClock clock = Story.bean("insats.test.movableClock", MovableClock.class);

        clock.moveTo(grant.until().minusSeconds(1));
        assertThat(reads()).as("a second before").isTrue();
        clock.moveTo(grant.until());

        assertThatThrownBy(() -> story.as(stranger, () -> Story.bean("NodeService", NodeService.class)
                        .getProperties(story.caseFile())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(reads()).isFalse();
    }

    @Test
    void whoAsksAnewReadsOnToTheLaterEnd() {
        ExceptionalGrant first = asked();
        MovableClock clock = Story.bean("insats.test.movableClock", MovableClock.class);
        clock.moveTo(first.until().minusSeconds(3_600));
        ExceptionalGrant second = story.as(stranger, () -> access().ask(story.caseNumber(), "Ärendet pågår än"));
        assertThat(second.id()).isNotEqualTo(first.id());

        clock.moveTo(first.until().plusSeconds(1));
        assertThat(reads()).isTrue();
        clock.moveTo(second.until());

        assertThat(reads()).isFalse();
    }

    private boolean reads() {
        return story.as(stranger, () -> {
            try {
                Story.bean("NodeService", NodeService.class).getProperties(story.caseFile());
                return true;
            } catch (AccessDeniedException e) {
                return false;
            }
        });
    }

    @Test
    void aRequestThatIsTriedAgainStoresOneAccess() {
        AtomicInteger tries = new AtomicInteger();

        ExceptionalGrant grant = story.as(stranger, () -> {
            ExceptionalGrant given = access().ask(story.caseNumber(), REASON);
            if (tries.incrementAndGet() == 1) {
                throw new ConcurrencyFailureException("Collision of the test");
            }
            return given;
        });

        assertThat(tries).hasValue(2);
        assertThat(ofThisCase()).extracting(ExceptionalGrant::id).containsExactly(grant.id());
        assertThat(reads()).isTrue();
        asked();
        assertThat(ofThisCase()).as("sent twice").hasSize(1);
    }

    private List<ExceptionalGrant> ofThisCase() {
        return story.as("admin", () -> access().list(Optional.of(story.unit()), 100));
    }

    private List<String> mails(String userName) throws ExecutionException, InterruptedException {
        // Mail is sent by one thread, in order.
        Story.bean("insats.mailThread", ThreadPoolTaskExecutor.class)
                .submit(() -> {})
                .get();
        return Repository.mails().stream()
                .filter(mail -> to(mail).equals(userName + "@example.org"))
                .map(ExceptionalAccessStoryTest::text)
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
