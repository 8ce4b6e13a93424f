package org.insats.assignment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.AssignmentCommunicated;
import org.insats.casefile.event.ConsentGiven;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What is done with an assignment: communicated, consented to, issued with the order (DOC-ENUM-34, ORD-08). */
public final class StandardAssignments implements AssignmentService {

    static final String SUBJECT = "ASSIGNMENT_CONTENT";
    static final String COMMUNICATE = "communicate";
    static final String CONSENT = "consent";
    static final String ISSUE = "issue";

    private final Documents documents;
    private final Interventions interventions;
    private final Goals goals;
    private final Consents consents;
    private final CaseEvents events;

    /** Creates it. */
    public StandardAssignments(
            Documents documents, Interventions interventions, Goals goals, Consents consents, CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.goals = goals;
        this.consents = consents;
        this.events = events;
    }

    /** CON-01: the content was communicated with the family on a day. The goals get their identity now. */
    void communicate(Document document, Act act) {
        documents.requireComplete(document, COMMUNICATE);
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.COMMUNICATED_WITH_FAMILY, LawDate.toStored(date));
        changes.put(CaseModel.STATUS, "COMMUNICATED");
        goals.identify(document).ifPresent(text -> changes.put(CaseModel.GOALS, text));
        documents.write(document, changes);
        NodeRef intervention = document.requireIntervention();
        interventions.write(intervention, Map.of(CaseModel.CURRENT_ASSIGNMENT, document.id()));
        events.publish(new AssignmentCommunicated(document.caseFile(), intervention, document.node(), date));
    }

    /** CON-02: one person's answer, as a consent record of its own; the assignment is consented when the family's is complete. */
    void consent(Document document, Act act) {
        Document record = documents.make(
                new NewDocument("consent", document.caseFile(), document.intervention(), answer(document, act)));
        documents.record(record, "establish", RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
        Optional<LocalDate> complete = consents.familyConsent(document, SUBJECT, act.today());
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.CONSENT, jsonList(consents.of(document, SUBJECT)));
        changes.put(CaseModel.STATUS, complete.isPresent() ? "CONSENTED" : "COMMUNICATED");
        documents.write(document, changes);
        complete.ifPresent(date -> events.publish(
                new ConsentGiven(document.caseFile(), document.requireIntervention(), document.node(), SUBJECT, date)));
    }

    private static Map<QName, Serializable> answer(Document document, Act act) {
        Map<QName, Serializable> fields = new HashMap<>();
        fields.put(CaseModel.CONSENT_PERSON, required(act, "personId"));
        fields.put(CaseModel.CAPACITY, required(act, "capacity"));
        fields.put(CaseModel.ANSWER, required(act, "answer"));
        fields.put(CaseModel.SUBJECT, SUBJECT);
        fields.put(CaseModel.FORM, act.text("form").orElse(null));
        fields.put(CaseModel.DOCUMENT_DATE, LawDate.toStored(act.dateOrToday("date")));
        fields.put(CaseModel.DOCUMENT_REF, document.id());
        fields.put(CaseModel.AUTHOR, act.userName());
        return fields;
    }

    private static String required(Act act, String field) {
        return act.text(field)
                .orElseThrow(
                        () -> Refusal.rule("MANDATORY", field).onField(field).violation());
    }

    private static String jsonList(List<String> ids) {
        List<String> quoted = new ArrayList<>();
        ids.forEach(id -> quoted.add('"' + id + '"'));
        return "[" + String.join(",", quoted) + "]";
    }

    @Override
    public void requireConsented(NodeRef assignment) {
        String status = documents.get(assignment).status();
        if (status.equals("DRAFT")) {
            throw Refusal.rule("CON-01").onField("assignmentRef").violation();
        }
        if (status.equals("COMMUNICATED")) {
            throw Refusal.rule("CON-02").onField("assignmentRef").violation();
        }
    }

    @Override
    public Document issue(NodeRef assignment, LocalDate date) {
        Document document = documents.get(assignment);
        if (document.status().equals("ISSUED")) {
            return document;
        }
        requireConsented(assignment);
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.ISSUED_DATE, LawDate.toStored(date));
        changes.put(
                AssignmentModel.PERFORMER,
                document.text(AssignmentModel.PERFORMER)
                        .or(() -> interventions
                                .get(document.requireIntervention())
                                .text(CaseModel.PERFORMER_UNIT))
                        .orElse(null));
        return documents.record(document, ISSUE, RecordEvent.SENT, "ISSUED", changes);
    }
}
