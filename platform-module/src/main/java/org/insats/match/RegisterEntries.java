package org.insats.match;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.Person;
import org.insats.casefile.Role;
import org.insats.contractor.Approval;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * Contractors of the register in a match. Who they are is copied to a person of the case, with the access list of the case's
 * people: those who work in the case see who is proposed, and nothing of what the register keeps (BR-40).
 */
public final class RegisterEntries {

    private static final String INVESTIGATION = "PRF-11";
    private static final List<String> NO_INVESTIGATION = List.of("NONE", "OPTIONAL");
    private static final String HVB = "RESIDENTIAL_CARE_HOME";
    private static final String REASON = "reasonNotAgreementHome";

    private final ContractorService contractors;
    private final Matches matches;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final CaseRoutines routines;

    /** Reads the register through its door. */
    public RegisterEntries(
            ContractorService contractors,
            Matches matches,
            CaseFileService caseFiles,
            Interventions interventions,
            CaseRoutines routines) {
        this.contractors = contractors;
        this.matches = matches;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.routines = routines;
    }

    private Optional<Contractor> of(Document match) {
        return match.text(MatchModel.REGISTER_ENTRY).flatMap(contractors::find);
    }

    /** What it changes on a match that a contractor of the register is proposed (MAT-01). */
    Map<QName, Serializable> proposed(Document match, Act act) {
        Contractor contractor = act.text("registerId")
                .flatMap(contractors::find)
                .filter(found -> keeps(act.userName(), found))
                .orElseThrow(() -> Refusal.rule("MAT-01").onField("registerId").violation());
        String service = interventions
                .get(match.requireIntervention())
                .text(CaseModel.SERVICE)
                .orElse("");
        if (!contractor.type().equals(service)) {
            throw Refusal.rule("MAT-01").onField("registerId").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(MatchModel.REGISTER_ENTRY, contractor.id());
        changes.put(MatchModel.PROPOSED_CONTRACTOR, person(match, contractor));
        act.text(REASON)
                .ifPresent(text -> changes.put(CaseModel.OVERRIDES, new Overrides(match).with(REASON, text, act)));
        return changes;
    }

    private boolean keeps(String userName, Contractor contractor) {
        return caseFiles.roles(userName, contractor.node(), Optional.empty()).stream()
                .anyMatch(Role::isPlacementGroup);
    }

    private String person(Document match, Contractor contractor) {
        return matches.earlier(match.requireIntervention(), contractor.id())
                .flatMap(earlier -> earlier.text(MatchModel.PROPOSED_CONTRACTOR))
                .orElseGet(() -> caseFiles.newPerson(match.caseFile(), copy(contractor)));
    }

    private ObjectNode copy(Contractor contractor) {
        Person known = contractors
                .person(contractor)
                .orElseThrow(() -> Refusal.rule("MAT-01").onField("registerId").violation());
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("relation", "CONTRACTOR");
        person.put("name", known.text(CaseModel.PERSON_NAME).orElse(""));
        known.text(CaseModel.CONTACT_DETAILS).ifPresent(text -> person.put("contactDetails", text));
        person.put("protectedIdentity", Boolean.TRUE.equals(known.properties().get(CaseModel.PROTECTED_IDENTITY)));
        return person;
    }

    /** Whether homes under agreement were passed by without a written reason (BR-30, INV-21). */
    boolean isPassedBy(Document match) {
        boolean reasoned = match.text(CaseModel.OVERRIDES)
                .filter(text -> text.contains("\"field\":\"" + REASON + '"'))
                .isPresent();
        return !reasoned
                && of(match)
                        .filter(contractor -> contractor.type().equals(HVB))
                        .filter(contractor -> contractors.approval(contractor).state() != Approval.State.EXEMPT)
                        .isPresent();
    }

    /** Whether an investigation of the proposed contractor is asked for and not done; urgency does not lift it (TMP-43). */
    boolean isUnapproved(Document match) {
        return of(match)
                .filter(contractor -> !contractors.approval(contractor).isGiven())
                .isPresent();
    }

    /**
     * What agreeing on it changes: a contractor who is registered as a resource is so for every assignment (DOC-CTR-05).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-INV-24} unless the contractor is approved, or the routine asks for
     *     no investigation
     */
    Map<QName, Serializable> agreed(Document match) {
        Optional<Contractor> contractor = of(match);
        boolean approved = contractor
                .map(entry -> contractors.approval(entry).isGiven())
                .orElseGet(() -> !asksForInvestigation(match));
        if (!approved) {
            throw Refusal.rule("INV-24").onField("proposedContractor").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        contractor.flatMap(Contractor::registeredAsResource).ifPresent(date -> {
            changes.put(MatchModel.REGISTERED_AS_RESOURCE, LawDate.toStored(date));
            contractor.flatMap(Contractor::registeredBy).ifPresent(user -> changes.put(MatchModel.REGISTERED_BY, user));
        });
        return changes;
    }

    /** Whether the routine has contractors investigated before they are engaged, so that none is agreed on but through the register. */
    boolean asksForInvestigation(Document match) {
        return routines.of(match).texts(INVESTIGATION).stream()
                .anyMatch(variant -> !NO_INVESTIGATION.contains(variant));
    }

    /** The register keeps that it was agreed on (DOC-CTR-06). */
    void note(Document match, LocalDate date) {
        of(match)
                .ifPresent(contractor ->
                        contractors.noteAssignment(contractor, match.requireIntervention(), match.caseNumber(), date));
    }

    /** The register keeps that it is a resource (DOC-CTR-05). */
    void noteResource(Document match, LocalDate date, String userName) {
        of(match).ifPresent(contractor -> contractors.noteResource(contractor, date, userName));
    }
}
