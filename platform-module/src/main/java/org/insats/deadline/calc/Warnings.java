package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.Severity;

/** The warnings, each with its rule, severity and field. */
final class Warnings {

    private Warnings() {}

    static Warning shortPeriod(String rule, LocalDate due) {
        return warning(Warning.Id.SHORT_PERIOD, rule, Severity.WARNING, "grants", due);
    }

    static Warning followUpBeforePlan(LocalDate due, LocalDate planDue) {
        return warning(Warning.Id.FOLLOW_UP_BEFORE_PLAN, "DLF-05", Severity.WARNING, "grants", due, planDue);
    }

    static Warning noFurtherFollowUp(LocalDate due, LocalDate grantEnd) {
        return warning(Warning.Id.NO_FURTHER_FOLLOW_UP, "DLF-06", Severity.INFORMATION, "grants", due, grantEnd);
    }

    static Warning followUpNotCounted(LocalDate heldOn) {
        return warning(Warning.Id.FOLLOW_UP_NOT_COUNTED, "DLF-11", Severity.WARNING, "followUps", heldOn);
    }

    static Warning expired(LocalDate grantEnd) {
        return warning(Warning.Id.EXPIRED_WITHOUT_DECISION, "DL-57", Severity.ERROR, "grants", grantEnd);
    }

    static Warning tooLateToWindUp(LocalDate due) {
        return warning(Warning.Id.TOO_LATE_TO_WIND_UP, "DL-12", Severity.ERROR, "followUps", due);
    }

    static Warning grantGap(LocalDate end, LocalDate next) {
        return warning(Warning.Id.GRANT_GAP, "EXT-09", Severity.WARNING, "grants", end, next);
    }

    static Warning decidedAfterGrantEnd(LocalDate decided, LocalDate end) {
        return warning(Warning.Id.DECIDED_AFTER_GRANT_END, "EXT-09", Severity.WARNING, "grants", decided, end);
    }

    static Warning ageLimitInGrant(LocalDate lastDay) {
        return warning(Warning.Id.AGE_LIMIT_IN_GRANT, "BR-21", Severity.REFUSAL, "grants", lastDay);
    }

    static Warning overAge(LocalDate lastDay) {
        return warning(Warning.Id.OVER_AGE, "BR-21", Severity.REFUSAL, "birthDate", lastDay);
    }

    static Warning meetingNotSet(DeadlineSetting row) {
        return warning(Warning.Id.MEETING_NOT_SET, row.rule(), Severity.WARNING, "weeklyMeeting");
    }

    static Warning consentIncomplete() {
        return warning(Warning.Id.CONSENT_INCOMPLETE, "MAT-13", Severity.INFORMATION, "familyConsents");
    }

    static Warning orderMissing() {
        return warning(Warning.Id.ORDER_MISSING, "DL-03", Severity.WARNING, Fact.ORDER_SENT.key());
    }

    static Warning guardiansNotInformed(LocalDate talk) {
        return warning(Warning.Id.GUARDIANS_NOT_INFORMED, "FUP-22", Severity.REFUSAL, "childTalks", talk);
    }

    static Warning noAgreementAtStart(String rule, LocalDate firstDay) {
        return warning(Warning.Id.NO_AGREEMENT_AT_START, rule, Severity.WARNING, "", firstDay);
    }

    private static Warning warning(Warning.Id id, String rule, Severity severity, String field, LocalDate... dates) {
        return new Warning(
                id,
                rule,
                severity,
                Optional.of(field).filter(name -> !name.isEmpty()),
                List.of(dates).stream().map(LocalDate::toString).toList());
    }
}
