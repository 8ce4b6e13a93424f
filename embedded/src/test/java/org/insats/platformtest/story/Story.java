package org.insats.platformtest.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Fields;
import org.insats.casefile.FormGuidance;
import org.insats.casefile.NewDocument;
import org.insats.casefile.OverviewPart;
import org.insats.casefile.Person;
import org.insats.casefile.PersonFields;
import org.insats.casefile.Role;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.deadline.DeadlineJob;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.Worklist;
import org.insats.platform.LawDate;
import org.insats.platform.RuleViolation;
import org.insats.platform.ServicePerson;
import org.insats.testsupport.MovableClock;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * One case of open care (profile {@code motala-srv}) told step by step: invented people in units of its own do what the
 * routine says, on days that the story sets.
 */
public final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String unit;
    private final String performerUnit;
    private final String suffix;
    private String profile = "motala-srv";
    private String caseNumber;
    private NodeRef caseFile;
    private NodeRef intervention;
    private String order;

    private Story() {
        int number = NUMBER.incrementAndGet();
        suffix = Integer.toString(number);
        unit = "SOC" + number;
        performerUnit = "SRV" + number;
    }

    /** A story whose first day is {@code day}: staff and groups exist, nothing has happened. */
    public static Story beginningOn(String day) {
        Story story = new Story();
        story.on(day);
        story.as("admin", story::hirePeople);
        return story;
    }

    /** The case of the story follows another routine than open care. */
    public Story byRoutine(String profileId) {
        profile = profileId;
        return this;
    }

    // The people of the story.

    /** The investigating case worker. */
    public String caseWorker() {
        return "caseworker" + suffix;
    }

    /** The follow-up case worker. */
    public String followUpWorker() {
        return "followup" + suffix;
    }

    /** The lead social worker. */
    public String leadSocialWorker() {
        return "lead" + suffix;
    }

    /** The administrative coordinator. */
    public String coordinator() {
        return "coordinator" + suffix;
    }

    /** The unit manager of the performing unit. */
    public String unitManager() {
        return "manager" + suffix;
    }

    /** The treatment lead. */
    public String treatmentLead() {
        return "treatment" + suffix;
    }

    /** A placement worker of the performing unit, who is in no case before something is allocated to them. */
    public String placer() {
        return "placer" + suffix;
    }

    /** The section manager of the placement group. */
    public String sectionManager() {
        return "section" + suffix;
    }

    /** Code of the social office's unit. */
    public String unit() {
        return unit;
    }

    /** Code of the performing unit. */
    public String performerUnit() {
        return performerUnit;
    }

    private void hirePeople() {
        hire(caseWorker(), "CASE_WORKER_" + unit);
        hire(followUpWorker(), "CASE_WORKER_" + unit);
        hire(leadSocialWorker(), "LEAD_SOCIAL_WORKER_" + unit);
        hire(coordinator(), "ADMINISTRATIVE_COORDINATOR_" + unit);
        hire(unitManager(), "UNIT_MANAGER_" + performerUnit);
        hire(treatmentLead(), "TREATMENT_LEAD_" + performerUnit);
        hire(placer(), "PLACEMENT_WORKER_" + performerUnit);
        hire(sectionManager(), "PLACEMENT_SECTION_MANAGER_" + performerUnit);
    }

    /** Somebody has another role beside, in the performing unit. */
    public Story alsoHas(String userName, Role role) {
        as("admin", () -> join(userName, role + "_" + performerUnit));
        return this;
    }

    private void hire(String userName, String group) {
        Map<QName, Serializable> person = Map.of(
                ContentModel.PROP_USERNAME, userName,
                ContentModel.PROP_FIRSTNAME, "Test",
                ContentModel.PROP_LASTNAME, "Testsson");
        bean("personService", PersonService.class).createPerson(person);
        join(userName, group);
    }

    private static void join(String userName, String group) {
        AuthorityService authorities = bean("authorityService", AuthorityService.class);
        if (!authorities.authorityExists("GROUP_INSATS_" + group)) {
            authorities.createAuthority(AuthorityType.GROUP, "INSATS_" + group);
        }
        authorities.addAuthority("GROUP_INSATS_" + group, userName);
    }

    // Time.

    /** Moves the clock to eight in the morning of a day. */
    public Story on(String day) {
        bean("insats.test.movableClock", MovableClock.class).moveTo(LocalDate.parse(day));
        return this;
    }

    /** Runs the deadline job as the scheduler does. */
    public DeadlineJob.Summary runJob() {
        AuthenticationUtil.clearCurrentSecurityContext();
        return bean("insats.deadlineJob", DeadlineJob.class).runOnce();
    }

    // What happens, in the order of the routine.

    /** A case is opened for a child born on {@code birthDate}, with a guardian. */
    public Story caseOpened(String birthDate) {
        as(caseWorker(), () -> {
            CaseFile opened = bean("insats.caseFileService", CaseFileService.class)
                    .open(json(
                            """
                    {"profile":"%s","unit":"%s","performerUnit":"%s","service":"OPEN_CARE",
                     "client":{"name":"Test Barnsson","birthDate":"%s"},
                     "persons":[{"name":"Test Vuxensson","relation":"GUARDIAN"}]}
                    """
                                    .formatted(profile, unit, performerUnit, birthDate)));
            caseNumber = opened.caseNumber();
            caseFile = opened.node();
            intervention = children(caseFile, CaseModel.TYPE_INTERVENTION).get(0);
        });
        return this;
    }

    /** A case of another routine is opened for a child of ten, with two guardians. */
    public Story caseOpened(String profile, String service) {
        as(caseWorker(), () -> {
            CaseFile opened = bean("insats.caseFileService", CaseFileService.class)
                    .open(json(
                            """
                    {"profile":"%s","unit":"%s","performerUnit":"%s","service":"%s",
                     "client":{"name":"Test Barnsson","birthDate":"2016-05-20"},
                     "persons":[{"name":"Test Vuxensson","relation":"GUARDIAN"},
                                {"name":"Provia Vuxensson","relation":"GUARDIAN"}]}
                    """
                                    .formatted(profile, unit, performerUnit, service)));
            caseNumber = opened.caseNumber();
            caseFile = opened.node();
            intervention = children(caseFile, CaseModel.TYPE_INTERVENTION).get(0);
            return caseNumber;
        });
        as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class)
                .addMember(caseNumber, treatmentLead(), Role.TREATMENT_LEAD));
        return this;
    }

    /**
     * The intervention is granted for a period and has goals, as it stands after whatever the routine asks for before the
     * decision; for stories of what comes after.
     */
    public Story standsGranted(String from, String to, String... goals) {
        as("admin", () -> bean("insats.servicePerson", ServicePerson.class).elevated(() -> {
            NodeService nodes = bean("nodeService", NodeService.class);
            nodes.setProperty(intervention, CaseModel.INTERVENTION_STATE, "GRANTED");
            nodes.setProperty(intervention, CaseModel.GRANT_STATE, "GRANTED");
            nodes.setProperty(intervention, CaseModel.GRANT_FROM, LawDate.toStored(LocalDate.parse(from)));
            nodes.setProperty(intervention, CaseModel.GRANT_TO, LawDate.toStored(LocalDate.parse(to)));
            nodes.setProperty(
                    intervention, CaseModel.GRANT_PERIODS, "[{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}]");
            for (String goal : goals) {
                goal(nodes, goal);
            }
        }));
        return this;
    }

    /** A contractor stands agreed on and registered as a resource; for stories of what comes after the match. */
    public Story standsMatched() {
        String contractor = as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class)
                .addPerson(caseNumber, json("{\"name\":\"Test Kontaktsson\",\"relation\":\"CONTRACTOR\"}")));
        as("admin", () -> bean("insats.servicePerson", ServicePerson.class).elevated(() -> {
            String match = "http://insats.org/model/match/1.0";
            documents()
                    .make(new NewDocument(
                            "match",
                            caseFile,
                            Optional.of(intervention),
                            Map.of(
                                    CaseModel.STATUS,
                                    "AGREED",
                                    QName.createQName(match, "proposedContractor"),
                                    contractor,
                                    QName.createQName(match, "registeredAsResource"),
                                    LawDate.toStored(today()))));
            bean("nodeService", NodeService.class)
                    .setProperty(intervention, QName.createQName(CaseModel.URI, "contractor"), contractor);
        }));
        return this;
    }

    /** A contractor of the register stands approved; answers their id there. For stories of what comes after the investigation. */
    public String approvedContractor(String type) {
        ContractorService register = bean("insats.contractorService", ContractorService.class);
        Contractor contractor = as(
                placer(),
                () -> register.register(json(
                        """
                                {"profile":"%s","unit":"%s","type":"%s","name":"Test Kontaktsson","contactDetails":"Testgatan 2"}
                                """
                                .formatted("motala-rop", performerUnit, type))));
        as("admin", () -> bean("insats.servicePerson", ServicePerson.class).elevated(() -> {
            documents()
                    .make(new NewDocument(
                            "contractorInvestigation",
                            contractor.node(),
                            Optional.empty(),
                            Map.of(CaseModel.STATUS, "APPROVED")));
        }));
        return contractor.id();
    }

    /** The intervention has run since a day; for stories of what comes later still. */
    public Story standsRunning(String since) {
        as("admin", () -> bean("insats.servicePerson", ServicePerson.class).elevated(() -> {
            NodeService nodes = bean("nodeService", NodeService.class);
            nodes.setProperty(intervention, CaseModel.INTERVENTION_STATE, "RUNNING");
            nodes.setProperty(intervention, CaseModel.START_DATE, LawDate.toStored(LocalDate.parse(since)));
            bean("insats.deadlineService", DeadlineService.class).recompute(intervention);
        }));
        return this;
    }

    private void goal(NodeService nodes, String text) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(CaseModel.GOAL_TEXT, text);
        properties.put(CaseModel.GOAL_LEVEL, "OVERALL");
        properties.put(CaseModel.GOAL_STATE, "ACTIVE");
        properties.put(CaseModel.CASE_NUMBER, caseNumber);
        properties.put(CaseModel.INTERVENTION_REF, intervention.getId());
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        nodes.createNode(
                intervention,
                CaseModel.ASSOC_GOALS,
                QName.createQName(CaseModel.URI, "G" + NUMBER.incrementAndGet()),
                CaseModel.TYPE_GOAL,
                properties);
    }

    /** Ids of the client and of every guardian. */
    public List<String> family() {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter("CONTRACTOR"::equals)
                        .isEmpty())
                .map(Person::id)
                .toList());
    }

    /** Ids of everybody in the case. */
    public List<String> everybody() {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                .map(Person::id)
                .toList());
    }

    /** The fields of a document as the HTTP API shows them. */
    public JsonNode fieldsOf(String id) {
        return as(
                "admin",
                () -> AuthenticationUtil.runAsSystem(() ->
                        bean("insats.fields", Fields.class).write(documents().get(id))));
    }

    /** Ids of what is hinted at on a document that is still written. */
    public List<String> hints(String id) {
        return guidance(id).stream().map(FormGuidance.Hint::id).toList();
    }

    /** Fields that are recommended on a document and empty. */
    public List<String> hintedFields(String id) {
        return guidance(id).stream().map(FormGuidance.Hint::field).toList();
    }

    private List<FormGuidance.Hint> guidance(String id) {
        Document document = document(id);
        return as("admin", () -> bean("insats.servicePerson", ServicePerson.class)
                .elevated(() ->
                        bean("insats.formGuidance", FormGuidance.class).hints(document, Locale.forLanguageTag("sv"))));
    }

    /** A person of the case as the HTTP API shows them. */
    public JsonNode person(String id) {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                .filter(person -> person.id().equals(id))
                .map(bean("insats.personFields", PersonFields.class)::write)
                .findFirst()
                .orElseThrow());
    }

    /** Creates a document of an intervention as a user; answers its id. */
    public String createFor(String userName, String kind, String interventionId, String fields) {
        return as(userName, () -> documents()
                .create(caseNumber, kind, interventionId, json(fields))
                .id());
    }

    /** Id of the client. */
    public String client() {
        return property(caseFile, CaseModel.CASE_CLIENT).toString();
    }

    /** A list of participants or invited, as JSON. */
    public static String persons(List<String> ids) {
        return ids.stream().map(id -> "{\"personId\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    // Intake by referral and match, and what a decision rests on.

    /** The placement worker of a contact routine: whoever the referral was allocated to. */
    public String placementWorker() {
        return treatmentLead();
    }

    /** Ids of the guardians. */
    public List<String> guardians() {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter("GUARDIAN"::equals)
                        .isPresent())
                .map(Person::id)
                .toList());
    }

    /** A case worker decides to open an investigation and opens it today; answers its id. */
    public String openInvestigation(String userName, String reason) {
        String decision =
                create(userName, "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\",\"legalBasis\":\"SOL\"}");
        act(userName, decision, "decide", "{}");
        String investigation = create(
                userName, "investigation", "{\"openedDate\":\"%s\",\"reason\":\"%s\"}".formatted(today(), reason));
        act(userName, investigation, "establish", "{}");
        return investigation;
    }

    /** As {@link #openInvestigation}, by the case worker, before the first intervention. */
    public Story investigationOpened() {
        openInvestigation(caseWorker(), "OTHER");
        return this;
    }

    /** A decision basis with alternatives weighed is established, on an investigation; answers its id. */
    public String establishBasis() {
        if (documentsOf("investigation").isEmpty()) {
            investigationOpened();
        }
        String basis = create(
                caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"NEW_INTERVENTION","analysisAndAssessment":"Bedömning","centralNeeds":"Behov",
                 "receptiveness":"God","participation":"Samtal med barnet","alternativesConsidered":"Öppenvård",
                 "reasonForChoice":"Passar bäst",
                 "goals":[{"text":"Ett eget intresse","level":"GOAL","triangleSides":["CHILD_DEVELOPMENT"]}]}
                """);
        act(caseWorker(), basis, "establish", "{}");
        return basis;
    }

    /** As {@link #establishBasis()}. */
    public Story basisEstablished() {
        establishBasis();
        return this;
    }

    /** A referral is sent and allocated to the placement worker, and the search has begun. */
    public Story referred() {
        String referral = create(caseWorker(), "referral", "{\"referralText\":\"En vuxen utanför hemmet\"}");
        act(caseWorker(), referral, "send", "{}");
        act(unitManager(), referral, "allocate", "{\"userName\":\"" + placementWorker() + "\"}");
        act(placementWorker(), referral, "search", "{}");
        return this;
    }

    /** Id of the first match. */
    public String matchId() {
        return documentsOf("match").get(0).id();
    }

    /** A contractor is proposed and talked over, and was contacted. */
    public Story contractorDiscussed() {
        act(
                placementWorker(),
                matchId(),
                "propose",
                "{\"contractorName\":\"Test Kontaktsson\",\"matchingAssessment\":\"Samma intressen\"}");
        act(placementWorker(), matchId(), "contact", "{}");
        act(caseWorker(), matchId(), "discuss", "{}");
        return this;
    }

    /** Child, guardians and contractor have met. */
    public Story familyMet() {
        List<String> everybody =
                as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                        .map(Person::id)
                        .toList());
        act(caseWorker(), matchId(), "meet", "{\"participants\":" + persons(everybody) + "}");
        return this;
    }

    /** Somebody answers about a document, as registered by the case worker. */
    public void consent(String document, String person, String capacity, String answer) {
        act(
                caseWorker(),
                document,
                "consent",
                "{\"personId\":\"%s\",\"capacity\":\"%s\",\"answer\":\"%s\"}".formatted(person, capacity, answer));
    }

    /** The family and the contractor say yes, and the match is agreed on. */
    public Story matchAgreed() {
        String match = matchId();
        String contractor = document(match)
                .text(QName.createQName("http://insats.org/model/match/1.0", "proposedContractor"))
                .orElseThrow();
        guardians().forEach(guardian -> consent(match, guardian, "GUARDIAN", "GIVEN"));
        consent(match, contractor, "CONTRACTOR", "GIVEN");
        act(caseWorker(), match, "present", "{}");
        act(caseWorker(), match, "agree", "{}");
        return this;
    }

    /** Everybody in the case has a personal identity number (a published test number) and contact details. */
    public Story personsWhole() {
        List<String> everybody = family();
        as(caseWorker(), () -> {
            CaseFileService cases = bean("insats.caseFileService", CaseFileService.class);
            for (String person : everybody) {
                cases.updatePerson(
                        person,
                        json(
                                """
                                {"personalIdentityNumber":"191212121212","contactDetails":"Provgatan 1, Provstad"}
                                """));
            }
        });
        return this;
    }

    /** Adds a person to the case; answers their id. */
    public String addPerson(String person) {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class)
                .addPerson(caseNumber, json(person)));
    }

    /** A person of the case gets protected identity. */
    public void protect(String person) {
        as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class)
                .updatePerson(person, json("{\"protectedIdentity\":true}")));
    }

    /** Ids of the rules that a document is warned of. */
    public List<String> warnings(String id) {
        return as(caseWorker(), () -> documents().warnings(documents().get(id)));
    }

    /** Ids of the documents after which the user has something to choose, as the overview shows it. */
    public List<String> openChoices(String userName) {
        JsonNode open = as(userName, () -> {
            CaseFile file =
                    bean("insats.caseFileService", CaseFileService.class).byNumber(caseNumber);
            return (JsonNode) bean("insats.openChoices", OverviewPart.class).of(file);
        });
        return StreamSupport.stream(open.spliterator(), false)
                .map(each -> each.path("documentId").asText())
                .toList();
    }

    /** A case of a child old enough to go to school and too young to consent. */
    public Story caseOpened() {
        return caseOpened("2016-05-20");
    }

    /** The assignment is written, communicated and consented to. */
    public Story assignmentConsented() {
        String assignment = create(
                caseWorker(),
                "assignment",
                """
                {"needs":"Behöver stöd i vardagen","followUpForms":"Möten var sjätte månad",
                 "goals":[{"text":"Vardagen fungerar","level":"GOAL","triangleSides":["FAMILY_AND_ENVIRONMENT"]}]}
                """);
        act(caseWorker(), assignment, "communicate", "{}");
        act(
                caseWorker(),
                assignment,
                "consent",
                """
                {"personId":"%s","capacity":"GUARDIAN","answer":"GIVEN","form":"WRITTEN"}
                """
                        .formatted(guardian()));
        return this;
    }

    /** As {@link #assignmentConsented()}, where the client is of age to consent as well. */
    public Story assignmentConsentedByClient() {
        assignmentConsented();
        String assignment = documentsOf("assignment").get(0).id();
        act(
                caseWorker(),
                assignment,
                "consent",
                """
                {"personId":"%s","capacity":"YOUNG_PERSON","answer":"GIVEN","form":"ORAL"}
                """
                        .formatted(property(caseFile, CaseModel.CASE_CLIENT)));
        return this;
    }

    /** A decision grants the intervention for a period. */
    public Story granted(String from, String to) {
        String decision = create(
                caseWorker(),
                "decision",
                """
                {"decisionType":"GRANT","legalBasis":"SOL","grantFrom":"%s","grantTo":"%s"}
                """
                        .formatted(from, to));
        act(caseWorker(), decision, "decide", "{}");
        return this;
    }

    /** The grant is continued to a later day by a case worker. */
    public Story continuedBy(String userName, String from, String to) {
        String decision = create(
                userName,
                "decision",
                """
                {"decisionType":"CONTINUED_GRANT","legalBasis":"SOL","grantFrom":"%s","grantTo":"%s","extendsDecision":"%s"}
                """
                        .formatted(from, to, property(intervention, CaseModel.CURRENT_DECISION)));
        act(userName, decision, "decide", "{}");
        return this;
    }

    /** The order is written and sent, and thereby received. */
    public Story orderSent() {
        order = create(caseWorker(), "order", "{}");
        act(caseWorker(), order, "send", "{}");
        return this;
    }

    /** The unit manager allocates the order to the treatment lead. */
    public Story allocated() {
        act(unitManager(), order, "allocate", "{\"userName\":\"" + treatmentLead() + "\"}");
        return this;
    }

    /** The start-up meeting is held today, the follow-up case worker takes over, and the intervention is executed. */
    public Story started() {
        String meeting = startUpHeld();
        act(unitManager(), meeting, "execute", "{}");
        return this;
    }

    /** The start-up meeting is booked and held today. */
    public String startUpHeld() {
        String meeting = create(caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}");
        String today = today().toString();
        act(caseWorker(), meeting, "book", "{\"date\":\"" + today + "\"}");
        act(
                caseWorker(),
                meeting,
                "hold",
                """
                {"needsPresented":"Behoven ur uppdraget","methodsPresented":"Samtal i hemmet",
                 "roleAgreement":"Vem som gör vad","caseHandover":"%s",
                 "participants":[{"userName":"%s"},{"userName":"%s"},{"personId":"%s"}]}
                """
                        .formatted(followUpWorker(), caseWorker(), treatmentLead(), guardian()));
        return meeting;
    }

    /** From the open case to the running intervention, all on one day, with a grant of a year. */
    public Story running() {
        LocalDate start = today();
        return caseOpened()
                .assignmentConsented()
                .granted(start.toString(), start.plusYears(1).minusDays(1).toString())
                .orderSent()
                .allocated()
                .started();
    }

    /** A follow-up is booked for and held on today by the follow-up case worker. */
    public String followUpHeld() {
        String followUp = create(followUpWorker(), "followUp", "{}");
        act(followUpWorker(), followUp, "book", "{\"date\":\"" + today() + "\"}");
        act(followUpWorker(), followUp, "hold", "{\"participants\":[{\"personId\":\"" + guardian() + "\"}]}");
        return followUp;
    }

    /** The case worker ends the intervention as planned. */
    public String endedByCaseWorker() {
        String ending = create(
                followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"NEED_CEASED","endingReasonText":"Behovet kvarstår inte",
                 "endDate":"%s"}
                """
                        .formatted(today()));
        act(followUpWorker(), ending, "end", "{}");
        return ending;
    }

    // What a story asks.

    /** Node id of the order. */
    public String order() {
        return order;
    }

    /** Number of the case. */
    public String caseNumber() {
        return caseNumber;
    }

    /** Node id of the intervention. */
    public String interventionId() {
        return intervention.getId();
    }

    /** The intervention. */
    public NodeRef intervention() {
        return intervention;
    }

    /** The case folder. */
    public NodeRef caseFile() {
        return caseFile;
    }

    /** A property of the intervention. */
    public Serializable interventionProperty(QName name) {
        return property(intervention, name);
    }

    /** Creates a document as a user; answers its id. */
    public String create(String userName, String kind, String fields) {
        return as(userName, () -> documents()
                .create(caseNumber, kind, intervention.getId(), json(fields))
                .id());
    }

    /** Acts on a document as a user. */
    public Document act(String userName, String id, String action, String input) {
        return as(userName, () -> documents().act(id, action, json(input)));
    }

    /** Acts on a document inside {@link #as}, in whatever transaction is open there. */
    public void actWithin(String id, String action) {
        documents().act(id, action, json("{}"));
    }

    /** Changes fields of a document as a user. */
    public Document update(String userName, String id, String fields) {
        return as(userName, () -> {
            Document document = documents().get(id);
            return documents().update(id, documents().versionLabel(document), json(fields));
        });
    }

    /** Reads a document with the system's rights. */
    public Document document(String id) {
        return as(
                "admin", () -> AuthenticationUtil.runAsSystem(() -> documents().get(id)));
    }

    /** Status of a document as the current user reads it. */
    public String read(String id) {
        return documents().get(id).status();
    }

    /** Status of a document. */
    public String status(String id) {
        return document(id).status();
    }

    /** Documents of a kind in the case, oldest first. */
    public List<Document> documentsOf(String kind) {
        return as(
                "admin",
                () -> AuthenticationUtil.runAsSystem(() -> documents().inCase(caseFile).stream()
                        .filter(document -> document.kind().id().equals(kind))
                        .toList()));
    }

    /** All records of a rule under the intervention, by due date. */
    public List<LiveDeadline> deadlines(String ruleId) {
        return as("admin", () -> bean("insats.deadlineService", DeadlineService.class).of(intervention).stream()
                .filter(deadline -> deadline.ruleId().equals(ruleId))
                .toList());
    }

    /** The one open record of a rule. */
    public LiveDeadline openDeadline(String ruleId) {
        List<LiveDeadline> open =
                deadlines(ruleId).stream().filter(LiveDeadline::isOpen).toList();
        assertThat(open).as("open deadlines of " + ruleId).hasSize(1);
        return open.get(0);
    }

    /** The tasks of this case on a user's own list. */
    public List<Worklist.TaskView> tasksOf(String userName) {
        return as(userName, () -> {
            Worklist worklist = bean("insats.worklist", Worklist.class);
            return worklist.tasks(worklist.mine(Worklist.Wanted.first()).items()).stream()
                    .filter(task -> task.deadline().caseNumber().equals(caseNumber))
                    .toList();
        });
    }

    /** What the tasks of this case on a user's own list ask for. */
    public List<String> actsOf(String userName) {
        return tasksOf(userName).stream()
                .map(task -> task.deadline().act().name())
                .toList();
    }

    /** Completes the one task of an act in this case on a user's list. */
    public void complete(String userName, String act, String fields) {
        List<Worklist.TaskView> tasks = tasksOf(userName).stream()
                .filter(task -> task.deadline().act().name().equals(act))
                .toList();
        assertThat(tasks).as("tasks of the user for " + act).hasSize(1);
        as(userName, () -> bean("insats.worklist", Worklist.class)
                .complete(tasks.get(0).id(), json(fields)));
    }

    /** Id of the rule that refuses {@code attempt}; fails where nothing does. */
    public static String refusalOf(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolation violation) {
                    return violation.refusal().id();
                }
            }
            throw e;
        }
        throw new AssertionError("Nothing was refused");
    }

    /** Node id of the guardian. */
    public String guardian() {
        return as(caseWorker(), () -> bean("insats.caseFileService", CaseFileService.class).persons(caseFile).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter("GUARDIAN"::equals)
                        .isPresent())
                .map(Person::id)
                .findFirst()
                .orElseThrow());
    }

    /** The day the clock stands on. */
    public LocalDate today() {
        return LocalDate.ofInstant(
                bean("insats.test.movableClock", MovableClock.class).instant(), ZoneId.of("Europe/Stockholm"));
    }

    // Doing things as somebody.

    /** Runs {@code work} as a user in a transaction. */
    public <T> T as(String userName, Supplier<T> work) {
        AuthenticationUtil.clearCurrentSecurityContext();
        I18NUtil.setLocale(Locale.forLanguageTag("sv"));
        try {
            return AuthenticationUtil.runAs(
                    () -> bean("retryingTransactionHelper", RetryingTransactionHelper.class)
                            .doInTransaction(work::get, false, true),
                    userName);
        } finally {
            AuthenticationUtil.clearCurrentSecurityContext();
        }
    }

    /** As {@link #as(String, Supplier)}, without a result. */
    public void as(String userName, Runnable work) {
        as(userName, () -> {
            work.run();
            return null;
        });
    }

    /** A bean of the repository. */
    public static <T> T bean(String id, Class<T> type) {
        return Repository.get().context().getBean(id, type);
    }

    /** Reads JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Goal results that judge every goal of a follow-up the same. */
    public String goalResults(String followUp, String attainment) {
        JsonNode goals = json(document(followUp).text(CaseModel.GOALS).orElse("[]"));
        ArrayNode results = JSON.createArrayNode();
        goals.forEach(goal -> {
            ObjectNode result = results.addObject();
            result.put("goalId", goal.path("goalId").asText());
            result.put("result", "Har gått framåt");
            result.put("attainment", attainment);
        });
        return results.toString();
    }

    private List<NodeRef> children(NodeRef parent, QName type) {
        return AuthenticationUtil.runAsSystem(
                () -> bean("nodeService", NodeService.class).getChildAssocs(parent, Set.of(type)).stream()
                        .map(ChildAssociationRef::getChildRef)
                        .toList());
    }

    private Serializable property(NodeRef node, QName name) {
        return as(
                "admin",
                () -> AuthenticationUtil.runAsSystem(
                        () -> bean("nodeService", NodeService.class).getProperty(node, name)));
    }

    private static Documents documents() {
        return bean("insats.documents", Documents.class);
    }

    /** The node of an id. */
    public static NodeRef node(String id) {
        return new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
    }
}
