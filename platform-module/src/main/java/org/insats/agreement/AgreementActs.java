package org.insats.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.AgreementDrawnUp;
import org.insats.casefile.event.AgreementTerminated;
import org.insats.contractor.Contractor;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What the placement worker does with agreements. Runs in the service person's scope, after the right was checked. */
public final class AgreementActs {

    private static final Set<String> PERSONS = Set.of("CONTACT_PERSON", "CONTACT_FAMILY");
    private static final String ACTIVITIES = "CLIENT_ACTIVITY_COST";

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final Engagements engagements;
    private final RenewalNotes renewals;
    private final CaseEvents events;

    /** Acts through the doors of the case file. */
    public AgreementActs(
            Documents documents,
            CaseFileService caseFiles,
            Engagements engagements,
            RenewalNotes renewals,
            CaseEvents events) {
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.engagements = engagements;
        this.renewals = renewals;
        this.events = events;
    }

    /** Whom it is with, who prepares it, and which one it replaces. */
    Map<QName, Serializable> defaults(Document agreement) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(AgreementModel.CONTRACTOR, engagements.keeper(agreement).id());
        values.put(AgreementModel.PREPARED_BY, agreement.text(CaseModel.AUTHOR).orElse(null));
        before(agreement).ifPresent(before -> values.put(AgreementModel.REPLACES_AGREEMENT, before.id()));
        return values;
    }

    /** The agreement for the same intervention that stands. */
    private Optional<Document> before(Document agreement) {
        Optional<String> intervention = agreement.text(AgreementModel.INTERVENTION_REF);
        return engagements.kept(engagements.keeper(agreement), AgreementKind.ID).stream()
                .filter(other -> !other.node().equals(agreement.node()))
                .filter(other -> other.status().equals(AgreementState.ESTABLISHED.name()))
                .filter(other -> other.text(AgreementModel.INTERVENTION_REF).equals(intervention))
                .reduce((earlier, later) -> later);
    }

    /** With a contact person or family everybody agrees on the start first (DOC-AGR-04, CON-06). */
    boolean isWithPerson(Document agreement) {
        return PERSONS.contains(engagements.keeper(agreement).type());
    }

    /** With a contact person or family an extension has an agreement of its own (DOC-AGR-09). */
    boolean isRenewal(Document agreement) {
        return isWithPerson(agreement) && before(agreement).isPresent();
    }

    /** The intervention exists, and the last day is not before the first. */
    void check(Document agreement) {
        agreement
                .text(AgreementModel.INTERVENTION_REF)
                .filter(id -> engagements.intervention(id).isEmpty())
                .ifPresent(id -> {
                    throw Refusal.rule("DOC-AGR-02").onField("interventionRef").violation();
                });
        Optional<LocalDate> from = agreement.date(AgreementModel.VALID_FROM);
        Optional<LocalDate> to = agreement.date(AgreementModel.VALID_TO);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw Refusal.rule("DOC-AGR-08").onField("validTo").violation();
        }
    }

    /** Drawn up, once the match stands and everybody agrees on the start (STA-03, BR-36, BR-39, INV-24). */
    void establish(Document agreement, AgreementState next, Act act) {
        documents.requireComplete(agreement, "establish");
        Contractor contractor = engagements.keeper(agreement);
        Intervention intervention = intervention(agreement);
        requireOwner(intervention, act);
        requireEngaged(agreement, contractor, intervention);
        requireWithinGrant(agreement, intervention);
        requireDecision(agreement, intervention);
        LocalDate date = act.dateOrToday("date");
        Optional<Document> before = before(agreement);
        Document drawnUp = documents.record(
                agreement,
                "establish",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(AgreementModel.ESTABLISHED_DATE, LawDate.toStored(date)));
        before.ifPresent(old -> documents.writeQuietly(
                old,
                Map.of(
                        CaseModel.STATUS, AgreementState.REPLACED.name(),
                        AgreementModel.REPLACED_BY, drawnUp.id())));
        engagements.notePaper(intervention.node(), date);
        renewals.note(intervention, agreement.date(AgreementModel.VALID_FROM).orElseThrow(), date);
        events.publish(new AgreementDrawnUp(intervention.caseFile(), intervention.node(), agreement.node(), date));
    }

    private Intervention intervention(Document agreement) {
        return agreement
                .text(AgreementModel.INTERVENTION_REF)
                .flatMap(engagements::intervention)
                .orElseThrow(() ->
                        Refusal.rule("DOC-AGR-02").onField("interventionRef").violation());
    }

    /** The placement worker of the case owns its agreement (BR-37). */
    private void requireOwner(Intervention intervention, Act act) {
        boolean owner =
                caseFiles.roles(act.userName(), intervention.caseFile(), Optional.of(intervention.node())).stream()
                        .anyMatch(Role::isPlacementGroup);
        if (!owner) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "BR-37").violation();
        }
    }

    private void requireEngaged(Document agreement, Contractor contractor, Intervention intervention) {
        if (!engagements.isApproved(contractor)) {
            throw Refusal.rule("INV-24").onField("contractor").violation();
        }
        boolean enrolled = agreement
                .date(AgreementModel.VALID_FROM)
                .filter(contractor::isUnderMunicipalAgreementOn)
                .isPresent();
        if (engagements.paper(intervention, contractor, enrolled) != Engagements.Paper.AGREEMENT) {
            throw Refusal.rule("BR-36").onField("contractor").violation();
        }
        boolean agreed = engagements
                .contractor(intervention.node())
                .filter(matched -> matched.id().equals(contractor.id()))
                .isPresent();
        boolean everybody = !isWithPerson(agreement) || agreement.isTrue(AgreementModel.START_AGREED_BY_ALL);
        if (!agreed || !everybody) {
            throw Refusal.rule("BR-39").onField("startAgreedByAll").violation();
        }
    }

    /** DOC-AGR-08. */
    private static void requireWithinGrant(Document agreement, Intervention intervention) {
        LocalDate from = agreement.date(AgreementModel.VALID_FROM).orElseThrow();
        LocalDate to = agreement.date(AgreementModel.VALID_TO).orElseThrow();
        boolean early =
                intervention.date(CaseModel.GRANT_FROM).filter(from::isBefore).isPresent();
        boolean late = intervention.date(CaseModel.GRANT_TO).filter(to::isAfter).isPresent();
        if (early || late) {
            throw Refusal.rule("DOC-AGR-08")
                    .onField(early ? "validFrom" : "validTo")
                    .violation();
        }
    }

    /** Activities are paid through the allowance only by a separate decision (BR-16, DOC-AGR-06). */
    private void requireDecision(Document agreement, Intervention intervention) {
        if (!agreement.isTrue(AgreementModel.ACTIVITY_COSTS)) {
            return;
        }
        boolean decided = agreement
                .text(AgreementModel.ACTIVITY_COST_DECISION)
                .filter(id -> engagements.isDecided(intervention, id, ACTIVITIES))
                .isPresent();
        if (!decided) {
            throw Refusal.rule("BR-16").onField("activityCostDecision").violation();
        }
    }

    /** A draft of the agreement that is to follow it, with its terms (BR-39, EXT-03). */
    void renew(Document agreement, AgreementState next, Act act) {
        Map<QName, Serializable> terms = new LinkedHashMap<>();
        for (QName term : List.of(
                AgreementModel.INTERVENTION_REF,
                AgreementModel.REMUNERATION,
                AgreementModel.EXPENSE_ALLOWANCE,
                AgreementModel.EQUIPMENT,
                AgreementModel.NOTICE_PERIOD_DAYS)) {
            Optional.ofNullable(agreement.properties().get(term)).ifPresent(value -> terms.put(term, value));
        }
        terms.put(AgreementModel.REPLACES_AGREEMENT, agreement.id());
        documents.make(new NewDocument(AgreementKind.ID, agreement.caseFile(), Optional.empty(), terms));
    }

    /** Terminated; it holds to the end of its own notice period (DL-49, END-28, DOC-AGR-10). */
    void terminate(Document agreement, AgreementState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("DOC-AGR-10").onField("reason").violation());
        LocalDate date = act.dateOrToday("date");
        int notice = agreement.properties().get(AgreementModel.NOTICE_PERIOD_DAYS) instanceof Integer days ? days : 0;
        documents.write(
                agreement,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        AgreementModel.TERMINATION_DATE, LawDate.toStored(date),
                        AgreementModel.TERMINATION_REASON, reason,
                        AgreementModel.LAST_DAY, LawDate.toStored(date.plusDays(notice))));
        Intervention intervention = intervention(agreement);
        events.publish(new AgreementTerminated(intervention.caseFile(), intervention.node(), agreement.node(), date));
    }
}
