package org.insats.followup;

import java.util.List;
import java.util.function.Predicate;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Role;

/** Who took part in a follow-up, as far as it counts. */
final class Attendance {

    private final CaseFileService caseFiles;

    Attendance(CaseFileService caseFiles) {
        this.caseFiles = caseFiles;
    }

    /** Whether a case worker of the case was among the participants; otherwise it does not count (DLF-11). */
    boolean caseWorkerTookPart(Document followUp) {
        return tookPart(followUp, Role::isCaseWorker);
    }

    /** Whether a placement worker of the case was among them, as a joint follow-up asks for (BR-75). */
    boolean placementWorkerTookPart(Document followUp) {
        return tookPart(followUp, Role.PLACEMENT_WORKER::equals);
    }

    private boolean tookPart(Document followUp, Predicate<Role> role) {
        return followUp.text(CaseModel.PARTICIPANTS).map(JsonText::elements).orElse(List.of()).stream()
                .map(participant -> participant.path("userName").asText(""))
                .filter(userName -> !userName.isEmpty())
                .anyMatch(userName -> caseFiles.roles(userName, followUp.caseFile(), followUp.intervention()).stream()
                        .anyMatch(role));
    }
}
