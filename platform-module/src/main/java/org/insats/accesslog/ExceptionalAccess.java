package org.insats.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Staff;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Access to a case for staff without a part in it, for a written reason and a limited time (bean {@code insats.exceptionalAccess}). The
 * manager of the case's unit is told at once, every look is marked in the access log, and it ends by itself. Protected cases are
 * left out, unless a setting says otherwise, and are not admitted to exist.
 */
public final class ExceptionalAccess {

    private static final int REASON = 2_000;
    /** A request that is tried again, or sent twice, is one question. */
    private static final Duration SAME_QUESTION = Duration.ofMinutes(1);

    private final ExceptionStore store;
    private final AccessLog log;
    private final AccessReports reports;
    private final CaseFileService caseFiles;
    private final Staff staff;
    private final ExceptionNotice notice;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final Settings settings;

    ExceptionalAccess(
            ExceptionStore store,
            AccessLog log,
            AccessReports reports,
            CaseFileService caseFiles,
            Staff staff,
            ExceptionNotice notice,
            ServicePerson servicePerson,
            Clock clock,
            Settings settings) {
        this.store = store;
        this.log = log;
        this.reports = reports;
        this.caseFiles = caseFiles;
        this.staff = staff;
        this.notice = notice;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What a municipality may set.
     *
     * @param lasts for how long access is given
     * @param protectedCases whether to protected cases too
     */
    record Settings(Duration lasts, boolean protectedCases) {

        static Settings of(String lasts, boolean protectedCases) {
            return new Settings(Duration.parse(lasts), protectedCases);
        }
    }

    /**
     * Gives the current user access to a case.
     *
     * @param reason why, at most 2,000 characters; must not be blank
     * @throws org.insats.platform.RuleViolation {@code INS-EXCEPTION-REASON} (422); {@code INS-EXCEPTION-ROLE} (409) to who has a role in the
     *     case; {@code INS-NOT-FOUND} (404) where there is no such case, or it is protected; {@code INS-ACCESS} (403) to who is not staff
     */
    public ExceptionalGrant ask(String caseNumber, String reason) {
        String user = CaseAccess.currentUser();
        if (!staff.isCurrentUser()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
        if (reason.isBlank() || reason.length() > REASON) {
            throw Refusal.rule("EXCEPTION-REASON").onField("reason").violation();
        }
        CaseFile caseFile = caseFiles
                .fileNumbered(caseNumber)
                .filter(found -> found.caseNumber().matches("\\d{4}-\\d{6}"))
                .filter(found -> settings.protectedCases() || !found.isProtected())
                .orElseThrow(ExceptionalAccess::notFound);
        if (!caseFiles.roles(user, caseFile.node(), Optional.empty()).isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "EXCEPTION-ROLE").violation();
        }
        Instant now = log.now();
        ExceptionStore.Stored stored = store.add(
                new ExceptionalGrant(
                        0,
                        caseNumber,
                        caseFile.unit(),
                        user,
                        reason.strip(),
                        now,
                        now.plus(settings.lasts()),
                        Optional.empty()),
                SAME_QUESTION);
        ExceptionalGrant grant = stored.grant();
        if (stored.isNew()) {
            log.add(log.look(user, LookKind.EXCEPTION, "UNTIL " + grant.until())
                    .atCase(caseNumber)
                    .by(grant.id()));
        } else if (caseFiles.isTimedReader(caseFile.node(), user)) {
            // Asked twice in the same words: given already, and told of already.
            return grant;
        }
        servicePerson.elevated(() -> caseFiles.readUntil(caseFile.node(), user, grant.until()));
        notice.tell(grant);
        return grant;
    }

    private static RuntimeException notFound() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
    }

    /** Accesses to cases that the current user answers for, newest first. */
    public List<ExceptionalGrant> list(Optional<String> unit, int most) {
        return store.grants(reports.units(unit), most);
    }

    /** Ends an access before its time: whoever has it, or who answers for the unit. */
    public ExceptionalGrant end(long id) {
        ExceptionalGrant grant = store.grant(id)
                .filter(found -> found.userName().equals(CaseAccess.currentUser())
                        || reports.seesAll()
                        || reports.answersFor(found.unit()))
                .orElseThrow(ExceptionalAccess::notFound);
        Instant now = clock.instant();
        if (now.isBefore(grant.end())) {
            store.end(id, now);
            servicePerson.elevated(() -> caseFiles
                    .fileNumbered(grant.caseNumber())
                    .ifPresent(file -> caseFiles.readUntil(file.node(), grant.userName(), now)));
        }
        return store.grant(id).orElseThrow(ExceptionalAccess::notFound);
    }
}
