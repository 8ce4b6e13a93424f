package org.insats.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.platform.LawDate;

/** Cases to measure with: a decision, an order that was received, and so a check of the execution that falls due. */
final class BenchmarkCases {

    private static final String DECISION = "http://insats.org/model/decision/1.0";
    private static final String ORDER = "http://insats.org/model/order/1.0";
    private static final int DAYS_SINCE_RECEIPT = 10;
    private static final int DAYS_GRANTED = 300;

    private final Desk desk;
    private final CaseFileService caseFiles;
    private final Documents documents;
    private final Interventions interventions;
    private final NodeService nodes;
    private final Clock clock;

    BenchmarkCases(
            Desk desk,
            CaseFileService caseFiles,
            Documents documents,
            Interventions interventions,
            NodeService nodes,
            Clock clock) {
        this.desk = desk;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.interventions = interventions;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** A case and its one intervention. */
    record Opened(CaseFile caseFile, NodeRef intervention) {}

    /** Opens a case as the benchmark's case worker. */
    Opened open() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("profile", "motala-srv");
        request.put("unit", Desk.UNIT);
        request.put("service", "OPEN_CARE");
        request.put("performerUnit", Desk.UNIT);
        request.putObject("client").put("name", "Test Testsson").put("birthDate", "2013-05-14");
        CaseFile caseFile = desk.asUser(() -> desk.inTransaction(() -> caseFiles.open(request)));
        NodeRef intervention =
                desk.asService(() -> nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_INTERVENTION))
                        .get(0)
                        .getChildRef());
        return new Opened(caseFile, intervention);
    }

    /** Opens a case whose order was received so long ago that the check of its execution (DL-06) is due soon. */
    Opened openWithOrder() {
        Opened opened = open();
        desk.asService(() -> order(opened));
        return opened;
    }

    private Void order(Opened opened) {
        LocalDate today = LawDate.today(clock);
        LocalDate received = today.minusDays(DAYS_SINCE_RECEIPT);
        Document decision = make(
                opened,
                "decision",
                Map.of(
                        QName.createQName(DECISION, "decisionType"), "GRANT",
                        QName.createQName(DECISION, "decisionDate"), LawDate.toStored(received),
                        QName.createQName(DECISION, "grantFrom"), LawDate.toStored(received),
                        QName.createQName(DECISION, "grantTo"), LawDate.toStored(received.plusDays(DAYS_GRANTED))));
        Date at = LawDate.toStored(received);
        Document order = make(
                opened,
                "order",
                Map.of(
                        CaseModel.STATUS,
                        "RECEIVED",
                        CaseModel.SENT_AT,
                        at,
                        QName.createQName(ORDER, "receivedAt"),
                        at,
                        QName.createQName(ORDER, "decisionRef"),
                        decision.id()));
        Map<QName, Serializable> state = new HashMap<>();
        state.put(CaseModel.INTERVENTION_STATE, "ORDERED");
        state.put(CaseModel.GRANT_STATE, "GRANTED");
        state.put(CaseModel.GRANT_FROM, LawDate.toStored(received));
        state.put(CaseModel.GRANT_TO, LawDate.toStored(received.plusDays(DAYS_GRANTED)));
        state.put(
                CaseModel.GRANT_PERIODS,
                "[{\"from\":\"%s\",\"to\":\"%s\",\"decisionId\":\"%s\"}]"
                        .formatted(received, received.plusDays(DAYS_GRANTED), decision.id()));
        state.put(CaseModel.CURRENT_ORDER, order.id());
        interventions.write(opened.intervention(), state);
        return null;
    }

    private Document make(Opened opened, String kind, Map<QName, Serializable> fields) {
        Document made = documents.make(
                new NewDocument(kind, opened.caseFile().node(), Optional.of(opened.intervention()), fields));
        // The kind's own defaults may have filled what a later act sets; what was asked for holds.
        Map<QName, Serializable> wanted = new HashMap<>(fields);
        wanted.entrySet()
                .removeIf(field -> field.getValue().equals(made.properties().get(field.getKey())));
        return wanted.isEmpty() ? made : documents.writeQuietly(made, wanted);
    }

    /** Creates a document as the user who is logged in, in the transaction that runs. */
    Document document(Opened opened, String kind, ObjectNode fields) {
        return documents.create(
                opened.caseFile().caseNumber(), kind, opened.intervention().getId(), fields);
    }
}
