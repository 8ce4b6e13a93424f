package org.insats.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.InterventionEvent;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Marks an intervention whose time from order to start is another than was counted: when it starts, and when its start or order is
 * corrected. The order is what the intervention was ordered by: an order or referral, else the assignment.
 */
final class StartTimes implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final QName RECORDED_AT = CaseModel.RECORDED_AT;

    private final NodeService nodes;
    private final DatabaseQuery query;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final ServicePerson servicePerson;

    StartTimes(
            NodeService nodes,
            DatabaseQuery query,
            Interventions interventions,
            CaseFileService caseFiles,
            ServicePerson servicePerson) {
        this.nodes = nodes;
        this.query = query;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.servicePerson = servicePerson;
    }

    /** A start to be counted: the units concerned, the month of the start, the days from order to start. */
    record Start(List<String> units, YearMonth month, long days) {

        private String text() {
            return String.join(",", units) + "|" + month + "|" + days;
        }

        private static Start of(String text) {
            String[] parts = text.split("\\|");
            return new Start(List.of(parts[0].split(",")), YearMonth.parse(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** An intervention to be counted anew. */
    record Change(Intervention intervention, Optional<Start> before, Optional<Start> now) {}

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionEvent happened && happened.intervention() != null) {
            servicePerson.elevated(() -> mark(interventions.get(happened.intervention())));
        }
    }

    private void mark(Intervention intervention) {
        Optional<String> now = start(intervention).map(Start::text);
        Optional<String> before = tallied(intervention).map(parts -> parts[1]);
        boolean marked = intervention.text(ReportModel.START_TALLY_DUE).isPresent();
        if (!now.equals(before) && !marked) {
            nodes.setProperty(
                    intervention.node(),
                    ReportModel.START_TALLY_DUE,
                    intervention.node().getId());
        }
    }

    private static Optional<String[]> tallied(Intervention intervention) {
        return intervention.text(ReportModel.START_TALLIED).map(stored -> stored.split(":", 2));
    }

    private Optional<Start> start(Intervention intervention) {
        Optional<LocalDate> started = intervention.date(CaseModel.START_DATE);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        return ordered(intervention)
                .map(ordered -> new Start(
                        units(intervention),
                        YearMonth.from(started.get()),
                        ChronoUnit.DAYS.between(ordered, started.get())));
    }

    private List<String> units(Intervention intervention) {
        return Stream.concat(
                        Stream.of(caseFiles.ofNode(intervention.node()).unit()),
                        intervention.text(CaseModel.PERFORMER_UNIT).stream())
                .distinct()
                .toList();
    }

    private Optional<LocalDate> ordered(Intervention intervention) {
        return Stream.of(CaseModel.CURRENT_ORDER, CaseModel.CURRENT_ASSIGNMENT)
                .flatMap(name -> intervention.text(name).stream())
                .map(id -> new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id))
                .filter(nodes::exists)
                .flatMap(node -> nodes.getProperty(node, RECORDED_AT) instanceof Date at
                        ? Stream.of(LawDate.fromInstant(at.toInstant()))
                        : Stream.empty())
                .findFirst();
    }

    /** Interventions to be counted anew. */
    List<Change> changes(String generation, int most) {
        return query.find("SELECT * FROM ins:intervention WHERE ins:startTallyDue > '0'", most).stream()
                .map(interventions::get)
                .map(each -> new Change(each, before(each, generation), start(each)))
                .toList();
    }

    private static Optional<Start> before(Intervention intervention, String generation) {
        return tallied(intervention)
                .filter(parts -> parts[0].equals(generation))
                .map(parts -> Start.of(parts[1]));
    }

    /** An intervention to be counted that was counted in an earlier generation of counters, or never. */
    Optional<Change> uncounted(NodeRef node, String generation) {
        Intervention intervention = interventions.get(node);
        return before(intervention, generation).isPresent()
                ? Optional.empty()
                : start(intervention).map(now -> new Change(intervention, Optional.empty(), Optional.of(now)));
    }

    /** Notes that a change has been counted, which takes its mark away. */
    void counted(Change change, String generation) {
        NodeRef node = change.intervention().node();
        if (change.intervention().text(ReportModel.START_TALLY_DUE).isPresent()) {
            nodes.removeProperty(node, ReportModel.START_TALLY_DUE);
        }
        change.now()
                .ifPresentOrElse(
                        now -> nodes.setProperty(node, ReportModel.START_TALLIED, generation + ":" + now.text()),
                        () -> nodes.removeProperty(node, ReportModel.START_TALLIED));
    }
}
