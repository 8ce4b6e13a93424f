package org.insats.platformtest.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Role;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.contractor.OpenSteps;
import org.insats.deadline.DeadlineService;
import org.insats.platform.ServicePerson;

/** A case of the placement routine with its placement group and a register of contractors, for what the register adds. */
public final class PlacementStory {

    private static final List<String> TOPICS = List.of(
            "BACKGROUND",
            "SITUATION",
            "NETWORK",
            "HOUSING",
            "WORK",
            "FINANCES",
            "EXPERIENCE",
            "STABILITY",
            "BASIC_CARE",
            "STIMULATION",
            "EMOTIONAL_AVAILABILITY",
            "SAFETY",
            "GUIDANCE_AND_BOUNDARIES",
            "WISHES_ON_ASSIGNMENT");

    private final Story story;

    private PlacementStory(Story story) {
        this.story = story;
    }

    /** A granted intervention of a service, from 2026-03-01 to 2026-08-31, on 2026-03-02; nothing is matched. */
    public static PlacementStory granted(String service) {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("motala-rop", service)
                .standsGranted("2026-03-01", "2026-08-31");
        PlacementStory placement = new PlacementStory(story);
        story.as("admin", (Runnable) placement::hire);
        story.as(story.caseWorker(), () -> Story.bean("insats.caseFileService", CaseFileService.class)
                .addMember(story.caseNumber(), placement.worker(), Role.PLACEMENT_WORKER));
        placement.write(CaseModel.CURRENT_ORDER, placement.orderInMatching());
        return placement;
    }

    /** An order as it stands while a contractor is looked for. */
    private String orderInMatching() {
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("insats.documents", Documents.class)
                        .make(new NewDocument(
                                "order",
                                story.caseFile(),
                                Optional.of(story.intervention()),
                                Map.of(CaseModel.STATUS, "MATCHING")))
                        .id()));
    }

    /** The case and its people. */
    public Story story() {
        return story;
    }

    /** The placement worker. */
    public String worker() {
        return "rop" + story.performerUnit();
    }

    /** The section manager. */
    public String manager() {
        return "sektionschef" + story.performerUnit();
    }

    private void hire() {
        hire(worker(), "INSATS_PLACEMENT_WORKER_" + story.performerUnit());
        hire(manager(), "INSATS_PLACEMENT_SECTION_MANAGER_" + story.performerUnit());
    }

    private static void hire(String userName, String group) {
        AuthorityService authorities = Story.bean("authorityService", AuthorityService.class);
        Story.bean("personService", PersonService.class)
                .createPerson(Map.of(
                        ContentModel.PROP_USERNAME, userName,
                        ContentModel.PROP_FIRSTNAME, "Test",
                        ContentModel.PROP_LASTNAME, "Testsson"));
        if (!authorities.authorityExists("GROUP_" + group)) {
            authorities.createAuthority(AuthorityType.GROUP, group);
        }
        authorities.addAuthority("GROUP_" + group, userName);
    }

    /** Writes a property of the intervention, as it stands after whatever came before; its deadlines follow. */
    public void write(QName property, Serializable value) {
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> {
                    Story.bean("nodeService", NodeService.class).setProperty(story.intervention(), property, value);
                    Story.bean("insats.deadlineService", DeadlineService.class).recompute(story.intervention());
                }));
    }

    /** Enters a contractor; {@code more} is further JSON, beginning with a comma. Answers its id. */
    public String contractor(String type, String more) {
        JsonNode entry = Story.json("{\"profile\":\"motala-rop\",\"unit\":\"" + story.performerUnit()
                + "\",\"type\":\"" + type + "\",\"name\":\"Test Kontaktsson\",\"contactDetails\":\"Testgatan 2\"" + more
                + "}");
        return story.as(worker(), () -> contractors().register(entry).id());
    }

    /** The placement worker works for the unit of another case as well, and so with its contractors. */
    public void worksFor(PlacementStory other) {
        story.as("admin", (Runnable) () -> Story.bean("authorityService", AuthorityService.class)
                .addAuthority("GROUP_INSATS_PLACEMENT_WORKER_" + other.story.performerUnit(), worker()));
    }

    /** A contractor was agreed on for the intervention. */
    public void hasAssignment(String contractor) {
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> contractors()
                        .noteAssignment(
                                contractors().find(contractor).orElseThrow(),
                                story.intervention(),
                                story.caseNumber(),
                                story.today())));
    }

    /** The draft of an agreement in a contractor's file. */
    public String draftAgreement(NodeRef contractor) {
        return story.as(worker(), () -> Story.bean("insats.documents", Documents.class).inCase(contractor).stream()
                .filter(document -> document.kind().id().equals("agreement"))
                .filter(document -> document.status().equals("DRAFT"))
                .findFirst()
                .orElseThrow()
                .id());
    }

    /** The order in hand is for an urgent placement. */
    public void markUrgent() {
        NodeRef order =
                Story.node(story.interventionProperty(CaseModel.CURRENT_ORDER).toString());
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("nodeService", NodeService.class)
                        .setProperty(
                                order, QName.createQName("http://insats.org/model/order/1.0", "emergency"), true)));
    }

    /** Steps that the investigation of a contractor lacks, as the register shows them. */
    public List<String> openSteps(String contractor) {
        Contractor shown = read(contractor);
        List<?> steps = (List<?>) story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("insats.openSteps", OpenSteps.class).of(shown)));
        return steps.stream()
                .map(step -> String.valueOf(((Map<?, ?>) step).get("step")))
                .toList();
    }

    /** The case follows another routine from now on. */
    public void followRoutine(String profile) {
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> {
                    NodeService nodes = Story.bean("nodeService", NodeService.class);
                    nodes.setProperty(story.caseFile(), CaseModel.PROFILE, profile);
                    nodes.setProperty(story.caseFile(), CaseModel.PROFILE_VERSION, null);
                }));
    }

    /** Reads a contractor as the placement worker. */
    public Contractor read(String contractor) {
        return story.as(worker(), () -> contractors().read(contractor));
    }

    /** Creates a document in a contractor's file; answers its id. */
    public String document(String user, String contractor, String kind, String fields) {
        return story.as(user, () -> Story.bean("insats.documents", Documents.class)
                .createIn(Story.node(contractor), kind, Story.json(fields))
                .id());
    }

    /** Acts as the placement worker. */
    public Document act(String document, String action, String input) {
        return story.act(worker(), document, action, input);
    }

    /** Investigates and approves a contact person or family. */
    public void approve(String contractor) {
        String investigation = document(worker(), contractor, "contractorInvestigation", "{}");
        act(investigation, "inform", "{\"date\":\"2026-02-01\",\"housing\":\"Eget rum\"}");
        act(investigation, "interview", "{\"date\":\"2026-02-08\"}");
        story.update(worker(), investigation, "{\"topics\":" + topics(TOPICS.stream()) + "}");
        for (String register :
                List.of("SOCIAL_REGISTER", "SUSPICION_REGISTER", "CRIMINAL_REGISTER", "ENFORCEMENT_AUTHORITY")) {
            act(
                    investigation,
                    "noteExtract",
                    "{\"register\":\"" + register
                            + "\",\"received\":\"2026-02-10\",\"extractResult\":\"NOTHING_FOUND\"}");
        }
        act(investigation, "beginChecks", "{}");
        act(investigation, "analyse", "{\"text\":\"Lämplig\"}");
        act(investigation, "approve", "{\"resultText\":\"Lämplig\"}");
    }

    private static String topics(Stream<String> topics) {
        return topics.map(topic -> "{\"topic\":\"" + topic + "\",\"text\":\"Testsvar\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Proposes a contractor of the register and talks the match over; answers the match. */
    public String discussed(String contractor) {
        String match = story.create(worker(), "match", "{}");
        act(match, "propose", "{\"registerId\":\"" + contractor + "\",\"matchingAssessment\":\"Samma intressen\"}");
        story.act(story.caseWorker(), match, "discuss", "{}");
        return match;
    }

    /** The same, agreed on. */
    public String matched(String contractor) {
        String match = discussed(contractor);
        story.act(story.caseWorker(), match, "agree", "{}");
        return match;
    }

    /** A contact person, approved and agreed on; answers its id. */
    public String contactPerson() {
        String contractor = contractor("CONTACT_PERSON", "");
        approve(contractor);
        matched(contractor);
        return contractor;
    }

    /** A home under agreement with the municipality. */
    public String homeUnderAgreement(String type) {
        return contractor(
                type,
                ",\"underMunicipalAgreement\":true,\"municipalAgreementRef\":\"AVTAL-7\",\"municipalAgreementFrom\":\"2025-01-01\","
                        + "\"municipalAgreementTo\":\"2026-12-31\"");
    }

    /** A field of a document. */
    public Optional<String> field(String document, String uri, String name) {
        return story.document(document).text(QName.createQName("http://insats.org/model/" + uri + "/1.0", name));
    }

    private static ContractorService contractors() {
        return Story.bean("insats.contractorService", ContractorService.class);
    }
}
