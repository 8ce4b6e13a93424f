package org.insats.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.decision.DecisionModel;
import org.insats.match.MatchService;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Service;
import org.insats.routine.Setting;

/** What ties a contractor of the register to an intervention: the match, the paper it asks for, separate decisions. */
public final class Engagements {

    private static final String PAPER = "PRF-26";

    /** What a contractor's engagement is written in (BR-36, SRV-RULE-04). */
    enum Paper {
        AGREEMENT,
        ENROLMENT_NOTICE,
        NONE
    }

    private final Documents documents;
    private final Interventions interventions;
    private final CaseTree tree;
    private final CaseRoutines routines;
    private final MatchService matches;
    private final ContractorService contractors;

    /** Reads through the doors of the case file, the match and the register. */
    public Engagements(
            Documents documents,
            Interventions interventions,
            CaseTree tree,
            CaseRoutines routines,
            MatchService matches,
            ContractorService contractors) {
        this.documents = documents;
        this.interventions = interventions;
        this.tree = tree;
        this.routines = routines;
        this.matches = matches;
        this.contractors = contractors;
    }

    /** The intervention with an id, if there is one. */
    Optional<Intervention> intervention(String id) {
        return tree.node(id)
                .filter(node -> tree.is(node, CaseModel.TYPE_INTERVENTION))
                .map(interventions::get);
    }

    /** The contractor of the register that is agreed on for an intervention. */
    Optional<Contractor> contractor(NodeRef intervention) {
        return matches.registerEntry(intervention).flatMap(contractors::find);
    }

    /** The contractor in whose file a document lies. */
    Contractor keeper(Document document) {
        return contractors.ofNode(document.caseFile()).orElseThrow();
    }

    /** Every contractor of the register who was ever proposed for an intervention. */
    List<Contractor> proposed(NodeRef intervention) {
        return matches.registerEntries(intervention).stream()
                .flatMap(id -> contractors.find(id).stream())
                .toList();
    }

    /** Documents of a kind kept with a contractor. */
    List<Document> kept(Contractor contractor, String kind) {
        return contractors.documents(contractor, kind);
    }

    /** Whether the contractor may be engaged at all (INV-24). */
    boolean isApproved(Contractor contractor) {
        return contractors.approval(contractor).isGiven();
    }

    /**
     * What the engagement is written in: a home under agreement with the municipality is enrolled in where the routine has
     * that for its service; else what the routine states for the service, and for want of that an agreement (BR-36, STA-13).
     *
     * @param underAgreement whether the municipality has an agreement with the home
     */
    Paper paper(Intervention intervention, Contractor contractor, boolean underAgreement) {
        List<String> stated = stated(routines.of(intervention), contractor.type());
        if (underAgreement && stated.contains(Paper.ENROLMENT_NOTICE.name())) {
            return Paper.ENROLMENT_NOTICE;
        }
        return !stated.isEmpty() && stated.stream().allMatch(Paper.NONE.name()::equals) ? Paper.NONE : Paper.AGREEMENT;
    }

    private static List<String> stated(CaseRoutine routine, String type) {
        Optional<Setting> setting = routine.setting(PAPER);
        return routine.profile().stream()
                .map(RoutineProfile::services)
                .flatMap(List::stream)
                .filter(service -> service.type().equals(type))
                .map(Service::code)
                .flatMap(code -> setting.flatMap(known -> known.entry(code)).stream())
                .map(String::valueOf)
                .toList();
    }

    /** Whether a separate decision for a purpose was made in the case of an intervention (BR-16, BR-17, ORD-87). */
    boolean isDecided(Intervention intervention, String decisionId, String purpose) {
        return tree.node(decisionId)
                .filter(node -> tree.is(node, CaseModel.TYPE_CASE_DOCUMENT))
                .map(node -> documents.get(node))
                .filter(decision -> decision.caseFile().equals(intervention.caseFile()))
                .filter(decision -> decision.kind().id().equals("decision"))
                .filter(decision -> decision.isFilled(CaseModel.RECORDED_AT))
                .filter(decision -> !decision.isFilled(CaseModel.ERRONEOUS_AT))
                .filter(decision -> decision.text(DecisionModel.SPECIAL_PURPOSE)
                        .filter(purpose::equals)
                        .isPresent())
                .isPresent();
    }

    /** Keeps with the match, in the client's case, that the paper was drawn up (RET-17). */
    void notePaper(NodeRef intervention, LocalDate date) {
        matches.noteAgreement(intervention, date);
    }
}
