package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of the deadline table (5-deadlines, 5.2) that are a period and a trigger: what sets each off, what settles it, what cancels
 * it. How long and for whom is data. The other rows: follow-up {@link FollowUpRules}, end of grant {@link GrantEndRules}, age
 * {@link AgeRules}.
 */
final class DeadlineTable {

    private static final List<TableRule> RULES = Stream.of(
                    intake(), start(), running(), extension(), closing(), other())
            .flatMap(Collection::stream)
            .toList();

    private DeadlineTable() {}

    static void apply(Computation computation) {
        RULES.forEach(rule -> rule.apply(computation));
    }

    /** Names of the rows, for checking a profile. */
    static List<String> names() {
        return RULES.stream().map(TableRule::name).toList();
    }

    private static List<TableRule> intake() {
        return List.of(
                TableRule.each("DL-01", Act.ALLOCATE, DeadlineTable::ordinaryOrder),
                TableRule.each("DL-02", Act.ALLOCATE, DeadlineTable::clarifiedReferral),
                TableRule.each("DL-37", Act.CLARIFY_REFERRAL, DeadlineTable::referralToClarify)
                        .kind(DeadlineKind.INFORMATION),
                TableRule.after(
                        "DL-03/contact", Act.CONTACT_PLACEMENT_WORKER, Fact.URGENT_PLACEMENT, Fact.DIRECT_CONTACT),
                TableRule.after("DL-03/order", Act.SEND_ORDER, Fact.URGENT_PLACEMENT, Fact.ORDER_SENT),
                TableRule.after("DL-04", Act.CONTACT_CASE_WORKER, Fact.ALLOCATED, Fact.FIRST_CONTACT),
                TableRule.each("DL-05/withdrawal", Act.WITHDRAW_ORDER, needChanged(Fact.WITHDRAWN))
                        .lifetime(Lifetime.WITH_ORDER)
                        .flagged(Flag.TO_BE_WITHDRAWN),
                TableRule.each("DL-05/message", Act.TELL_WITHDRAWAL, needChanged(Fact.WITHDRAWAL_TOLD))
                        .lifetime(Lifetime.WITH_ORDER),
                TableRule.each("DL-06", Act.EXECUTION_CHECK, DeadlineTable::executionCheck),
                TableRule.after("DL-07", Act.GIVE_DECLINE_REASON, Fact.DECLINE_DECIDED, Fact.DECLINE_REASON_GIVEN)
                        .lasting()
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.after("DL-35", Act.NOTE_ORDER_SENT, Fact.ORDER_SENT, Fact.ORDER_NOTED)
                        .lifetime(Lifetime.UNTIL_END),
                TableRule.each("DL-36", Act.PLANNING_MEETING, DeadlineTable::planningMeeting),
                TableRule.after("DL-48", Act.SEND_SIS_FORM, Fact.ALLOCATED, Fact.SIS_FORM_SENT),
                TableRule.after(
                        "DL-54/dialogue", Act.PRIORITY_DIALOGUE, Fact.TEMPORARY_DISCUSSED, Fact.PRIORITY_DIALOGUE_HELD),
                TableRule.after("DL-54/order", Act.SEND_ORDER, Fact.TEMPORARY_DISCUSSED, Fact.ORDER_SENT),
                TableRule.each("DL-61", Act.DRAW_UP_AGREEMENT, DeadlineTable::agreement)
                        .neededAtTarget(),
                TableRule.each("DL-62", Act.KEEP_REGISTER_EXTRACT, once(Fact.REGISTER_EXTRACT_RECEIVED))
                        .kind(DeadlineKind.INFORMATION)
                        .lasting());
    }

    private static List<TableRule> start() {
        return List.of(
                TableRule.each("DL-08", Act.START_UP_MEETING, DeadlineTable::familyConsent),
                TableRule.each("DL-09", Act.ESTABLISH_PLAN, startUp(Fact.PLAN_ESTABLISHED))
                        .kind(DeadlineKind.INFORMATION),
                TableRule.each("DL-10", Act.ESTABLISH_PLAN, interventionStart(Fact.PLAN_ESTABLISHED)),
                TableRule.each("DL-11", Act.BOOK_FOLLOW_UP, DeadlineTable::followUpToBook)
                        .kind(DeadlineKind.GUARD)
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.after("DL-33", Act.NOTE_START_UP, Fact.START_UP_MEETING_HELD, Fact.START_UP_NOTED)
                        .lifetime(Lifetime.UNTIL_END),
                TableRule.after("DL-42", Act.COPY_PLAN, Fact.PLAN_ESTABLISHED, Fact.PLAN_COPY_SENT),
                TableRule.after("DL-47", Act.REGISTER_EXECUTION, Fact.START_UP_MEETING_HELD, Fact.EXECUTION_REGISTERED)
                        .lifetime(Lifetime.UNTIL_END),
                TableRule.each("DL-50", Act.CONSENT_TO_SUMMARY, startUp(Fact.SUMMARY_CONSENT))
                        .kind(DeadlineKind.GUARD)
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.each(
                        "DL-51/family",
                        Act.INFORM_FAMILY_OF_MEAL_DEDUCTION,
                        interventionStart(Fact.MEAL_DEDUCTION_FAMILY_INFORMED)),
                TableRule.each(
                        "DL-51/secretary",
                        Act.INFORM_SECRETARY_OF_MEAL_DEDUCTION,
                        interventionStart(Fact.MEAL_DEDUCTION_SECRETARY_INFORMED)));
    }

    private static List<TableRule> running() {
        return List.of(
                TableRule.each("DL-31", Act.OFFER_CHILD_TALK, DeadlineTable::childTalkOffers),
                TableRule.each("DL-32", Act.PREPARE_FOLLOW_UP_DOCUMENT, DeadlineTable::followUpDocuments),
                TableRule.each("DL-34", Act.DOCUMENT_FOLLOW_UP, DeadlineTable::heldFollowUps)
                        .lifetime(Lifetime.UNTIL_END)
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.each("DL-38", Act.RETURN_SIGNED_PLAN, DeadlineTable::planOutForSignature),
                TableRule.each("DL-41", Act.END_TEMPORARY_INTERVENTION, DeadlineTable::investigationClosed),
                TableRule.each("DL-43", Act.CONTRACTOR_REPORT, DeadlineTable::contractorReports)
                        .period(computation -> computation.facts.reportInterval()),
                TableRule.each("DL-44", Act.DECIDE_INVESTIGATION, DeadlineTable::newNeeds)
                        .lasting(),
                TableRule.each("DL-55", Act.TAKE_POSITION, DeadlineTable::investigationWhileRunning),
                TableRule.after(
                        "DL-56", Act.COORDINATION_MEETING, Fact.PLACEMENT_DECIDED, Fact.COORDINATION_MEETING_HELD),
                TableRule.each(
                                "DL-58",
                                Act.CONTRACTOR_CONTACT,
                                computation -> recurring(computation, computation.facts.contractorContacts()))
                        .kind(DeadlineKind.INFORMATION),
                TableRule.each("DL-59", Act.NOTE_FAMILY_CONTACT, occurrences(CaseFacts::familyContacts))
                        .lifetime(Lifetime.UNTIL_END),
                TableRule.each("DL-60", Act.INFORM_EACH_OTHER, occurrences(CaseFacts::concernReports))
                        .lifetime(Lifetime.UNTIL_END));
    }

    private static List<TableRule> extension() {
        return List.of(
                TableRule.each(
                        "DL-22",
                        Act.SEND_EXTENSION_ORDER,
                        extensions(
                                Grant::orderSentOn,
                                (occasion, grants) ->
                                        occasion.notAfter(grants.old().to()))),
                TableRule.each(
                        "DL-24", Act.SEND_GRANT_COPY, extensions(Grant::copySentOn, (occasion, grants) -> occasion)),
                TableRule.each("DL-25", Act.RENEW_AGREEMENT, DeadlineTable::renewals)
                        .neededAtTarget(),
                TableRule.each(
                                "DL-45",
                                Act.UPDATE_RESOURCE_DATE,
                                extensions(Grant::resourceUpdatedOn, (occasion, grants) -> occasion))
                        .flagged(Flag.BLOCKS_STEP));
    }

    private static List<TableRule> closing() {
        return List.of(
                TableRule.after("DL-26", Act.REPORT_INTERRUPTION, Fact.INTERRUPTED, Fact.INTERRUPTION_REPORTED)
                        .lasting(),
                TableRule.after("DL-28", Act.FINISH_DOCUMENTATION, Fact.ENDED, Fact.DOCUMENTATION_FINISHED)
                        .lasting()
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.after("DL-29", Act.PERFORMER_CLOSING, Fact.DOCUMENTATION_FINISHED, Fact.PERFORMER_CLOSED)
                        .lasting(),
                TableRule.each("DL-30", Act.ASSESS_CONCERN, DeadlineTable::concern)
                        .kind(DeadlineKind.GUARD)
                        .lasting()
                        .flagged(Flag.BLOCKS_STEP),
                TableRule.each("DL-39", Act.GIVE_CONTRACTOR_FEEDBACK, DeadlineTable::assignmentEnded)
                        .lasting(),
                TableRule.after("DL-49", Act.TERMINATE_AGREEMENT, Fact.INTERRUPTION_REPORTED, Fact.AGREEMENT_TERMINATED)
                        .lasting(),
                TableRule.after("DL-52", Act.SUPERVISORS_JOIN, Fact.DISAGREEMENT_REGISTERED, Fact.SUPERVISORS_JOINED));
    }

    private static List<TableRule> other() {
        return List.of(
                TableRule.each("DL-27", Act.FORWARD_COMPLAINT, occurrences(CaseFacts::complaints))
                        .lasting(),
                TableRule.each("DL-53", Act.START_SEPARATE_ROUTINE, DeadlineTable::seriousComplaints)
                        .lasting());
    }

    // Intake

    /** Urgent placements pass the weekly meeting by (TMP-40). */
    private static List<Occasion> ordinaryOrder(Computation computation) {
        return computation.facts.date(Fact.URGENT_PLACEMENT).isPresent()
                ? List.of()
                : once(computation, Fact.ORDER_SENT, Fact.ALLOCATED);
    }

    /** A referral waits for its clarification, where one was asked for. */
    private static List<Occasion> clarifiedReferral(Computation computation) {
        boolean asked = computation.facts.date(Fact.CLARIFICATION_ASKED).isPresent();
        Optional<FactDate> clarified = computation.facts.dated(Fact.REFERRAL_CLARIFIED);
        Optional<FactDate> trigger =
                asked || clarified.isPresent() ? clarified : computation.facts.dated(Fact.REFERRAL_RECEIVED);
        return trigger.stream()
                .map(date -> Occasion.once(date, computation.happened(Fact.ALLOCATED)))
                .toList();
    }

    private static List<Occasion> referralToClarify(Computation computation) {
        return computation.facts.date(Fact.CLARIFICATION_ASKED).isEmpty()
                ? List.of()
                : once(computation, Fact.REFERRAL_RECEIVED, Fact.REFERRAL_CLARIFIED);
    }

    /** A started order is not withdrawn but ended (ORD-71). */
    private static Function<Computation, List<Occasion>> needChanged(Fact settling) {
        return computation -> {
            Optional<LocalDate> started = computation.facts.start().map(FactDate::date);
            return computation
                    .facts
                    .dated(Fact.NEED_CHANGED)
                    .filter(changed -> started.isEmpty() || changed.date().isBefore(started.get()))
                    .map(changed -> Occasion.once(changed, computation.happened(settling)))
                    .stream()
                    .toList();
        };
    }

    /** Settled by the check, by the start or by a decline, whichever comes first. */
    private static List<Occasion> executionCheck(Computation computation) {
        return once(
                computation,
                Fact.ORDER_RECEIVED,
                Fact.EXECUTION_CHECKED,
                Fact.START_UP_MEETING_HELD,
                Fact.INTERVENTION_START,
                Fact.DECLINED);
    }

    private static List<Occasion> planningMeeting(Computation computation) {
        Optional<FactDate> decided = computation.facts.dated(Fact.DECISION_MADE);
        Optional<FactDate> known = computation.facts.dated(Fact.RESPONSIBLE_KNOWN);
        if (decided.isEmpty() || known.isEmpty()) {
            return List.of();
        }
        FactDate later = decided.get().date().isAfter(known.get().date()) ? decided.get() : known.get();
        Optional<Closure> notNeeded = computation
                .happened(Fact.PLANNING_MEETING_NOT_NEEDED)
                .map(day -> new Closure(CancelReason.NOT_NEEDED, day));
        return List.of(Occasion.once(later, computation.happened(Fact.PLANNING_MEETING_HELD))
                .closed(notNeeded));
    }

    /** Set off when the match is agreed, due before the start that was agreed on. */
    private static List<Occasion> agreement(Computation computation) {
        Optional<FactDate> match = computation.facts.dated(Fact.MATCH_AGREED);
        Optional<LocalDate> start = computation.facts.date(Fact.AGREED_START);
        if (match.isEmpty() || start.isEmpty()) {
            return List.of();
        }
        return List.of(Occasion.once(match.get(), computation.happened(Fact.AGREEMENT_DRAWN_UP))
                .before(start.get()));
    }

    // Start

    /** The latest of the consents that together complete the family's (MAT-13). */
    private static List<Occasion> familyConsent(Computation computation) {
        List<Consent> consents = computation.facts.familyConsents();
        if (consents.isEmpty()) {
            return List.of();
        }
        if (consents.stream().anyMatch(consent -> consent.date().isEmpty())) {
            computation
                    .row("DL-08", computation.today)
                    .ifPresent(row -> computation.warn(Warnings.consentIncomplete()));
            return List.of();
        }
        LocalDate complete = consents.stream()
                .flatMap(consent -> consent.date().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return List.of(Occasion.once(FactDate.of(complete), computation.happened(Fact.START_UP_MEETING_HELD)));
    }

    /** The start-up meeting; before it is held, the planned start; for want of both, the start. */
    private static Optional<FactDate> meetingDay(Computation computation) {
        return computation
                .facts
                .dated(Fact.START_UP_MEETING_HELD)
                .or(() -> computation.facts.dated(Fact.INTERVENTION_START))
                .or(() -> computation.facts.dated(Fact.PLANNED_START));
    }

    private static Function<Computation, List<Occasion>> startUp(Fact settling) {
        return computation -> meetingDay(computation).stream()
                .map(day -> Occasion.once(day, computation.happened(settling)))
                .toList();
    }

    private static Function<Computation, List<Occasion>> interventionStart(Fact settling) {
        return computation -> computation.facts.start().stream()
                .map(start -> Occasion.once(start, computation.happened(settling)))
                .toList();
    }

    private static List<Occasion> followUpToBook(Computation computation) {
        Optional<LocalDate> booked = Stream.concat(
                        computation.happened(Fact.FOLLOW_UP_BOOKED).stream(),
                        computation.facts.followUps().stream()
                                .flatMap(followUp -> computation.come(followUp.bookedOn()).stream()))
                .min(LocalDate::compareTo);
        return meetingDay(computation).stream()
                .map(day -> Occasion.once(day, booked))
                .toList();
    }

    // While it runs

    private static List<Occasion> followUps(
            Computation computation, BiFunction<FollowUp, Computation, Optional<Occasion>> occasion) {
        List<FollowUp> all = computation.facts.followUps();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i)
                        .kind()
                        .filter(FollowUp.Kind.CHILD_TALK::equals)
                        .isEmpty())
                .mapToObj(i -> occasion.apply(all.get(i), computation)
                        .map(found -> found.numbered(all.get(i).ref().orElse(String.valueOf(i + 1)))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Occasion> childTalkOffers(Computation all) {
        return followUps(all, (followUp, computation) -> followUp.day()
                .map(day -> beforeMeeting(followUp, day, computation.come(followUp.childTalkOfferedOn()))));
    }

    private static List<Occasion> followUpDocuments(Computation all) {
        return followUps(all, (followUp, computation) -> followUp.day()
                .map(day -> beforeMeeting(followUp, day, computation.come(followUp.documentPreparedOn()))));
    }

    private static Occasion beforeMeeting(FollowUp followUp, LocalDate day, Optional<LocalDate> settled) {
        return new Occasion(
                Optional.empty(),
                followUp.bookedOn().map(FactDate::of),
                Optional.of(day),
                Optional.empty(),
                settled,
                Optional.empty());
    }

    private static List<Occasion> heldFollowUps(Computation all) {
        return followUps(all, (followUp, computation) -> computation
                .come(followUp.heldOn())
                .map(held -> Occasion.once(FactDate.of(held), computation.come(followUp.documentedOn()))));
    }

    private static List<Occasion> newNeeds(Computation all) {
        return followUps(all, (followUp, computation) -> computation
                .come(followUp.heldOn())
                .filter(held -> followUp.newNeeds())
                .map(held -> Occasion.once(FactDate.of(held), computation.come(followUp.investigationDecidedOn()))));
    }

    /** A copy that came back before counts for the plan that was out then. */
    private static List<Occasion> planOutForSignature(Computation computation) {
        return computation.facts.dated(Fact.PLAN_ISSUED_FOR_SIGNATURE).stream()
                .map(issued -> Occasion.once(
                        issued,
                        computation.happened(Fact.PLAN_RETURNED_SIGNED).filter(day -> !day.isBefore(issued.date()))))
                .toList();
    }

    private static List<Occasion> investigationClosed(Computation computation) {
        return computation.facts.dated(Fact.INVESTIGATION_CLOSED).stream()
                .map(closed -> new Occasion(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(closed.date()),
                        Optional.empty(),
                        computation.firstHappened(Fact.ENDED, Fact.INTERRUPTED),
                        Optional.empty()))
                .toList();
    }

    /** Only an investigation that opens after the start asks for a position (TMP-20). */
    private static List<Occasion> investigationWhileRunning(Computation computation) {
        Optional<LocalDate> started = computation.facts.start().map(FactDate::date);
        return computation.facts.dated(Fact.INVESTIGATION_OPENED).stream()
                .filter(opened -> started.isPresent() && !opened.date().isBefore(started.get()))
                .map(opened -> Occasion.once(opened, computation.happened(Fact.POSITION_TAKEN)))
                .toList();
    }

    /** Only a plan that says how often makes a report due. */
    private static List<Occasion> contractorReports(Computation computation) {
        return computation.facts.reportInterval().isEmpty()
                ? List.of()
                : recurring(computation, computation.facts.contractorReports());
    }

    /** A contact is due a period after the last one, the first after the start; each that was had settles the one before. */
    private static List<Occasion> recurring(Computation computation, List<LocalDate> contacts) {
        Optional<LocalDate> start = computation.facts.start().map(FactDate::date);
        if (start.isEmpty()) {
            return List.of();
        }
        List<LocalDate> had = contacts.stream()
                .filter(day -> !day.isAfter(computation.today))
                .sorted()
                .toList();
        List<Occasion> occasions = new ArrayList<>();
        LocalDate last = start.get();
        for (LocalDate contact : had) {
            occasions.add(Occasion.once(FactDate.of(last), Optional.of(contact))
                    .numbered(String.valueOf(occasions.size() + 1)));
            last = contact;
        }
        occasions.add(
                Occasion.once(FactDate.of(last), Optional.empty()).numbered(String.valueOf(occasions.size() + 1)));
        return occasions;
    }

    // Extension

    private record Extension(Grant old, Grant next) {}

    private static Function<Computation, List<Occasion>> extensions(
            Function<Grant, Optional<LocalDate>> settling, BiFunction<Occasion, Extension, Occasion> refine) {
        return computation -> eachExtension(computation, (extension, own) -> extension
                .next()
                .decidedOn()
                .map(decided -> refine.apply(
                        Occasion.once(FactDate.of(decided), own.come(settling.apply(extension.next()))), extension)));
    }

    private static List<Occasion> renewals(Computation all) {
        return eachExtension(
                all,
                (extension, computation) -> Optional.of(new Occasion(
                        Optional.empty(),
                        extension.next().decidedOn().map(FactDate::of),
                        Optional.of(extension.next().from()),
                        Optional.empty(),
                        computation.come(extension.next().agreementOn()),
                        Optional.empty())));
    }

    private static List<Occasion> eachExtension(
            Computation computation, BiFunction<Extension, Computation, Optional<Occasion>> occasion) {
        List<Grant> grants = computation.facts.grants();
        return IntStream.range(1, grants.size())
                .mapToObj(i -> occasion.apply(new Extension(grants.get(i - 1), grants.get(i)), computation)
                        .map(found -> found.numbered(String.valueOf(i + 1))))
                .flatMap(Optional::stream)
                .toList();
    }

    // Closing and other

    /** An early end, or a family that declines while there is concern; no date, but before the case worker's closing step. */
    private static List<Occasion> concern(Computation computation) {
        return computation
                .facts
                .dated(Fact.EARLY_END_DECIDED)
                .or(() -> computation.facts.dated(Fact.CONTINUATION_DECLINED))
                .map(decided -> Occasion.once(decided, computation.happened(Fact.CONCERN_ASSESSED)))
                .stream()
                .toList();
    }

    private static List<Occasion> assignmentEnded(Computation computation) {
        return computation
                .facts
                .dated(Fact.ENDED)
                .or(() -> computation.facts.dated(Fact.INTERRUPTED))
                .map(ended -> Occasion.once(ended, computation.happened(Fact.CONTRACTOR_FEEDBACK_GIVEN)))
                .stream()
                .toList();
    }

    private static Function<Computation, List<Occasion>> occurrences(Function<CaseFacts, List<Occurrence>> list) {
        return computation -> {
            List<Occurrence> all = list.apply(computation.facts);
            return IntStream.range(0, all.size())
                    .mapToObj(i -> Occasion.once(
                                    FactDate.of(all.get(i).date()),
                                    computation.come(all.get(i).settledOn()))
                            .numbered(all.get(i).ref().orElse(String.valueOf(i + 1))))
                    .toList();
        };
    }

    private static List<Occasion> seriousComplaints(Computation computation) {
        List<Occurrence> all = computation.facts.complaints();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).serious().isPresent())
                .mapToObj(i -> Occasion.once(
                                FactDate.of(all.get(i).serious().orElseThrow()),
                                computation.come(all.get(i).separateRoutineOn()))
                        .numbered(all.get(i).ref().orElse(String.valueOf(i + 1))))
                .toList();
    }

    private static Function<Computation, List<Occasion>> once(Fact trigger) {
        return computation -> once(computation, trigger);
    }

    private static List<Occasion> once(Computation computation, Fact trigger, Fact... settling) {
        return computation.facts.dated(trigger).stream()
                .map(date -> Occasion.once(date, computation.firstHappened(settling)))
                .toList();
    }
}
