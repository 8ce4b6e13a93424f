package org.insats.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Recipients;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ExtensionMoved;
import org.insats.deadline.calc.Fact;
import org.insats.followup.FollowUpService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.resource.ResourceService;
import org.springframework.extensions.surf.util.I18NUtil;

/** What people do with an extension (EXT-02..11). Runs in the service person's scope. */
public final class ExtensionActs {

    static final String SUBJECT = "CONTINUED_INTERVENTION";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLLOW_UP_URI = "http://insats.org/model/followup/1.0";
    private static final QName AGREED_CONTENT_OF_FOLLOW_UP = QName.createQName(FOLLOW_UP_URI, "agreedContent");
    private static final QName FOLLOW_UP_DATE = QName.createQName(FOLLOW_UP_URI, "date");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final Consents consents;
    private final FollowUpService followUps;
    private final ResourceService resources;
    private final CaseEvents events;
    private final CaseFileService caseFiles;
    private final Recipients recipients;
    private final NewAgreements agreements;

    /** Acts through the doors of the case file, the follow-ups and the resources. */
    public ExtensionActs(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            Consents consents,
            FollowUpService followUps,
            ResourceService resources,
            CaseEvents events,
            CaseFileService caseFiles,
            NewAgreements agreements) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.consents = consents;
        this.followUps = followUps;
        this.resources = resources;
        this.events = events;
        this.caseFiles = caseFiles;
        this.recipients = new Recipients(caseFiles);
        this.agreements = agreements;
    }

    /** Whether the last follow-up shows the goals met (EXT-05). */
    Map<QName, Serializable> defaults(Document extension) {
        Optional<Document> met = followUps.showingGoalsMet(extension.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ExtensionModel.GOALS_MET, met.isPresent());
        met.ifPresent(followUp -> values.put(ExtensionModel.FOLLOW_UP_REF, followUp.id()));
        agreedAt(extension)
                .flatMap(ExtensionActs::agreedContent)
                .ifPresent(content -> values.put(ExtensionModel.AGREED_CONTENT, content));
        return values;
    }

    /** The follow-up that the extension goes back to: the one that it names, else the latest that is documented. */
    private Optional<Document> agreedAt(Document extension) {
        return extension
                .text(ExtensionModel.FOLLOW_UP_REF)
                .map(id -> documents.get(id))
                .or(() -> followUps.of(extension.requireIntervention()).stream()
                        .filter(followUp -> followUp.status().equals("DOCUMENTED"))
                        .max(Comparator.comparing(
                                followUp -> followUp.date(FOLLOW_UP_DATE).orElse(LocalDate.MIN))));
    }

    /** The intervention goes on with what was agreed at the follow-up meeting (EXT-04). */
    private static Optional<String> agreedContent(Document followUp) {
        return followUp.text(AGREED_CONTENT_OF_FOLLOW_UP);
    }

    ExtensionSteps steps(Document extension) {
        return new ExtensionSteps(routines.of(extension));
    }

    /** One person's answer to going on, as a consent record of its own (EXT-05, CON-26). */
    void consent(Document extension, ExtensionState next, Act act) {
        consents.record(extension, SUBJECT, act);
        ArrayNode given = JSON.createArrayNode();
        consents.of(extension, SUBJECT).forEach(given::add);
        documents.write(extension, Map.of(ExtensionModel.EXTENSION_CONSENT, given.toString()));
    }

    /**
     * The investigation that concerns the extension: the one that is open already, or a new one (EXT-06). The journal note on
     * its aim is there as a draft.
     */
    void investigate(Document extension, ExtensionState next, Act act) {
        Document investigation = documents.inCase(extension.caseFile()).stream()
                .filter(document -> document.kind().id().equals("investigation"))
                .filter(document -> document.status().equals("ESTABLISHED"))
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .filter(document ->
                        act.text("investigationId").map(document.id()::equals).orElse(true))
                .reduce((earlier, later) -> later)
                .orElseThrow(
                        () -> Refusal.rule("EXT-06").onField("investigationId").violation());
        documents.write(
                extension, Map.of(CaseModel.STATUS, next.name(), ExtensionModel.INVESTIGATION_REF, investigation.id()));
        Map<QName, Serializable> note = new LinkedHashMap<>();
        note.put(CaseModel.NOTE_TYPE, "EXTENSION_INVESTIGATION");
        note.put(CaseModel.NOTE_TEXT, I18NUtil.getMessage("insats.extension.note"));
        note.put(CaseModel.NOTE_DATE, Date.from(act.now()));
        note.put(CaseModel.RELATED_TO, investigation.id());
        documents.make(new NewDocument("journalNote", extension.caseFile(), extension.intervention(), note));
        tell(extension, act.today());
    }

    /** The three conditions as they stand (EXT-05, BR-14). */
    ExtensionRule rule(Document extension, LocalDate today) {
        return new ExtensionRule(
                extension.isTrue(ExtensionModel.GOALS_MET),
                consents.familyConsent(extension, SUBJECT, today).isPresent(),
                extension.isTrue(ExtensionModel.NEED_REMAINS));
    }

    /** Not extended: family and contractor get time to wind up (EXT-11, DL-12, DL-57). */
    void decideNotToExtend(Document extension, ExtensionState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("EXT-11").onField("reason").violation());
        if (steps(extension).isGuided() && rule(extension, act.today()).isExtended()) {
            throw Refusal.rule("EXT-05").onField("reason").violation();
        }
        LocalDate date = act.dateOrToday("date");
        documents.record(
                extension,
                "decideNotToExtend",
                RecordEvent.DECIDED,
                next.name(),
                Map.of(ExtensionModel.NOT_EXTENDED_REASON, reason, ExtensionModel.DECIDED_ON, LawDate.toStored(date)));
        interventions.noteFact(extension.requireIntervention(), Fact.NOT_EXTENDED_DECIDED, date);
        tell(extension, date);
    }

    /** The decision on a continued grant was made (EXT-02, EXT-06); the document becomes the record. */
    void decided(Document extension, Document decision, LocalDate date) {
        ExtensionState next = next(extension, ExtensionAction.CONTINUE);
        Document recorded = documents.record(
                extension,
                "continue",
                RecordEvent.DECIDED,
                next.name(),
                Map.of(
                        ExtensionModel.DECISION_REF, decision.id(),
                        ExtensionModel.DECIDED_ON, LawDate.toStored(date)));
        settle(recorded);
    }

    /**
     * Copies of the extended grant go to the placement worker and the parties concerned (EXT-03): to whom the act names, else to
     * everybody who is to have one and has not. The step is done when all of them have got it.
     */
    void sendCopy(Document extension, ExtensionState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        ArrayNode copies = list(extension.text(ExtensionModel.COPIES));
        ObjectNode named = JSON.createObjectNode().put("date", date.toString());
        if (recipients.name(extension, act, named)) {
            copies.add(named);
        } else {
            missing(extension, copies, act.today())
                    .forEach((field, names) -> names.forEach(name ->
                            copies.addObject().put("date", date.toString()).put(field, name)));
        }
        if (copies.isEmpty()) {
            throw Refusal.rule("EXT-03").onField("recipient").violation();
        }
        boolean complete =
                missing(extension, copies, act.today()).values().stream().allMatch(Set::isEmpty);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ExtensionModel.COPIES, copies.toString());
        if (complete) {
            changes.put(ExtensionModel.COPY_SENT_ON, LawDate.toStored(date));
        }
        step(extension, complete ? next : ExtensionState.valueOf(extension.status()), changes, date);
    }

    /** Who is to have a copy and has got none, by the field that names them; nobody where the routine asks for no copies. */
    private Map<String, Set<String>> missing(Document extension, ArrayNode copies, LocalDate today) {
        if (!steps(extension).asksForCopies()) {
            return Map.of();
        }
        Intervention intervention = interventions.get(extension.requireIntervention());
        Set<String> persons = new TreeSet<>(consents.familyOf(extension, today));
        intervention
                .text(CaseModel.CONTRACTOR)
                .filter(id -> caseFiles.persons(extension.caseFile()).stream()
                        .anyMatch(person -> person.id().equals(id)))
                .ifPresent(persons::add);
        Set<String> users = new TreeSet<>();
        intervention.text(CaseModel.TREATMENT_LEAD).ifPresent(users::add);
        persons.removeAll(copies.findValuesAsText("personId"));
        users.removeAll(copies.findValuesAsText("userName"));
        return Map.of("personId", persons, "userName", users);
    }

    /** Who draws up the new agreement: whom the routine names, else case worker or placement worker (PRF-26, EXT-03). */
    boolean mayAgree(Document extension, Role role) {
        List<String> named = routines.of(extension).texts("PRF-26", "by");
        return named.isEmpty()
                ? role.isCaseWorker() || role == Role.PLACEMENT_WORKER
                : CaseRoutine.isOneOf(named, role);
    }

    /** What its registration asks for: the day, and which one it is (DOC-EXT-05). */
    List<ActionInput> agreement(Document extension) {
        List<ActionInput.Choice> choices = agreements.choices(extension);
        ActionInput which = ActionInput.oneOf("newAgreement", choices);
        if (choices.size() == 1) {
            which = which.startingWith(choices.get(0).value());
        }
        return List.of(
                ActionInput.today("date").required(), agreements.isAskedFor(extension) ? which.required() : which);
    }

    /** A new agreement is drawn up, and the extension says which it is (EXT-03, DL-25, DOC-EXT-05). */
    void agree(Document extension, ExtensionState next, Act act) {
        Optional<Document> agreement = agreements.chosen(extension, act.text("newAgreement"));
        if (agreement.isEmpty()
                && (agreements.isAskedFor(extension) || act.text("newAgreement").isPresent())) {
            throw Refusal.rule("DOC-EXT-05").onField("newAgreement").violation();
        }
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ExtensionModel.AGREEMENT_ON, LawDate.toStored(date));
        agreement.ifPresent(document -> changes.put(ExtensionModel.NEW_AGREEMENT_REF, document.id()));
        step(extension, next, changes, date);
    }

    /** The agreement for the new period was drawn up in the contractor's file: the extension refers to it (DOC-EXT-05). */
    void agreed(Document extension, Document agreement, LocalDate date) {
        if (!steps(extension).asksForAgreement() || !agreements.isOfNewPeriod(extension, agreement)) {
            return;
        }
        ExtensionState state = ExtensionState.valueOf(extension.status());
        ExtensionState next = ExtensionLifecycle.TABLE
                .next(state, ExtensionAction.REGISTER_AGREEMENT)
                .orElse(state);
        step(
                extension,
                next,
                Map.of(
                        ExtensionModel.AGREEMENT_ON, LawDate.toStored(date),
                        ExtensionModel.NEW_AGREEMENT_REF, agreement.id()),
                date);
    }

    /** The open allocations get a new preliminary to-date: the new end of the grant unless another is stated (EXT-06, DL-45). */
    void prolongResource(Document extension, ExtensionState next, Act act) {
        NodeRef intervention = extension.requireIntervention();
        LocalDate to = act.text("preliminaryTo")
                .flatMap(LawDate::parse)
                .or(() -> interventions.get(intervention).date(CaseModel.GRANT_TO))
                .orElseThrow(() -> Refusal.rule("DOC-DATE", "preliminaryTo")
                        .onField("preliminaryTo")
                        .violation());
        resources.prolong(intervention, to);
        step(extension, next, Map.of(ExtensionModel.RESOURCE_UPDATED_ON, LawDate.toStored(act.today())), act.today());
    }

    /**
     * The investigation was closed, last of all: after the decision, and after the resource got its new date (EXT-06, BR-13,
     * DL-45).
     */
    void investigationClosed(Document extension, LocalDate date) {
        boolean decided = extension.isFilled(ExtensionModel.DECIDED_ON);
        boolean extended = !extension.status().equals(ExtensionState.DECIDED_NOT_EXTEND.name());
        if (!decided || extended && !extension.isFilled(ExtensionModel.RESOURCE_UPDATED_ON)) {
            throw Refusal.rule("BR-13").onField("closedDate").violation();
        }
        if (!extended) {
            return;
        }
        settle(documents.writeQuietly(
                extension, Map.of(ExtensionModel.INVESTIGATION_CLOSED_ON, LawDate.toStored(date))));
    }

    /** A new order marked as an extension was sent (EXT-08). */
    void orderSent(Document extension, LocalDate date) {
        step(
                extension,
                next(extension, ExtensionAction.SEND_ORDER),
                Map.of(ExtensionModel.ORDER_SENT_ON, LawDate.toStored(date)),
                date);
    }

    /** The period that a marked order is about says when the order was sent, whether or not an extension was considered (DL-22). */
    void noteOrder(NodeRef intervention, Optional<String> decision, LocalDate date) {
        ArrayNode periods = list(interventions.get(intervention).text(CaseModel.GRANT_PERIODS));
        for (JsonNode period : periods) {
            if (period instanceof ObjectNode entry
                    && decision.filter(entry.path("decisionId").asText("")::equals)
                            .isPresent()) {
                entry.put("orderSentOn", date.toString());
            }
        }
        interventions.write(intervention, Map.of(CaseModel.GRANT_PERIODS, periods.toString()));
    }

    private static ExtensionState next(Document extension, ExtensionAction action) {
        return ExtensionLifecycle.TABLE
                .next(ExtensionState.valueOf(extension.status()), action)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
    }

    private void step(Document extension, ExtensionState next, Map<QName, Serializable> changes, LocalDate date) {
        Map<QName, Serializable> all = new LinkedHashMap<>(changes);
        all.put(CaseModel.STATUS, next.name());
        Document moved = documents.writeQuietly(extension, all);
        notePeriod(moved);
        settle(moved);
        tell(moved, date);
    }

    private void settle(Document extension) {
        if (steps(extension).allDone(extension)) {
            documents.writeQuietly(
                    extension,
                    Map.of(
                            CaseModel.STATUS,
                            next(extension, ExtensionAction.COMPLETE).name()));
        }
    }

    /** What was done about the new period stands with it, where its deadlines look (DL-24, DL-25, DL-45). */
    private void notePeriod(Document extension) {
        NodeRef intervention = extension.requireIntervention();
        String decision = extension.text(ExtensionModel.DECISION_REF).orElse("");
        ArrayNode periods = list(interventions.get(intervention).text(CaseModel.GRANT_PERIODS));
        for (JsonNode period : periods) {
            if (period instanceof ObjectNode entry
                    && entry.path("decisionId").asText("").equals(decision)) {
                note(entry, "orderSentOn", extension.date(ExtensionModel.ORDER_SENT_ON));
                note(entry, "copySentOn", extension.date(ExtensionModel.COPY_SENT_ON));
                note(entry, "agreementOn", extension.date(ExtensionModel.AGREEMENT_ON));
                note(entry, "resourceUpdatedOn", extension.date(ExtensionModel.RESOURCE_UPDATED_ON));
            }
        }
        interventions.write(intervention, Map.of(CaseModel.GRANT_PERIODS, periods.toString()));
    }

    private static void note(ObjectNode entry, String name, Optional<LocalDate> date) {
        date.ifPresent(day -> entry.put(name, day.toString()));
    }

    private void tell(Document extension, LocalDate date) {
        events.publish(
                new ExtensionMoved(extension.caseFile(), extension.requireIntervention(), extension.node(), date));
    }

    static ArrayNode list(Optional<String> text) {
        try {
            return JSON.readTree(text.orElse("[]")) instanceof ArrayNode array ? array : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }
}
