package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.routine.RollPolicy;
import org.insats.routine.Span;
import org.insats.routine.WeeklyMeeting;

/**
 * What is known of one intervention, as far as deadlines depend on it; immutable. Made with {@link #builder()}, or read from JSON with
 * {@link CaseFactsReader}.
 *
 * @param dates what happened once, with its date
 * @param grants grant periods in order of time
 * @param followUps follow-up meetings, booked and held
 * @param familyConsents consents that together make up the family's consent to the match
 * @param complaints complaints on the contractor; settled = passed on
 * @param familyContacts contacts with the family during execution; settled = noted in the journal
 * @param concernReports reports of concern and other significant information; settled = the other side informed
 * @param contractorContacts contacts with the contractor
 * @param contractorReports reports by the contractor
 * @param childTalks talks with the child
 * @param reportInterval how often the plan says that the contractor reports (DL-43)
 * @param birthDate the client's date of birth
 * @param weeklyMeeting meeting of the unit, before that of the profile
 * @param rollPolicy roll policy, before those of the profile
 * @param planAhead how many follow-up dates to plan ahead from the start (DLC-04); 0 for none
 * @param done acts that were registered as done, by the key of their deadline; a fact of the rule itself goes before
 */
public record CaseFacts(
        Map<Fact, FactDate> dates,
        List<Grant> grants,
        List<FollowUp> followUps,
        List<Consent> familyConsents,
        List<Occurrence> complaints,
        List<Occurrence> familyContacts,
        List<Occurrence> concernReports,
        List<LocalDate> contractorContacts,
        List<LocalDate> contractorReports,
        List<ChildTalk> childTalks,
        Optional<Span> reportInterval,
        Optional<LocalDate> birthDate,
        Optional<WeeklyMeeting> weeklyMeeting,
        Optional<RollPolicy> rollPolicy,
        int planAhead,
        Map<String, LocalDate> done) {

    /** Copies the collections. */
    public CaseFacts {
        dates = Map.copyOf(dates);
        grants = List.copyOf(grants);
        followUps = List.copyOf(followUps);
        familyConsents = List.copyOf(familyConsents);
        complaints = List.copyOf(complaints);
        familyContacts = List.copyOf(familyContacts);
        concernReports = List.copyOf(concernReports);
        contractorContacts = List.copyOf(contractorContacts);
        contractorReports = List.copyOf(contractorReports);
        childTalks = List.copyOf(childTalks);
        done = Map.copyOf(done);
    }

    /** The date of a fact, if it is known. */
    public Optional<LocalDate> date(Fact fact) {
        return dated(fact).map(FactDate::date);
    }

    /** A fact with time and corrections, if it is known. */
    public Optional<FactDate> dated(Fact fact) {
        return Optional.ofNullable(dates.get(fact));
    }

    /** Start of the intervention: as registered, else the start-up meeting (STA-46); empty before the start. */
    public Optional<FactDate> start() {
        return dated(Fact.INTERVENTION_START).or(() -> dated(Fact.START_UP_MEETING_HELD));
    }

    /** The same facts and one more. */
    public CaseFacts with(Fact fact, LocalDate date) {
        Map<Fact, FactDate> more = new EnumMap<>(Fact.class);
        more.putAll(dates);
        more.put(fact, FactDate.of(date));
        return new CaseFacts(
                more,
                grants,
                followUps,
                familyConsents,
                complaints,
                familyContacts,
                concernReports,
                contractorContacts,
                contractorReports,
                childTalks,
                reportInterval,
                birthDate,
                weeklyMeeting,
                rollPolicy,
                planAhead,
                done);
    }

    /** A builder with nothing known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects facts; every method may be called in any order, list methods repeatedly. */
    public static final class Builder {

        private final Map<Fact, FactDate> dates = new EnumMap<>(Fact.class);
        private final List<Grant> grants = new ArrayList<>();
        private final List<FollowUp> followUps = new ArrayList<>();
        private final List<Consent> familyConsents = new ArrayList<>();
        private final List<Occurrence> complaints = new ArrayList<>();
        private final List<Occurrence> familyContacts = new ArrayList<>();
        private final List<Occurrence> concernReports = new ArrayList<>();
        private final List<LocalDate> contractorContacts = new ArrayList<>();
        private final List<LocalDate> contractorReports = new ArrayList<>();
        private final List<ChildTalk> childTalks = new ArrayList<>();
        private Optional<Span> reportInterval = Optional.empty();
        private Optional<LocalDate> birthDate = Optional.empty();
        private Optional<WeeklyMeeting> weeklyMeeting = Optional.empty();
        private Optional<RollPolicy> rollPolicy = Optional.empty();
        private int planAhead;
        private final Map<String, LocalDate> done = new HashMap<>();

        private Builder() {}

        /** A fact by its date. */
        public Builder on(Fact fact, LocalDate date) {
            return on(fact, FactDate.of(date));
        }

        /** A fact with time or corrections. */
        public Builder on(Fact fact, FactDate date) {
            dates.put(fact, date);
            return this;
        }

        /** A fact whose date may be unknown; nothing is added then. */
        public Builder on(Fact fact, Optional<LocalDate> date) {
            date.ifPresent(known -> on(fact, known));
            return this;
        }

        /** The next grant period. */
        public Builder grant(Grant grant) {
            grants.add(grant);
            return this;
        }

        /** A follow-up meeting. */
        public Builder followUp(FollowUp followUp) {
            followUps.add(followUp);
            return this;
        }

        /** A consent to the match, given or awaited. */
        public Builder familyConsent(Consent consent) {
            familyConsents.add(consent);
            return this;
        }

        /** A complaint on the contractor. */
        public Builder complaint(Occurrence complaint) {
            complaints.add(complaint);
            return this;
        }

        /** A contact with the family. */
        public Builder familyContact(Occurrence contact) {
            familyContacts.add(contact);
            return this;
        }

        /** A report of concern or other significant information. */
        public Builder concernReport(Occurrence report) {
            concernReports.add(report);
            return this;
        }

        /** A contact with the contractor. */
        public Builder contractorContact(LocalDate date) {
            contractorContacts.add(date);
            return this;
        }

        /** A report by the contractor. */
        public Builder contractorReport(LocalDate date) {
            contractorReports.add(date);
            return this;
        }

        /** A talk with the child. */
        public Builder childTalk(ChildTalk talk) {
            childTalks.add(talk);
            return this;
        }

        /** How often the contractor reports. */
        public Builder reportInterval(Span interval) {
            reportInterval = Optional.of(interval);
            return this;
        }

        /** The client's date of birth. */
        public Builder birthDate(LocalDate date) {
            birthDate = Optional.of(date);
            return this;
        }

        /** The unit's meeting. */
        public Builder weeklyMeeting(WeeklyMeeting meeting) {
            weeklyMeeting = Optional.of(meeting);
            return this;
        }

        /** Roll policy for all deadlines of this computation. */
        public Builder rollPolicy(RollPolicy policy) {
            rollPolicy = Optional.of(policy);
            return this;
        }

        /** How many follow-up dates to plan ahead. */
        public Builder planAhead(int count) {
            planAhead = count;
            return this;
        }

        /** That the act of a deadline was registered as done. */
        public Builder done(String deadlineKey, LocalDate date) {
            done.put(deadlineKey, date);
            return this;
        }

        /** The facts collected. */
        public CaseFacts build() {
            return new CaseFacts(
                    dates,
                    grants,
                    followUps,
                    familyConsents,
                    complaints,
                    familyContacts,
                    concernReports,
                    contractorContacts,
                    contractorReports,
                    childTalks,
                    reportInterval,
                    birthDate,
                    weeklyMeeting,
                    rollPolicy,
                    planAhead,
                    done);
        }
    }
}
