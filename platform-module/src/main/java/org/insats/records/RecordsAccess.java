package org.insats.records;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Permissions;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** Who may do what with records, by the table of rights (rows {@code records;…} and {@code case;…}); bean {@code insats.recordsAccess}. */
public final class RecordsAccess {

    private static final String ARCHIVISTS = "GROUP_INSATS_ARCHIVIST";

    private final Permissions permissions;
    private final AuthorityService authorities;
    private final CaseFileService caseFiles;

    /** Creates it. */
    public RecordsAccess(Permissions permissions, AuthorityService authorities, CaseFileService caseFiles) {
        this.permissions = permissions;
        this.authorities = authorities;
        this.caseFiles = caseFiles;
    }

    /**
     * Refuses unless the current user is let do an act with records; administrators are no records officers by that.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-RECORDS-OFFICER} (403)
     * @return the user's name
     */
    public String require(String act) {
        Set<Role> roles = authorities.getAuthorities().contains(ARCHIVISTS)
                ? EnumSet.of(Role.ARCHIVIST)
                : EnumSet.noneOf(Role.class);
        if (!permissions.allows("records", act, roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "RECORDS-OFFICER").violation();
        }
        return CaseAccess.currentUser();
    }

    /** Refuses unless the current user is let do an act with the file; answers the file. */
    public CaseFile requireInCase(String caseNumber, String act) {
        CaseFile caseFile = caseFiles.byNumber(caseNumber);
        if (caseFiles
                .rolesFor(CaseAccess.currentUser(), caseFile.node(), Optional.empty(), "case", act)
                .isEmpty()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
        return caseFile;
    }

    /**
     * A file for a records officer, who works with files of all units and with protected ones by number only.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} (404) where there is none
     */
    public CaseFile file(String caseNumber) {
        return caseFiles.fileNumbered(caseNumber).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND")
                .violation());
    }
}
