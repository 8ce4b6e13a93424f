package org.insats.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.MealDeductionTold;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What is noted of meals, equipment and allowances. Runs in the service person's scope, after the right was checked. */
public final class AllowanceActs {

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final Engagements engagements;
    private final CaseEvents events;

    /** Acts through the doors of the case file. */
    public AllowanceActs(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            Engagements engagements,
            CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.engagements = engagements;
        this.events = events;
    }

    /** Where the routine has the family and the secretary told of a meal deduction (DL-51). */
    boolean hasMealDeduction(Document record) {
        return routines.of(record).hasDeadline("DL-51");
    }

    /** The case worker has told the family (STA-06). */
    void informFamily(Document record, AllowanceState next, Act act) {
        told(record, AgreementModel.FAMILY_INFORMED_AT, AgreementModel.FAMILY_INFORMED_BY, act);
    }

    /** The placement worker has told the investigation secretary (STA-06). */
    void informSecretary(Document record, AllowanceState next, Act act) {
        told(record, AgreementModel.SECRETARY_INFORMED_AT, AgreementModel.SECRETARY_INFORMED_BY, act);
    }

    private void told(Document record, QName when, QName who, Act act) {
        if (!hasMealDeduction(record)) {
            throw Refusal.rule("STA-06").violation();
        }
        LocalDate date = act.dateOrToday("date");
        documents.write(record, Map.of(when, LawDate.toStored(date), who, act.userName()));
        events.publish(new MealDeductionTold(record.caseFile(), record.requireIntervention(), record.node(), date));
    }

    /** Equipment for the contractor is the placement worker's (STA-03, BR-17). */
    void equipContractor(Document record, AllowanceState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(AgreementModel.CONTRACTOR_EQUIPMENT, act.text("text").orElseThrow(() -> Refusal.rule("DOC-MEA-03")
                .onField("text")
                .violation()));
        if (act.input().path("amount").isInt()) {
            changes.put(
                    AgreementModel.CONTRACTOR_EQUIPMENT_AMOUNT,
                    act.input().path("amount").intValue());
        }
        changes.put(AgreementModel.CONTRACTOR_EQUIPMENT_BY, act.userName());
        documents.write(record, changes);
    }

    /** What a home is paid is the placement worker's, with or without an agreement (STA-12). */
    void settleRemuneration(Document record, AllowanceState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("STA-12").onField("text").violation());
        documents.write(
                record,
                Map.of(AgreementModel.HOME_REMUNERATION, text, AgreementModel.HOME_REMUNERATION_BY, act.userName()));
    }

    /** Equipment for the client is given by the case worker's decision (STA-04, BR-17). */
    void equipClient(Document record, AllowanceState next, Act act) {
        String decision = decision(record, act, "CLIENT_EQUIPMENT")
                .orElseThrow(() -> Refusal.rule("BR-17").onField("decisionId").violation());
        documents.write(record, Map.of(AgreementModel.CLIENT_EQUIPMENT_DECISION, decision));
    }

    /** Activities are paid through the allowance by a separate decision (STA-05, BR-16). */
    void payActivities(Document record, AllowanceState next, Act act) {
        String decision = decision(record, act, "CLIENT_ACTIVITY_COST")
                .orElseThrow(() -> Refusal.rule("BR-16").onField("decisionId").violation());
        documents.write(record, Map.of(AgreementModel.ACTIVITY_COST_DECISION, decision));
    }

    private Optional<String> decision(Document record, Act act, String purpose) {
        Intervention intervention = interventions.get(record.requireIntervention());
        return act.text("decisionId").filter(id -> engagements.isDecided(intervention, id, purpose));
    }

    /** It stands. */
    void establish(Document record, AllowanceState next, Act act) {
        documents.record(record, "establish", RecordEvent.ESTABLISHED, next.name(), Map.of());
    }
}
