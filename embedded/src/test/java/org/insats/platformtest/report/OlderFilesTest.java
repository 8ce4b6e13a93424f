package org.insats.platformtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.KeyJob;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorQuery;
import org.insats.contractor.ContractorService;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.Worklist;
import org.insats.platform.InsatsBootstrap;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.report.CaseLists;
import org.insats.report.ReportJob;
import org.insats.report.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files from before an upgrade lack what the lists find them by, until the job has filled it in. */
@ExtendWith(Repository.class)
class OlderFilesTest {

    private static final String CONTRACTORS = "http://insats.org/model/contractor/1.0";
    private static final QName KEYS_AFTER = QName.createQName(CaseModel.URI, "keysAfter");
    private static final ContractorQuery SIGN_LANGUAGE = new ContractorQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.of("Teckenspråk"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 3, 1)));

    private static NodeService nodes() {
        return Story.bean("nodeService", NodeService.class);
    }

    private static <T> T asService(Supplier<T> work) {
        ServicePerson servicePerson = Story.bean("insats.servicePerson", ServicePerson.class);
        return servicePerson.run(() -> Story.bean("retryingTransactionHelper", RetryingTransactionHelper.class)
                .doInTransaction(() -> servicePerson.elevated(work), false, true));
    }

    /** Takes properties off a node as if they had never been written, and nothing else. */
    private static void forget(NodeRef node, String uri, String... names) {
        BehaviourFilter behaviours = Story.bean("policyBehaviourFilter", BehaviourFilter.class);
        asService(() -> {
            behaviours.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
            behaviours.disableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
            behaviours.disableBehaviour(node, CaseModel.TYPE_CASE_DOCUMENT);
            Stream.of(names).forEach(name -> nodes().removeProperty(node, QName.createQName(uri, name)));
            return null;
        });
    }

    private static NodeRef root() {
        return Story.bean("insats.folders", InsatsFolders.class).root();
    }

    private static void upgraded() {
        forget(root(), CaseModel.URI, "keys");
    }

    private static void job() {
        Story.bean("insats.keyJob", KeyJob.class).run();
    }

    private static List<String> searched(Story story) {
        return story.as(story.unitManager(), () -> Story.bean("insats.caseLists", CaseLists.class)
                .waitingForMatch(Optional.of(story.performerUnit()), Optional.empty(), 10)
                .items()
                .stream()
                .map(each -> each.since().toString())
                .toList());
    }

    private static List<String> expiring(Story story) {
        return story.as(story.caseWorker(), () -> Story.bean("insats.caseLists", CaseLists.class)
                .expiringGrants(Optional.of(story.unit()), 700, Optional.empty(), 10)
                .items()
                .stream()
                .map(each -> each.lastDay().toString())
                .toList());
    }

    private static Map<QName, Serializable> properties(NodeRef node) {
        return asService(() -> nodes().getProperties(node));
    }

    @Test
    void whatWaitsIsInTheQueueAgainAndNothingElseOfItHasChanged() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .basisEstablished();
        story.on("2026-03-05").referred();
        NodeRef referral = story.documentsOf("referral").get(0).node();
        Map<QName, Serializable> before = properties(referral);
        forget(referral, CaseModel.URI, "queueKey", "queueUnit", "queueCaseUnit");
        upgraded();
        assertThat(searched(story)).isEmpty();

        story.on("2026-04-01");
        job();

        assertThat(searched(story)).containsExactly("2026-03-05");
        assertThat(properties(referral)).isEqualTo(before);
    }

    @Test
    void aGrantThatRunsOutAndADeadlineAreOnTheirListsAgain() {
        Story story = Story.beginningOn("2026-03-02").running();
        Story.bean("insats.reportJob", ReportJob.class).run();
        List<String> grants = expiring(story);
        LiveDeadline open = story.openDeadline("DL-15");
        Map<QName, Serializable> deadline = properties(open.node());
        Map<QName, Serializable> intervention = properties(story.intervention());
        forget(story.intervention(), CaseModel.URI, "expiryKey", "expiryUnit");
        forget(open.node(), CaseModel.URI, "listKey", "listedFor");
        upgraded();
        assertThat(grants).hasSize(1);
        assertThat(expiring(story)).isEmpty();

        job();

        assertThat(expiring(story)).isEqualTo(grants);
        assertThat(properties(open.node())).isEqualTo(deadline);
        assertThat(properties(story.intervention())).isEqualTo(intervention);
        assertThat(story.as(story.followUpWorker(), () -> Story.bean("insats.worklist", Worklist.class)
                        .ofUnit(Optional.of(story.unit()), Worklist.Wanted.first())
                        .items()))
                .extracting(LiveDeadline::id)
                .contains(open.id());
    }

    @Test
    void whatReportsNeverCountedIsCounted() {
        Story story = Story.beginningOn("2026-03-02").running();
        Reports.Period year = new Reports.Period(story.unit(), YearMonth.of(2026, 1), YearMonth.of(2026, 12));
        Reports reports = Story.bean("insats.reports", Reports.class);
        forget(story.intervention(), CaseModel.URI, "startTallyDue", "startTallied");
        story.deadlines("DL-06")
                .forEach(each -> forget(each.node(), CaseModel.URI, "tallyDue", "tallyDueUnit", "tallied"));
        assertThat(story.as("admin", () -> reports.orderToStart(year))).isEmpty();

        upgraded();
        job();

        assertThat(story.as("admin", () -> reports.orderToStart(year))).hasSize(1);
        assertThat(story.as("admin", () -> reports.compliance(year, Set.of()))).isNotEmpty();
    }

    @Test
    void anEntryOfTheRegisterIsFoundBySkillAndContactAgain() {
        Story story = Story.beginningOn("2026-03-02");
        ContractorService register = Story.bean("insats.contractorService", ContractorService.class);
        Contractor entry = story.as(
                story.placer(),
                () -> register.register(
                        Story.json(
                                "{\"profile\":\"motala-rop\",\"unit\":\"" + story.performerUnit()
                                        + "\",\"type\":\"CONTACT_PERSON\",\"name\":\"Test Testsson\",\"specialSkills\":[\"Teckenspråk\"]}")));
        forget(entry.node(), CONTRACTORS, "skillKeys", "contactKey");
        upgraded();
        assertThat(story.as(story.placer(), () -> register.search(SIGN_LANGUAGE, Optional.empty(), 10)))
                .isEmpty();

        job();

        assertThat(story.as(story.placer(), () -> register.search(SIGN_LANGUAGE, Optional.empty(), 10)))
                .containsExactly(entry);
    }

    @Test
    void stoppedInTheMiddleItGoesOnFromThereAndDoneItLooksAtNothing() {
        Story first = Story.beginningOn("2026-03-02").running();
        Story second = Story.beginningOn("2026-03-02").running();
        forget(first.intervention(), CaseModel.URI, "expiryKey");
        forget(second.intervention(), CaseModel.URI, "expiryKey");
        upgraded();
        asService(() -> {
            nodes().setProperty(root(), KEYS_AFTER, "cases:" + first.caseNumber());
            return null;
        });

        job();

        assertThat(expiring(first)).isEmpty();
        assertThat(expiring(second)).hasSize(1);
        assertThat(properties(root())).containsEntry(InsatsBootstrap.PROP_KEYS, InsatsBootstrap.KEYS);
        assertThat(properties(root())).doesNotContainKey(KEYS_AFTER);
        job();
        assertThat(expiring(first)).isEmpty();
    }
}
