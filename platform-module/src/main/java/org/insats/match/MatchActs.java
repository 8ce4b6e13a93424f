package org.insats.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.Person;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.ConsentRecorded;
import org.insats.casefile.event.ContractorTurnedDown;
import org.insats.casefile.event.MatchAgreed;
import org.insats.casefile.event.MatchConsented;
import org.insats.casefile.event.MatchRejected;
import org.insats.casefile.event.MatchSettled;
import org.insats.casefile.event.NoticeSuperseded;
import org.insats.casefile.event.OrderEnded;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/** What people do with a match (requirements 4.3). Runs in the service person's scope, after the right was checked. */
public final class MatchActs {

    private static final String MATCHING = "PRF-12";
    private static final String CONSENT_EFFECT = "PRF-61";
    private static final QName EMERGENCY = QName.createQName("http://insats.org/model/order/1.0", "emergency");
    private static final String GIVEN = "GIVEN";
    private static final String FAMILY = "FAMILY";
    private static final String CONTRACTOR = "CONTRACTOR";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final Consents consents;
    private final RegisterEntries register;
    private final CaseEvents events;
    private final Clock clock;

    /** Acts through the doors of the case file. */
    public MatchActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            Consents consents,
            RegisterEntries register,
            CaseEvents events,
            Clock clock) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.consents = consents;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /** Routines that allocate to a named person have no matching (MAT-12). */
    void requireMatching(Document match) {
        CaseRoutine routine = routines.of(match);
        if (routine.profile().isPresent() && (routine.texts(MATCHING).isEmpty() || routine.says(MATCHING, "NONE"))) {
            throw Refusal.rule("MAT-12").onField("kind").violation();
        }
    }

    /** Whether the routine has the family meet the contractor and consent (MAT-06, MAT-07). */
    boolean asksFamily(Document match) {
        return routines.of(match).says(MATCHING, "FAMILY_MEETING");
    }

    private boolean blocksWithoutConsent(Document match) {
        return routines.of(match).texts(CONSENT_EFFECT, "match").contains("BLOCK");
    }

    /** Where consent to the match does not block, its absence is shown (PRF-61). */
    List<String> warnings(Document match) {
        List<String> warnings = new ArrayList<>();
        if (register.isPassedBy(match)) {
            warnings.add("BR-30");
        }
        if (isUrgent(match) && register.isUnapproved(match)) {
            warnings.add("TMP-43");
        }
        boolean due = match.status().equals(MatchState.AGREED.name()) && !blocksWithoutConsent(match);
        if (due && familyConsent(match).isEmpty()) {
            warnings.add("PRF-61");
        }
        return warnings;
    }

    private boolean isUrgent(Document match) {
        return match.text(MatchModel.ORDER_OR_REFERRAL)
                .map(id -> documents.get(id))
                .filter(order -> order.isTrue(EMERGENCY))
                .isPresent();
    }

    /** Whether the routine has contractors investigated, so that none is proposed but from the register. */
    boolean asksForInvestigation(Document match) {
        return register.asksForInvestigation(match);
    }

    /** A suitable contractor is found, and why they suit is said (MAT-01). */
    void propose(Document match, MatchState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        if (act.text("registerId").isPresent()) {
            changes.putAll(register.proposed(match, act));
        } else {
            changes.put(MatchModel.PROPOSED_CONTRACTOR, contractor(match, act));
        }
        act.text("matchingAssessment").ifPresent(text -> changes.put(MatchModel.MATCHING_ASSESSMENT, text));
        changes.put(CaseModel.STATUS, next.name());
        documents.requireComplete(documents.write(match, changes), "propose");
    }

    /** Without a register, a contractor is a person of the case with an access list of its own. */
    private String contractor(Document match, Act act) {
        Optional<String> known = act.text("contractorId");
        if (known.isPresent()) {
            return caseFiles.persons(match.caseFile()).stream()
                    .filter(person -> person.id().equals(known.get()))
                    .filter(MatchActs::isContractor)
                    .map(Person::id)
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.rule("DOC-MAT-02").onField("contractorId").violation());
        }
        String name = act.text("contractorName")
                .orElseThrow(() ->
                        Refusal.rule("DOC-MAT-02").onField("contractorName").violation());
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("name", name).put("relation", CONTRACTOR);
        act.text("contractorContact").ifPresent(text -> person.put("contactDetails", text));
        return caseFiles.newPerson(match.caseFile(), person);
    }

    private static boolean isContractor(Person person) {
        return person.text(CaseModel.RELATION).filter(CONTRACTOR::equals).isPresent();
    }

    /** The placement worker's first contact with the contractor, money matters included (MAT-04). */
    void contact(Document match, MatchState next, Act act) {
        documents.write(match, Map.of(MatchModel.FIRST_CONTRACTOR_CONTACT, date(act)));
    }

    /** Case worker and placement worker consult on whether it suits (MAT-02). */
    void discuss(Document match, MatchState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        act.text("matchingAssessment").ifPresent(text -> changes.put(MatchModel.MATCHING_ASSESSMENT, text));
        changes.put(CaseModel.STATUS, next.name());
        documents.write(match, changes);
    }

    /** A visit for a clearer match (MAT-03). */
    void visit(Document match, MatchState next, Act act) {
        documents.write(match, Map.of(MatchModel.MATCHING_VISIT, date(act), CaseModel.STATUS, next.name()));
    }

    /** The case worker presents the assignment and agrees how to start (MAT-05). */
    void present(Document match, MatchState next, Act act) {
        documents.write(match, Map.of(MatchModel.ASSIGNMENT_PRESENTED, date(act)));
    }

    /** Child, guardians and contractor have met; somebody may be missing with a written reason (MAT-06). */
    void meet(Document match, MatchState next, Act act) {
        if (!asksFamily(match)) {
            throw Refusal.rule("MAT-09").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(CaseModel.PARTICIPANTS));
        changes.put(MatchModel.FAMILY_MEETING, date(act));
        changes.put(CaseModel.STATUS, next.name());
        if (someoneMissing(match, act.input().path("participants"))) {
            String reason = act.text("reason")
                    .orElseThrow(
                            () -> Refusal.rule("MAT-06").onField("participants").violation());
            changes.put(CaseModel.OVERRIDES, new Overrides(match).with("participants", reason, act));
        }
        Document met = documents.write(match, changes);
        documents.requireComplete(met, "meet");
        completeConsent(met);
    }

    private boolean someoneMissing(Document match, JsonNode participants) {
        List<String> present = participants.findValuesAsText("personId");
        boolean guardian = caseFiles.persons(match.caseFile()).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter(List.of("GUARDIAN", "APPOINTED_REPRESENTATIVE")::contains)
                        .isPresent())
                .map(Person::id)
                .anyMatch(present::contains);
        boolean child =
                match.text(CaseModel.CLIENT_REF).filter(present::contains).isPresent();
        boolean contractor = match.text(MatchModel.PROPOSED_CONTRACTOR)
                .filter(present::contains)
                .isPresent();
        return !guardian || !child || !contractor;
    }

    /** One person's answer; what it changes is in {@link #answered} (MAT-07, CON-03, CON-26). */
    void consent(Document match, MatchState next, Act act) {
        consents.record(match, Matches.SUBJECT, act);
    }

    /** A no, or a yes taken back, makes the match fall; the last yes of the family completes its consent. */
    void answered(Document match, ConsentRecorded recorded) {
        MatchState state = MatchState.valueOf(match.status());
        if (state == MatchState.REJECTED || isRunning(match)) {
            return;
        }
        documents.writeQuietly(match, Map.of(MatchModel.CONSENT_TO_CHOICE, consents.listOf(match, Matches.SUBJECT)));
        Document consent = documents.get(recorded.document());
        LocalDate date = consent.date(CaseModel.DOCUMENT_DATE).orElseThrow();
        if (!recorded.answer().equals(GIVEN)) {
            fall(match, refusedBy(match, consent), text(recorded.answer()), date, true);
            return;
        }
        if (state == MatchState.FAMILY_MEETING_HELD) {
            completeConsent(match);
        }
    }

    /** MAT-13: the latest of the answers that complete the family's consent is its day. */
    private void completeConsent(Document match) {
        familyConsent(match).ifPresent(day -> {
            documents.writeQuietly(match, Map.of(CaseModel.STATUS, MatchState.CONSENTED.name()));
            events.publish(new MatchConsented(match.caseFile(), match.requireIntervention(), match.node(), day));
        });
    }

    private boolean isRunning(Document match) {
        return interventions
                .get(match.requireIntervention())
                .text(CaseModel.START_DATE)
                .isPresent();
    }

    private Optional<LocalDate> familyConsent(Document match) {
        return consents.familyConsent(match, Matches.SUBJECT, LawDate.today(clock));
    }

    private static String refusedBy(Document match, Document consent) {
        return match.text(MatchModel.PROPOSED_CONTRACTOR).equals(consent.text(CaseModel.CONSENT_PERSON))
                ? CONTRACTOR
                : FAMILY;
    }

    private static String text(String answer) {
        return I18NUtil.getMessage("insats.match.answer." + answer);
    }

    /** Everybody has agreed, the contractor too: this is the record, and the decision may be made (MAT-08, MAT-09). */
    void agree(Document match, MatchState next, Act act) {
        boolean family = asksFamily(match);
        if (family && !match.status().equals(MatchState.CONSENTED.name())) {
            throw Refusal.rule("CON-03").violation();
        }
        if (!family && blocksWithoutConsent(match) && familyConsent(match).isEmpty()) {
            throw Refusal.rule("CON-03").violation();
        }
        if (family && !contractorAgrees(match)) {
            throw Refusal.rule("MAT-08").onField("consentToChoice").violation();
        }
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new LinkedHashMap<>(register.agreed(match));
        changes.put(MatchModel.AGREED_DATE, LawDate.toStored(date));
        documents.record(match, "agree", RecordEvent.ESTABLISHED, next.name(), changes);
        register.note(match, date);
        NodeRef intervention = match.requireIntervention();
        interventions.write(
                intervention,
                Map.of(
                        CaseModel.CONTRACTOR,
                        match.text(MatchModel.PROPOSED_CONTRACTOR).orElseThrow()));
        events.publish(new MatchAgreed(match.caseFile(), intervention, match.node(), date));
    }

    private boolean contractorAgrees(Document match) {
        return match.text(MatchModel.PROPOSED_CONTRACTOR)
                .map(id -> consents.latest(match, Matches.SUBJECT).get(id))
                .filter(Consents.Answer::isGiven)
                .isPresent();
    }

    /** It will not be this contractor; the search goes on (MAT-10). */
    void reject(Document match, MatchState next, Act act) {
        if (isRunning(match)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-71").violation();
        }
        String by = act.text("rejectedBy")
                .filter(List.of("CASE_WORKER", FAMILY, CONTRACTOR)::contains)
                .orElseThrow(() -> Refusal.rule("MAT-10").onField("rejectedBy").violation());
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("MAT-10").onField("reason").violation());
        fall(match, by, reason, act.dateOrToday("date"), true);
    }

    /** The contractor's investigation came to nothing: the search goes on (INV-23). */
    void turnedDown(Document match, ContractorTurnedDown turnedDown) {
        if (!isRunning(match)) {
            fall(match, "PLACEMENT_WORKER", text("TURNED_DOWN"), turnedDown.date(), true);
        }
    }

    /** The order took the place of the notice that it was for (ORD-62). */
    void superseded(Document match, NoticeSuperseded superseded) {
        documents.writeQuietly(
                match,
                Map.of(MatchModel.ORDER_OR_REFERRAL, superseded.document().getId()));
    }

    /** The order that it was for is no more. */
    void orderEnded(Document match, OrderEnded ended) {
        fall(match, "CASE_WORKER", text(ended.how()), ended.date(), false);
    }

    private void fall(Document match, String by, String reason, LocalDate date, boolean searchOn) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(CaseModel.STATUS, MatchState.REJECTED.name());
        changes.put(MatchModel.REJECTED_BY, by);
        changes.put(MatchModel.REJECTION_REASON, reason);
        changes.put(MatchModel.REJECTED_DATE, LawDate.toStored(date));
        documents.write(match, changes);
        NodeRef intervention = match.requireIntervention();
        Map<QName, Serializable> nobody = new HashMap<>();
        nobody.put(CaseModel.CONTRACTOR, null);
        interventions.write(intervention, nobody);
        events.publish(new MatchRejected(match.caseFile(), intervention, match.node(), date));
        if (searchOn) {
            documents.make(new NewDocument("match", match.caseFile(), match.intervention(), Map.of()));
        }
    }

    /** All parties agree on when it starts; only then is the agreement drawn up (BR-39, STA-37, CON-06). */
    void agreeStart(Document match, MatchState next, Act act) {
        LocalDate start = act.text("agreedStart").flatMap(LawDate::parse).orElseThrow(() -> Refusal.rule(
                        "DOC-DATE", "agreedStart")
                .onField("agreedStart")
                .violation());
        settle(match, act, Map.of(MatchModel.AGREED_START, LawDate.toStored(start)));
    }

    /** The placement worker registers the contractor as a resource (STA-36, STA-37, BR-38). */
    void registerResource(Document match, MatchState next, Act act) {
        settle(
                match,
                act,
                Map.of(MatchModel.REGISTERED_AS_RESOURCE, date(act), MatchModel.REGISTERED_BY, act.userName()));
        register.noteResource(match, act.dateOrToday("date"), act.userName());
    }

    /** The placement worker has drawn up the agreement; not before everybody agrees on the start (BR-39, CON-06). */
    void drawUpAgreement(Document match, MatchState next, Act act) {
        if (match.isFilled(MatchModel.REGISTER_ENTRY)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STA-03").violation();
        }
        if (!match.isFilled(MatchModel.AGREED_START)) {
            throw Refusal.rule("BR-39").onField("agreedStart").violation();
        }
        settle(match, act, Map.of(MatchModel.AGREEMENT_DRAWN_UP, date(act)));
    }

    private void settle(Document match, Act act, Map<QName, Serializable> changes) {
        documents.writeQuietly(match, changes);
        events.publish(new MatchSettled(match.caseFile(), match.requireIntervention(), match.node(), act.today()));
    }

    private static Serializable date(Act act) {
        return LawDate.toStored(act.dateOrToday("date"));
    }
}
