package org.insats.complaint;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ComplaintMoved;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;
import org.insats.routine.Setting;

/** What is done with complaints (requirements 4.10). Runs in the service person's scope, after the right was checked. */
public final class ComplaintActs {

    private static final String FEEDBACK = "FEEDBACK_AFTER_ASSIGNMENT";

    private final Documents documents;
    private final CaseTree tree;
    private final CaseFileService caseFiles;
    private final ContractorService contractors;
    private final RoutineService routines;
    private final CaseEvents events;

    /** Acts through the doors of the case file and of the register. */
    public ComplaintActs(
            Documents documents,
            CaseTree tree,
            CaseFileService caseFiles,
            ContractorService contractors,
            RoutineService routines,
            CaseEvents events) {
        this.documents = documents;
        this.tree = tree;
        this.caseFiles = caseFiles;
        this.contractors = contractors;
        this.routines = routines;
        this.events = events;
    }

    private Contractor contractor(Document complaint) {
        return contractors.ofNode(complaint.caseFile()).orElseThrow();
    }

    /** On whom it is, and when it came. */
    Map<QName, Serializable> defaults(Document complaint) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ComplaintModel.CONTRACTOR, complaint.caseFile().getId());
        values.put(ComplaintModel.RECEIVED_DATE, complaint.properties().get(CaseModel.DOCUMENT_DATE));
        ongoing(complaint).ifPresent(id -> values.put(ComplaintModel.CONCERNS_INTERVENTION, id));
        return values;
    }

    /** Feedback after the end is a record of its own, and the intervention is one of the contractor's (CMP-05). */
    void check(Document complaint) {
        if (complaint.text(ComplaintModel.KIND).filter(FEEDBACK::equals).isPresent()) {
            throw Refusal.rule("CMP-05").onField("kind").violation();
        }
        boolean known = complaint
                .text(ComplaintModel.CONCERNS_INTERVENTION)
                .map(id -> contractors.interventions(contractor(complaint)).stream()
                        .anyMatch(node -> node.getId().equals(id)))
                .orElse(true);
        if (!known) {
            throw Refusal.rule("DOC-CMP-01").onField("concernsIntervention").violation();
        }
    }

    /** The contractor's one assignment that whoever writes it works with, so that its deadlines watch it (DL-27, DL-53). */
    private Optional<String> ongoing(Document complaint) {
        if (complaint.isFilled(ComplaintModel.CONCERNS_INTERVENTION)) {
            return Optional.empty();
        }
        String author = complaint.text(CaseModel.AUTHOR).orElse("");
        List<String> known = contractors.interventions(contractor(complaint)).stream()
                .filter(node -> tree.caseFile(node)
                        .filter(file -> caseFiles.roles(author, file, Optional.of(node)).stream()
                                .anyMatch(Role::isCaseWorker))
                        .isPresent())
                .map(NodeRef::getId)
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    /**
     * A serious complaint on anybody but a foster home is shown to the section manager (CMP-03); one that concerns no
     * intervention has no deadline to watch it, and says so until it is passed on (CMP-01).
     */
    List<String> warnings(Document complaint) {
        List<String> warnings = new ArrayList<>();
        if (complaint.isTrue(ComplaintModel.SERIOUS) && !hasSeparateRoutine(complaint)) {
            warnings.add("CMP-03");
        }
        if (!complaint.isFilled(ComplaintModel.CONCERNS_INTERVENTION)
                && !complaint.isFilled(ComplaintModel.FORWARDED_AT)) {
            warnings.add("CMP-01");
        }
        return warnings;
    }

    /** Passed on at once, to the placement worker or the section manager of the contractor (CMP-01, DL-27). */
    void forward(Document complaint, ComplaintState next, Act act) {
        String to = act.text("to")
                .filter(user -> caseFiles.roles(user, complaint.caseFile(), Optional.empty()).stream()
                        .anyMatch(Role::isPlacementGroup))
                .orElseThrow(() -> Refusal.rule("CMP-01").onField("to").violation());
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ComplaintModel.FORWARDED_TO, to);
        changes.put(ComplaintModel.FORWARDED_AT, Date.from(act.now()));
        tell(documents.record(complaint, "forward", RecordEvent.SENT, next.name(), changes));
    }

    /**
     * A judgement by hand, with its reason. It takes a complaint on a foster home out of ordinary handling; on anybody else
     * it stays there, and the section manager is warned (CMP-02, CMP-03).
     */
    void judgeSerious(Document complaint, ComplaintState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("CMP-03").onField("reason").violation());
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ComplaintModel.SERIOUS, true);
        changes.put(ComplaintModel.SERIOUS_REASON, reason);
        changes.put(ComplaintModel.SERIOUS_DATE, LawDate.toStored(act.dateOrToday("date")));
        if (hasSeparateRoutine(complaint)) {
            changes.put(CaseModel.STATUS, next.name());
        }
        tell(documents.write(complaint, changes));
    }

    /** Whether the municipality has a routine of its own for reports on this sort of contractor (PRF-39, BR-101). */
    private boolean hasSeparateRoutine(Document complaint) {
        Contractor contractor = contractor(complaint);
        Optional<RoutineProfile> profile = routines.profile(contractor.profile());
        Object codes = profile.flatMap(known -> known.setting("PRF-39"))
                .flatMap((Setting setting) -> setting.entry("separateRoutine"))
                .orElse(List.of());
        return profile.stream()
                .flatMap(known -> known.services().stream())
                .filter(service -> codes instanceof List<?> list && list.contains(service.code()))
                .map(Service::type)
                .anyMatch(contractor.type()::equals);
    }

    /** The separate routine for reports against foster homes is started; its document is named here (CMP-02, DL-53). */
    void startSeparateRoutine(Document complaint, ComplaintState next, Act act) {
        String document = act.text("document")
                .orElseThrow(() -> Refusal.rule("CMP-02").onField("document").violation());
        tell(documents.write(
                complaint,
                Map.of(
                        CaseModel.STATUS,
                        next.name(),
                        ComplaintModel.SEPARATE_ROUTINE_STARTED,
                        LawDate.toStored(act.dateOrToday("date")),
                        ComplaintModel.SEPARATE_ROUTINE_DOCUMENT,
                        document)));
    }

    /** What came of it, for the case worker too (CMP-04). */
    void handle(Document complaint, ComplaintState next, Act act) {
        String outcome = act.text("outcome")
                .orElseThrow(() -> Refusal.rule("CMP-04").onField("outcome").violation());
        tell(documents.write(
                complaint,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        ComplaintModel.OUTCOME, outcome,
                        ComplaintModel.HANDLED_DATE, LawDate.toStored(act.dateOrToday("date")))));
    }

    /** The deadlines of the intervention that it concerns follow it. */
    void tell(Document complaint) {
        LocalDate date = complaint.date(ComplaintModel.RECEIVED_DATE).orElseThrow();
        complaint.text(ComplaintModel.CONCERNS_INTERVENTION).flatMap(tree::node).ifPresent(intervention -> {
            NodeRef caseFile = tree.caseFile(intervention).orElseThrow();
            events.publish(new ComplaintMoved(caseFile, intervention, complaint.node(), date));
        });
    }
}
