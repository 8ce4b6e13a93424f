package org.insats.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.event.AgreementDrawnUp;
import org.insats.casefile.event.DecisionMade;
import org.insats.casefile.event.FollowUpDocumented;
import org.insats.casefile.event.InvestigationClosed;
import org.insats.casefile.event.OrderSent;
import org.insats.decision.DecisionModel;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Holds a continued grant to the sequence of its routine, and notes on the extension what other rooms do about it (EXT-02..09,
 * BR-13..15). What it refuses is undone with the act that told of it.
 */
public final class ExtensionListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final Set<String> OPEN = Set.of("CONSIDERED", "INVESTIGATION");
    private static final QName OUTCOME = QName.createQName("http://insats.org/model/followup/1.0", "outcome");
    private static final QName ORDER_KIND = QName.createQName("http://insats.org/model/order/1.0", "orderKind");

    private static final QName EXTENSION_DECISION =
            QName.createQName("http://insats.org/model/order/1.0", "extensionDecision");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final ExtensionActs acts;
    private final NodeService nodes;
    private final Clock clock;

    /** Reads and writes through the doors of the case file. */
    public ExtensionListener(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            ExtensionActs acts,
            NodeService nodes,
            Clock clock) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.acts = acts;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof DecisionMade made) {
            Document decision = documents.get(made.document());
            if (is(decision, DecisionModel.DECISION_TYPE, "CONTINUED_GRANT")) {
                continued(made, decision);
            }
        } else if (event.getPayload() instanceof FollowUpDocumented documented) {
            consider(documented);
        } else if (event.getPayload() instanceof AgreementDrawnUp drawnUp) {
            inState(drawnUp.intervention(), Set.of("DECIDED_CONTINUE", "COPIES_SENT"))
                    .ifPresent(extension -> acts.agreed(extension, documents.get(drawnUp.document()), drawnUp.date()));
        } else if (event.getPayload() instanceof InvestigationClosed closed) {
            investigationClosed(closed);
        } else if (event.getPayload() instanceof OrderSent sent) {
            Document order = documents.get(sent.document());
            if (is(order, ORDER_KIND, "EXTENSION")) {
                acts.noteOrder(sent.intervention(), order.text(EXTENSION_DECISION), sent.date());
                inState(sent.intervention(), Set.of("DECIDED_CONTINUE"))
                        .ifPresent(extension -> acts.orderSent(extension, sent.date()));
            }
        }
    }

    /** An investigation that an extension waits for is closed last (BR-13), where the routine guides the sequence. */
    private void investigationClosed(InvestigationClosed closed) {
        if (closed.intervention() == null
                || !new ExtensionSteps(routines.of(interventions.get(closed.intervention()))).isGuided()) {
            return;
        }
        of(closed.intervention())
                .filter(extension -> is(
                        extension,
                        ExtensionModel.INVESTIGATION_REF,
                        closed.document().getId()))
                .reduce((earlier, later) -> later)
                .ifPresent(extension -> acts.investigationClosed(extension, closed.date()));
    }

    private static boolean is(Document document, QName field, String value) {
        return document.text(field).filter(value::equals).isPresent();
    }

    /** A follow-up whose outcome is to extend begins the consideration (FUP-34). */
    private void consider(FollowUpDocumented documented) {
        Document followUp = documents.get(documented.document());
        boolean extend = StreamSupport.stream(
                        ExtensionActs.list(followUp.text(OUTCOME)).spliterator(), false)
                .anyMatch(outcome -> outcome.asText().equals("EXTEND"));
        if (extend && inState(documented.intervention(), OPEN).isEmpty()) {
            documents.make(new NewDocument(
                    ExtensionKind.ID,
                    documented.caseFile(),
                    Optional.of(documented.intervention()),
                    Map.of(ExtensionModel.FOLLOW_UP_REF, followUp.id())));
        }
    }

    private void continued(DecisionMade made, Document decision) {
        LocalDate date = decision.date(DecisionModel.DECISION_DATE).orElseGet(() -> LawDate.today(clock));
        requireNoUnexplainedGap(made, decision, date);
        Optional<Document> extension = inState(made.intervention(), OPEN);
        ExtensionSteps steps = new ExtensionSteps(routines.of(interventions.get(made.intervention())));
        if (steps.isGuided()) {
            requireSequence(extension, date);
        }
        extension.ifPresent(considered -> acts.decided(considered, decision, date));
    }

    /** Investigation, journal note and decision basis come first, and the three conditions hold (EXT-05, EXT-06). */
    private void requireSequence(Optional<Document> extension, LocalDate date) {
        Document considered = extension
                .filter(document -> document.isFilled(ExtensionModel.INVESTIGATION_REF))
                .orElseThrow(
                        () -> Refusal.rule("BR-13").onField("investigationRef").violation());
        if (!acts.rule(considered, date).isExtended()) {
            throw Refusal.rule("BR-14").onField("decisionType").violation();
        }
        String investigation = considered.text(ExtensionModel.INVESTIGATION_REF).orElse("");
        boolean noted = established(considered, "journalNote", CaseModel.NOTE_TYPE, "EXTENSION_INVESTIGATION")
                .filter(note -> is(note, CaseModel.RELATED_TO, investigation))
                .isPresent();
        boolean based = established(considered, "decisionBasis", DecisionModel.BASIS_KIND, "EXTENSION")
                .isPresent();
        if (!noted || !based) {
            throw Refusal.rule("BR-13")
                    .onField(noted ? "decisionBasisRef" : "journalNote")
                    .violation();
        }
    }

    /** The latest of a kind that stands and was made in this extension. */
    private Optional<Document> established(Document extension, String kind, QName field, String value) {
        LocalDate since = extension.date(CaseModel.DOCUMENT_DATE).orElse(LocalDate.MIN);
        return documents.inCase(extension.caseFile()).stream()
                .filter(document -> document.kind().id().equals(kind))
                .filter(document -> document.status().equals("ESTABLISHED"))
                .filter(document -> is(document, field, value))
                .filter(document -> !document.date(CaseModel.DOCUMENT_DATE)
                        .orElse(LocalDate.MIN)
                        .isBefore(since))
                .reduce((earlier, later) -> later);
    }

    /** A gap between the periods, or a decision after the old one ended, is explained (EXT-09). */
    private void requireNoUnexplainedGap(DecisionMade made, Document decision, LocalDate decidedOn) {
        ArrayNode periods =
                ExtensionActs.list(interventions.get(made.intervention()).text(CaseModel.GRANT_PERIODS));
        Optional<LocalDate> formerEnd = StreamSupport.stream(periods.spliterator(), false)
                .filter(period -> !period.path("decisionId").asText("").equals(decision.id()))
                .map((JsonNode period) ->
                        LawDate.parse(period.path("to").asText("")).orElse(LocalDate.MIN))
                .max(Comparator.naturalOrder());
        boolean gap = formerEnd
                .filter(end -> made.grantFrom().isAfter(end.plusDays(1)) || decidedOn.isAfter(end))
                .isPresent();
        if (gap && !new Overrides(decision).excuses(DecisionModel.GRANT_FROM.getLocalName())) {
            throw Refusal.rule("EXT-09", formerEnd.get().toString())
                    .onField("grantFrom")
                    .violation();
        }
    }

    private Optional<Document> inState(NodeRef intervention, Set<String> states) {
        return of(intervention)
                .filter(document -> states.contains(document.status()))
                .reduce((earlier, later) -> later);
    }

    private Stream<Document> of(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(ExtensionModel.TYPE_EXTENSION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node));
    }
}
