package org.insats.deadline.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.deadline.calc.InvalidFactsException.Problem;
import org.insats.routine.RollPolicy;
import org.insats.routine.Span;
import org.insats.routine.SpanUnit;
import org.insats.routine.WeeklyMeeting;

/**
 * Reads {@link CaseFacts} from JSON. What happened once is a field by its {@link Fact#key()}: {@code "2026-06-05"}, a timestamp
 * ({@code "2026-03-01T23:30Z"}, converted to Swedish time), or {@code {"date": "2026-04-08", "was": ["2026-04-10"]}} for a corrected
 * one. Lists and the rest are as in {@code docs/api/openapi.yaml}.
 */
public final class CaseFactsReader {

    private static final Set<String> GRANT =
            Set.of("from", "to", "decidedOn", "orderSentOn", "copySentOn", "agreementOn", "resourceUpdatedOn");
    private static final Set<String> FOLLOW_UP = Set.of(
            "ref",
            "kind",
            "bookedOn",
            "meetingOn",
            "heldOn",
            "joint",
            "caseWorkerPresent",
            "placementWorkerPresent",
            "documentedOn",
            "documentPreparedOn",
            "childTalkOfferedOn",
            "newNeeds",
            "investigationDecidedOn");
    private static final List<SpanUnit> CALENDAR =
            List.of(SpanUnit.DAYS, SpanUnit.WEEKS, SpanUnit.MONTHS, SpanUnit.YEARS);
    private static final int MOST_PLANNED = 100;

    /**
     * Reads facts and checks that they can be true together.
     *
     * @param json the facts, an object
     * @throws InvalidFactsException naming the first field that is wrong
     */
    public CaseFacts read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, known());
        CaseFacts.Builder facts = CaseFacts.builder();
        for (Fact fact : Fact.values()) {
            fields.node(fact.key()).ifPresent(node -> facts.on(fact, JsonFields.factDate(fact.key(), node)));
        }
        lists(fields, facts);
        fields.object("reportInterval", Set.of("amount", "unit")).ifPresent(span -> facts.reportInterval(span(span)));
        fields.date("birthDate").ifPresent(facts::birthDate);
        fields.object("weeklyMeeting", Set.of("weekday", "time"))
                .ifPresent(meeting -> facts.weeklyMeeting(meeting(meeting)));
        fields.choice("rollPolicy", RollPolicy.class).ifPresent(facts::rollPolicy);
        fields.number("planAhead", 0, MOST_PLANNED).ifPresent(facts::planAhead);
        CaseFacts read = facts.build();
        FactChecks.check(read);
        return read;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of(
                "grants",
                "followUps",
                "familyConsents",
                "complaints",
                "familyContacts",
                "concernReports",
                "contractorContacts",
                "contractorReports",
                "childTalks",
                "reportInterval",
                "birthDate",
                "weeklyMeeting",
                "rollPolicy",
                "planAhead"));
        Arrays.stream(Fact.values()).map(Fact::key).forEach(known::add);
        return known;
    }

    private static void lists(JsonFields fields, CaseFacts.Builder facts) {
        fields.objects("grants", GRANT, CaseFactsReader::grant).forEach(facts::grant);
        fields.objects("followUps", FOLLOW_UP, CaseFactsReader::followUp).forEach(facts::followUp);
        fields.objects("familyConsents", Set.of("capacity", "date"), CaseFactsReader::consent)
                .forEach(facts::familyConsent);
        fields.objects(
                        "complaints",
                        Set.of("ref", "date", "forwardedOn", "serious", "separateRoutineOn"),
                        entry -> occurrence(entry, "forwardedOn"))
                .forEach(facts::complaint);
        fields.objects("familyContacts", Set.of("ref", "date", "notedOn"), entry -> occurrence(entry, "notedOn"))
                .forEach(facts::familyContact);
        fields.objects("concernReports", Set.of("ref", "date", "informedOn"), entry -> occurrence(entry, "informedOn"))
                .forEach(facts::concernReport);
        fields.dates("contractorContacts").forEach(facts::contractorContact);
        fields.dates("contractorReports").forEach(facts::contractorReport);
        fields.objects(
                        "childTalks",
                        Set.of("heldOn", "guardiansInformedOn"),
                        entry -> new ChildTalk(entry.neededDate("heldOn"), entry.date("guardiansInformedOn")))
                .forEach(facts::childTalk);
    }

    private static Grant grant(JsonFields entry) {
        return new Grant(
                entry.neededDate("from"),
                entry.neededDate("to"),
                entry.date("decidedOn"),
                entry.date("orderSentOn"),
                entry.date("copySentOn"),
                entry.date("agreementOn"),
                entry.date("resourceUpdatedOn"));
    }

    private static FollowUp followUp(JsonFields entry) {
        boolean joint = entry.flag("joint", false);
        Optional<LocalDate> heldOn = entry.date("heldOn");
        Optional<LocalDate> meetingOn = entry.date("meetingOn");
        if (heldOn.isEmpty() && meetingOn.isEmpty()) {
            throw new InvalidFactsException(entry.at("heldOn"), Problem.MISSING);
        }
        return new FollowUp(
                entry.reference("ref"),
                entry.choice("kind", FollowUp.Kind.class),
                entry.date("bookedOn"),
                meetingOn,
                heldOn,
                entry.flag("caseWorkerPresent", true),
                entry.flag("placementWorkerPresent", joint),
                entry.date("documentedOn"),
                entry.date("documentPreparedOn"),
                entry.date("childTalkOfferedOn"),
                entry.flag("newNeeds", false),
                entry.date("investigationDecidedOn"));
    }

    private static Consent consent(JsonFields entry) {
        return new Consent(
                entry.choice("capacity", Consent.Capacity.class)
                        .orElseThrow(() -> new InvalidFactsException(entry.at("capacity"), Problem.MISSING)),
                entry.date("date"));
    }

    private static Occurrence occurrence(JsonFields entry, String settledBy) {
        return new Occurrence(
                entry.reference("ref"),
                entry.neededDate("date"),
                entry.date(settledBy),
                entry.date("serious"),
                entry.date("separateRoutineOn"));
    }

    private static Span span(JsonFields entry) {
        int amount = entry.number("amount", 1, 1000)
                .orElseThrow(() -> new InvalidFactsException(entry.at("amount"), Problem.MISSING));
        SpanUnit unit = entry.choice("unit", CALENDAR)
                .orElseThrow(() -> new InvalidFactsException(entry.at("unit"), Problem.MISSING));
        return new Span(amount, unit);
    }

    private static WeeklyMeeting meeting(JsonFields entry) {
        List<DayOfWeek> weekdays = List.of(DayOfWeek.values()).subList(0, DayOfWeek.FRIDAY.getValue());
        return new WeeklyMeeting(
                entry.choice("weekday", weekdays)
                        .orElseThrow(() -> new InvalidFactsException(entry.at("weekday"), Problem.MISSING)),
                entry.time("time"));
    }
}
