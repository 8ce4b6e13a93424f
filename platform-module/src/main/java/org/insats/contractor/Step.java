package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;

/**
 * A step that a contractor investigation may have to contain before it is approved (INV-01..08). Which ones a variant has is
 * data: the checklist of the routine profile (PRF-11).
 */
enum Step {
    HOME_VISIT(filled(ContractorModel.HOME_VISIT)),
    FIRST_HOME_VISIT(filled(ContractorModel.FIRST_HOME_VISIT)),
    VISIT(filled(ContractorModel.VISIT)),
    INFORMATION(investigation -> investigation.isTrue(ContractorModel.INFORMATION_GIVEN)),
    HOUSING(filled(ContractorModel.HOUSING_ASSESSED)),
    HOUSING_AND_AREA(filled(ContractorModel.HOUSING_AND_AREA)),
    APPLICATION(filled(ContractorModel.APPLICATION)),
    INTERVIEW(filled(ContractorModel.INTERVIEW)),
    DEPTH_INTERVIEW_1(filled(ContractorModel.DEPTH_INTERVIEW_1)),
    DEPTH_INTERVIEW_2(filled(ContractorModel.DEPTH_INTERVIEW_2)),
    SUPPLEMENTARY_INTERVIEW(filled(ContractorModel.SUPPLEMENTARY_INTERVIEW)),
    ELIGIBILITY(filled(ContractorModel.ELIGIBILITY)),
    /** Every topic of the checklist has been talked about. */
    TOPICS(investigation -> Checklist.of(investigation).topics().stream()
            .allMatch(topic -> list(investigation, ContractorModel.TOPICS)
                    .findValuesAsText("topic")
                    .contains(topic.id()))),
    /** One interview with each child of the home; none only where it has none (INV-15). */
    CHILD_INTERVIEWS(investigation ->
            investigation.properties().get(ContractorModel.CHILDREN_IN_HOME) instanceof Integer children
                    && list(investigation, ContractorModel.CHILD_INTERVIEWS).size() >= children),
    EXTRACT_SOCIAL_REGISTER(extract("SOCIAL_REGISTER")),
    EXTRACT_SUSPICION_REGISTER(extract("SUSPICION_REGISTER")),
    EXTRACT_CRIMINAL_REGISTER(extract("CRIMINAL_REGISTER")),
    EXTRACT_ENFORCEMENT_AUTHORITY(extract("ENFORCEMENT_AUTHORITY")),
    REFERENCES(investigation -> !list(investigation, ContractorModel.REFERENCES).isEmpty()),
    /** From some persons, so from more than one (INV-03). */
    SEVERAL_REFERENCES(
            investigation -> list(investigation, ContractorModel.REFERENCES).size() > 1),
    IVO_CHECK(filled(ContractorModel.IVO_CHECK)),
    /** Made jointly in the placement group, not by one worker (INV-18). */
    JOINT_ASSESSMENT(investigation -> list(investigation, ContractorModel.JOINT_ASSESSMENT)
                    .path("participants")
                    .size()
            > 1),
    ASSESSMENT(filled(ContractorModel.ASSESSMENT)),
    PROPOSAL(filled(ContractorModel.PROPOSAL));

    private final Predicate<Document> done;

    Step(Predicate<Document> done) {
        this.done = done;
    }

    /** Whether the investigation as it stands contains it. */
    boolean isDone(Document investigation) {
        return done.test(investigation);
    }

    private static Predicate<Document> filled(QName property) {
        return investigation -> investigation.isFilled(property);
    }

    /** The extract has come, and what it showed is noted (INV-16). */
    private static Predicate<Document> extract(String register) {
        return investigation -> {
            for (JsonNode extract : list(investigation, ContractorModel.REGISTER_EXTRACTS)) {
                if (register.equals(extract.path("register").asText())) {
                    return extract.hasNonNull("received") && extract.hasNonNull("result");
                }
            }
            return false;
        };
    }

    private static JsonNode list(Document investigation, QName property) {
        return investigation.text(property).map(JsonTexts::read).orElseGet(MissingNode::getInstance);
    }
}
