package org.insats.order;

import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Interventions;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;

/** What a routine says of orders and notices (PRF-03, PRF-05, PRF-10, PRF-12, PRF-14), and who works in the unit that gets them. */
public final class PlacementRules {

    private static final String INTAKE = "PRF-03";

    private final CaseRoutines routines;
    private final Interventions interventions;
    private final Staff staff;

    /** Asks the case's routine. */
    public PlacementRules(CaseRoutines routines, Interventions interventions, Staff staff) {
        this.routines = routines;
        this.interventions = interventions;
        this.staff = staff;
    }

    /** The routine of the intervention that it is about; none where there is none, as in a form that is only described. */
    CaseRoutine routine(Document document) {
        return document.intervention().isEmpty() ? new CaseRoutine(Optional.empty(), "") : routines.of(document);
    }

    /** The order itself is the commission: a placement group looks for somebody who takes it on (PRF-14). */
    boolean orderServes(Document document) {
        return routine(document).says("PRF-14", "ORDER_SERVES");
    }

    /** Without a decision a notice is sent, never an order (BR-01, ORD-03). */
    boolean hasNotices(Document document) {
        return routine(document).says(INTAKE, "NOTICE");
    }

    boolean hasSisForm(Document document) {
        return routine(document).says(INTAKE, "SIS_FORM");
    }

    /** The variants of the order, of which exactly one is chosen (BR-02); empty where the routine has none. */
    List<String> queues(Document document) {
        return routine(document).texts("PRF-05", "queues");
    }

    /** Whether the routine covers a service (ORD-04). */
    boolean covers(Document document, String serviceType) {
        CaseRoutine routine = routine(document);
        return routine.profile().isEmpty()
                || routine.profile().get().service(serviceType).isPresent();
    }

    /** Whether somebody is sought and matched (PRF-12). */
    boolean matches(Document document) {
        List<String> matching = routine(document).texts("PRF-12");
        return !matching.isEmpty() && !matching.contains("NONE");
    }

    /** Whether the routine lets the executing side decline (PRF-09, PRF-51). */
    boolean mayBeDeclined(Document document) {
        return routine(document).mayBeDeclined();
    }

    /**
     * Whether what is continued is ordered anew, by an order marked so: as the routine says, else as is usual where orders
     * are sent at all (PRF-35, PRF-60, BR-12, EXT-08).
     */
    boolean marksExtensions(Document document) {
        CaseRoutine routine = routine(document);
        List<String> stated = routine.texts("PRF-35");
        return stated.contains("NEW_MARKED_ORDER")
                || stated.isEmpty()
                        && routine.isOrdered()
                        && routine.entry("PRF-60", "markedOrderWithContractor")
                                .filter(Boolean.TRUE::equals)
                                .isPresent();
    }

    /** Whether an order waits for consent to the assignment: the routine asks for it before, or PRF-61 blocks (PRF-13, PRF-61). */
    boolean blocksWithoutConsent(Document document) {
        return !routine(document).texts("PRF-61", "assignment").contains("WARN");
    }

    /** Whether a withdrawal is told orally to the placement worker, or to the section manager (PRF-10, ORD-59, ORD-72). */
    boolean tellsWithdrawal(Document document) {
        return routine(document).entry("PRF-10", "oralMessageTo").isPresent();
    }

    /** Those with a role in the unit that carries the intervention out. */
    List<String> inPerformerUnit(Document document, Role role) {
        return document.intervention()
                .flatMap(node -> interventions.get(node).text(CaseModel.PERFORMER_UNIT))
                .map(unit -> staff.withRole(role, unit))
                .orElse(List.of());
    }

    /** Who is told of a withdrawal: the one it is allocated to, else those who manage the section (ORD-72). */
    List<String> toldOfWithdrawal(Document document) {
        Optional<String> allocated = document.text(OrderModel.ALLOCATED_TO);
        return allocated.map(List::of).orElseGet(() -> inPerformerUnit(document, Role.PLACEMENT_SECTION_MANAGER));
    }
}
