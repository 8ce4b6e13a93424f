package org.insats.extension;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alfresco.model.ContentModel;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.KeptElsewhere;
import org.insats.platform.LawDate;

/**
 * Which agreements an extension may refer to as its new one (DOC-EXT-05): those drawn up with the contractor for the new period,
 * or, with a contractor who is in no register, the copy that has come into the case.
 */
public final class NewAgreements {

    private static final String URI = "http://insats.org/model/agreement/1.0";
    private static final QName VALID_FROM = QName.createQName(URI, "validFrom");
    private static final QName VALID_TO = QName.createQName(URI, "validTo");
    private static final Set<String> WITH_PERSONS = Set.of("CONTACT_PERSON", "CONTACT_FAMILY");

    private final Documents documents;
    private final Interventions interventions;
    private final KeptElsewhere keptElsewhere;

    /** Finds them in the case and with its contractors. */
    public NewAgreements(Documents documents, Interventions interventions, KeptElsewhere keptElsewhere) {
        this.documents = documents;
        this.interventions = interventions;
        this.keptElsewhere = keptElsewhere;
    }

    /** With a contact person or family the extension names it (DOC-EXT-05). */
    boolean isAskedFor(Document extension) {
        return extension
                .intervention()
                .map(node -> interventions.get(node).service())
                .filter(WITH_PERSONS::contains)
                .isPresent();
    }

    /** Those that may be chosen; none while the form is only described. */
    List<ActionInput.Choice> choices(Document extension) {
        return extension.intervention().stream()
                .flatMap(intervention -> all(extension))
                .map(document -> ActionInput.Choice.of(
                        document.id(), String.valueOf(document.properties().get(ContentModel.PROP_NAME))))
                .toList();
    }

    /** The one chosen; without a choice the one in the contractor's file, where there is no other. */
    Optional<Document> chosen(Document extension, Optional<String> id) {
        if (id.isPresent()) {
            return all(extension)
                    .filter(document -> document.id().equals(id.get()))
                    .findFirst();
        }
        List<Document> kept = withContractor(extension).toList();
        return kept.size() == 1 ? Optional.of(kept.get(0)) : Optional.empty();
    }

    private Stream<Document> all(Document extension) {
        return Stream.concat(
                withContractor(extension),
                documents.inCase(extension.caseFile()).stream()
                        .filter(document -> document.kind().id().equals("incomingDocument"))
                        .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT)));
    }

    private Stream<Document> withContractor(Document extension) {
        return extension.intervention().stream()
                .flatMap(intervention -> keptElsewhere.about(intervention).stream())
                .filter(document -> isOfNewPeriod(extension, document));
    }

    /** Whether an agreement stands that holds in the period that the extension is about. */
    boolean isOfNewPeriod(Document extension, Document agreement) {
        if (!agreement.kind().id().equals("agreement") || !agreement.status().equals("ESTABLISHED")) {
            return false;
        }
        Intervention intervention = interventions.get(extension.requireIntervention());
        String decision = extension.text(ExtensionModel.DECISION_REF).orElse("");
        return StreamSupport.stream(
                        ExtensionActs.list(intervention.text(CaseModel.GRANT_PERIODS))
                                .spliterator(),
                        false)
                .filter(period -> period.path("decisionId").asText("").equals(decision))
                .anyMatch(period -> overlaps(agreement, period));
    }

    private static boolean overlaps(Document agreement, JsonNode period) {
        Optional<LocalDate> from = LawDate.parse(period.path("from").asText(""));
        Optional<LocalDate> to = LawDate.parse(period.path("to").asText(""));
        boolean endsBefore = agreement
                .date(VALID_TO)
                .filter(last -> from.filter(last::isBefore).isPresent())
                .isPresent();
        boolean beginsAfter = agreement
                .date(VALID_FROM)
                .filter(first -> to.filter(first::isAfter).isPresent())
                .isPresent();
        return !endsBefore && !beginsAfter;
    }
}
