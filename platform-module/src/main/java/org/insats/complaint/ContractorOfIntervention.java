package org.insats.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionPart;
import org.insats.casefile.Interventions;
import org.insats.casefile.Labels;
import org.insats.casefile.Role;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.match.MatchService;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * The contractor of the register that is agreed on for an intervention, and what the current user may report on them from the case:
 * a complaint at any time, feedback after the end (CMP-01, END-29). Nothing of what the register keeps is told (BR-40).
 */
public final class ContractorOfIntervention implements InterventionPart {

    private final ComplaintKind complaints;
    private final FeedbackKind feedback;
    private final ContractorService contractors;
    private final MatchService matches;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final CaseAccess access;
    private final Labels labels;
    private final ServicePerson servicePerson;

    /** Reads through the doors of the register and of the match. */
    public ContractorOfIntervention(
            ComplaintKind complaints,
            FeedbackKind feedback,
            ContractorService contractors,
            MatchService matches,
            CaseFileService caseFiles,
            Interventions interventions,
            CaseAccess access,
            Labels labels,
            ServicePerson servicePerson) {
        this.complaints = complaints;
        this.feedback = feedback;
        this.contractors = contractors;
        this.matches = matches;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.access = access;
        this.labels = labels;
        this.servicePerson = servicePerson;
    }

    @Override
    public String name() {
        return "contractor";
    }

    @Override
    public Object of(NodeRef node) {
        Intervention intervention = servicePerson.elevated(() -> interventions.get(node));
        Set<Role> roles = caseFiles.roles(CaseAccess.currentUser(), intervention.caseFile(), Optional.of(node));
        boolean works = roles.stream().anyMatch(role -> role.isCaseWorker() || role.isPlacementGroup());
        Optional<Contractor> agreed =
                servicePerson.elevated(() -> matches.registerEntry(node).flatMap(contractors::find));
        return agreed.filter(contractor -> works)
                .map(contractor -> view(contractor, intervention, roles))
                .orElse(Map.of());
    }

    private Map<String, Object> view(Contractor contractor, Intervention intervention, Set<Role> roles) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        if (mayWrite(complaints, contractor, roles)) {
            kinds.add(kind(complaints, ComplaintModel.CONCERNS_INTERVENTION, intervention));
        }
        if (mayWrite(feedback, contractor, roles) && GiveFeedback.isTime(intervention)) {
            kinds.add(kind(feedback, ComplaintModel.FEEDBACK_INTERVENTION, intervention));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", contractor.id());
        view.put("mayRead", rolesInRegister(contractor).stream().anyMatch(Role::isPlacementGroup));
        view.put("mayWrite", kinds);
        view.put("documents", reported(contractor, intervention));
        return view;
    }

    /** What was reported on the contractor from the intervention, as far as the current user may read it: a case worker's own. */
    private List<Map<String, Object>> reported(Contractor contractor, Intervention intervention) {
        String id = intervention.node().getId();
        List<Document> concerned = servicePerson.elevated(() -> Stream.concat(
                        contractors.documents(contractor, ComplaintKind.ID).stream()
                                .filter(each -> isOf(each, ComplaintModel.CONCERNS_INTERVENTION, id)),
                        contractors.documents(contractor, FeedbackKind.ID).stream()
                                .filter(each -> isOf(each, ComplaintModel.FEEDBACK_INTERVENTION, id)))
                .toList());
        return concerned.stream()
                .filter(each -> access.mayRead(each.node()))
                .map(this::line)
                .toList();
    }

    private static boolean isOf(Document document, QName field, String intervention) {
        return document.text(field).filter(intervention::equals).isPresent();
    }

    private Map<String, Object> line(Document document) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", document.id());
        view.put("label", labels.type(document.kind().type(), I18NUtil.getLocale()));
        view.put("status", document.status());
        view.put("statusLabel", labels.status(document.kind(), document.status(), I18NUtil.getLocale()));
        document.date(CaseModel.DOCUMENT_DATE).ifPresent(day -> view.put("date", day.toString()));
        return view;
    }

    /** By what somebody is in the case, as far as the register lets them too. */
    private boolean mayWrite(DocumentKind kind, Contractor contractor, Set<Role> roles) {
        return kind.mayEdit(roles) && kind.mayCreate(contractor.node(), Optional.empty(), rolesInRegister(contractor));
    }

    private Set<Role> rolesInRegister(Contractor contractor) {
        return caseFiles.roles(CaseAccess.currentUser(), contractor.node(), Optional.empty());
    }

    private Map<String, Object> kind(DocumentKind kind, QName field, Intervention intervention) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", kind.id());
        view.put("label", labels.type(kind.type(), I18NUtil.getLocale()));
        view.put("fields", Map.of(field.getLocalName(), intervention.node().getId()));
        return view;
    }
}
