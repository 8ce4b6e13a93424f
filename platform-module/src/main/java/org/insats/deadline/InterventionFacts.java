package org.insats.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Grant;
import org.insats.platform.LawDate;
import org.insats.routine.RoutineProfile;

/** Gathers what is known of an intervention, from its own node and from the rooms. */
final class InterventionFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final QName DECISION_DATE =
            QName.createQName("http://insats.org/model/decision/1.0", "decisionDate");

    private final CaseFileService caseFiles;
    private final Documents documents;
    private final FactNodes nodes;
    private final List<FactSource> sources;

    InterventionFacts(CaseFileService caseFiles, Documents documents, FactNodes nodes, List<FactSource> sources) {
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.nodes = nodes;
        this.sources = List.copyOf(sources);
    }

    /** Does work that reads the same folders as the facts do, and writes nothing. */
    <T> T readingOnce(Supplier<T> work) {
        return nodes.once(work);
    }

    /** @param deadlines those of the intervention */
    CaseFacts of(Intervention intervention, RoutineProfile profile, Collection<LiveDeadline> deadlines) {
        return nodes.once(() -> gather(intervention, profile, deadlines));
    }

    private CaseFacts gather(Intervention intervention, RoutineProfile profile, Collection<LiveDeadline> deadlines) {
        CaseFacts.Builder facts = CaseFacts.builder();
        intervention.text(CaseModel.PERFORMER_UNIT).flatMap(profile::meetingOf).ifPresent(facts::weeklyMeeting);
        caseFiles.client(intervention.caseFile()).birthDate().ifPresent(facts::birthDate);
        facts.on(Fact.INTERVENTION_START, intervention.date(CaseModel.START_DATE));
        grants(intervention, facts);
        own(intervention, facts);
        registered(deadlines, facts);
        sources.forEach(source -> source.tell(intervention, facts));
        return facts.build();
    }

    private void grants(Intervention intervention, CaseFacts.Builder facts) {
        JsonNode periods = read(intervention.text(CaseModel.GRANT_PERIODS), "[]");
        for (JsonNode period : periods) {
            LawDate.parse(period.path("from").asText())
                    .ifPresent(from -> LawDate.parse(period.path("to").asText())
                            .ifPresent(to -> facts.grant(new Grant(
                                    from,
                                    to,
                                    decidedOn(period.path("decisionId").asText()),
                                    date(period, "orderSentOn"),
                                    date(period, "copySentOn"),
                                    date(period, "agreementOn"),
                                    date(period, "resourceUpdatedOn")))));
        }
        if (!periods.isEmpty()) {
            facts.on(
                    Fact.DECISION_MADE,
                    decidedOn(periods.get(0).path("decisionId").asText()));
        }
        if (periods.isEmpty()) {
            intervention.date(CaseModel.GRANT_FROM).ifPresent(from -> intervention
                    .date(CaseModel.GRANT_TO)
                    .ifPresent(to -> facts.grant(Grant.of(from, to))));
        }
    }

    private Optional<LocalDate> decidedOn(String decisionId) {
        return decisionId.isEmpty()
                ? Optional.empty()
                : documents.get(decisionId).date(DECISION_DATE);
    }

    private static Optional<LocalDate> date(JsonNode period, String name) {
        return LawDate.parse(period.path(name).asText(""));
    }

    /** Acts registered as done on their deadlines; of several of one key the latest counts. A report is a fact of its own. */
    private static void registered(Collection<LiveDeadline> deadlines, CaseFacts.Builder facts) {
        Map<String, LiveDeadline> latest = new HashMap<>();
        deadlines.forEach(deadline -> latest.merge(
                deadline.key(), deadline, (one, other) -> one.occurrence() >= other.occurrence() ? one : other));
        latest.values().forEach(deadline -> deadline.doneDate().ifPresent(done -> {
            facts.done(deadline.key(), done);
            if (deadline.act() == TaskAct.CONTRACTOR_REPORT) {
                facts.contractorReport(done);
            }
        }));
    }

    /** Dates and answers that have no document of their own ({@code ins:facts}), by fact name. */
    private static void own(Intervention intervention, CaseFacts.Builder facts) {
        read(intervention.text(CaseModel.FACTS), "{}").properties().forEach(entry -> Fact.ofKey(entry.getKey())
                .ifPresent(fact -> facts.on(fact, LawDate.parse(entry.getValue().asText()))));
    }

    private static JsonNode read(Optional<String> text, String empty) {
        try {
            return JSON.readTree(text.orElse(empty));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored value is not JSON", e);
        }
    }
}
