package org.insats.closing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Document;
import org.insats.casefile.Role;

/** The nearest supervisors who join a disputed ending (BR-97, ROLE-18): of both sides, or it does not count. */
record Supervisors(CaseFileService caseFiles) {

    /** Whether {@code userNames} hold a lead social worker, and a unit manager or lead treatment secretary. */
    boolean areOfBothSides(Document ending, JsonNode userNames) {
        Set<String> socialOffice = new HashSet<>();
        Set<String> performer = new HashSet<>();
        for (JsonNode userName : userNames) {
            Set<Role> roles = caseFiles.roles(userName.asText(), ending.caseFile(), ending.intervention());
            if (roles.contains(Role.LEAD_SOCIAL_WORKER)) {
                socialOffice.add(userName.asText());
            }
            if (roles.contains(Role.UNIT_MANAGER) || roles.contains(Role.LEAD_TREATMENT_SECRETARY)) {
                performer.add(userName.asText());
            }
        }
        Set<String> all = new HashSet<>(socialOffice);
        all.addAll(performer);
        return !socialOffice.isEmpty() && !performer.isEmpty() && all.size() > 1;
    }
}
