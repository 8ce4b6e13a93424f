package org.insats.followup;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.platform.Refusal;

/**
 * Coordination with school, health care and others (requirements 2-documents.md 28, DOC-COL): network meeting, social
 * intervention group, coordinated individual plan, collaboration document (FUP-05).
 */
public final class CooperationKind implements DocumentKind {

    private static final List<String> KINDS = List.of("NETWORK_MEETING", "SIG", "SIP", "COLLABORATION_DOCUMENT");

    private final CaseRoutines routines;
    private static final Map<String, String> STEPS =
            Map.of("SIP", "SIP", "COLLABORATION_DOCUMENT", "COLLABORATION_DOCUMENT");

    private final List<DocumentAction> actions;

    /** Works through the doors of the case file. */
    public CooperationKind(Documents documents, CaseRoutines routines) {
        this.routines = routines;
        this.actions = List.of(new EstablishAction(documents));
    }

    @Override
    public String id() {
        return "cooperation";
    }

    @Override
    public QName type() {
        return FollowUpModel.TYPE_COOPERATION;
    }

    @Override
    public String code() {
        return "SVK";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(FollowUpModel.COOPERATION_KIND, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.OTHER_BODIES, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.SIP_NEED, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.RESPONSIBLE, EstablishAction.NAME));
    }

    /** The document itself, where there is one, came in to the case (DOC-COL-05). */
    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.toAny(FollowUpModel.COOPERATION_FILE, "DOC-COL-05"));
    }

    /** Where the routine names the ways of coordination, it is one of them (PRF-42). */
    @Override
    public void check(Document cooperation) {
        List<String> named = routines.of(cooperation).texts("PRF-42").stream()
                .filter(KINDS::contains)
                .toList();
        Optional<String> stated = cooperation.text(FollowUpModel.COOPERATION_KIND);
        if (!named.isEmpty() && stated.filter(kind -> !named.contains(kind)).isPresent()) {
            throw Refusal.rule("PRF-42", String.join(", ", named))
                    .onField("cooperationKind")
                    .violation();
        }
    }

    @Override
    public Optional<String> step(Document document) {
        return document.text(FollowUpModel.COOPERATION_KIND).flatMap(kind -> Optional.ofNullable(STEPS.get(kind)));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** The case worker sees to coordination (FUP-05, RSP-38). */
    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(FollowUpModel.RESPONSIBLE, document.properties().get(CaseModel.DOCUMENT_RESPONSIBLE));
        return values;
    }
}
