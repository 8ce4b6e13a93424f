package org.insats.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.routine.Span;
import org.insats.routine.SpanUnit;

/** When the plan in force was established and its copy sent (DL-09, DL-10, DL-42), and how often it has the contractor report (DL-43). */
public final class PlanFacts implements FactSource {

    private final Documents documents;

    /** Reads plans through {@code documents}. */
    public PlanFacts(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        intervention
                .text(CaseModel.CURRENT_PLAN)
                .map(id -> documents.get(id))
                .filter(plan -> !plan.isFilled(CaseModel.ERRONEOUS_AT))
                .ifPresent(plan -> {
                    Optional<LocalDate> established = plan.date(PlanModel.ESTABLISHED_DATE);
                    facts.on(Fact.PLAN_ESTABLISHED, established);
                    facts.on(Fact.PLAN_COPY_SENT, plan.date(PlanModel.COPY_SENT));
                    reportInterval(plan).ifPresent(facts::reportInterval);
                });
    }

    /** How often the contractor reports, as a number and its unit, or in weeks as it was stated before (DL-43, PLN-22). */
    private static Optional<Span> reportInterval(Document plan) {
        return number(plan, PlanModel.REPORT_INTERVAL)
                .flatMap(amount ->
                        plan.text(PlanModel.REPORT_INTERVAL_UNIT).map(unit -> new Span(amount, SpanUnit.valueOf(unit))))
                .or(() -> number(plan, PlanModel.REPORT_EVERY_WEEKS).map(weeks -> new Span(weeks, SpanUnit.WEEKS)));
    }

    private static Optional<Integer> number(Document plan, QName field) {
        return plan.properties().get(field) instanceof Integer number && number > 0
                ? Optional.of(number)
                : Optional.empty();
    }
}
