package org.insats.casefile;

import java.io.Serializable;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.event.FamilyContactWritten;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** Journal note (DOC-JRN, CON-121). */
public final class JournalNoteKind implements DocumentKind {

    private final List<DocumentAction> actions;
    private final CaseEvents events;
    private final Clock clock;

    /** Creates it. */
    public JournalNoteKind(Documents documents, CaseEvents events, Clock clock) {
        this.actions = List.of(new EstablishAction(documents));
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "journalNote";
    }

    @Override
    public QName type() {
        return CaseModel.TYPE_JOURNAL_NOTE;
    }

    @Override
    public String code() {
        return "JRN";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(CaseModel.NOTE_DATE, EstablishAction.NAME),
                MandatoryField.must(CaseModel.NOTE_TYPE, EstablishAction.NAME),
                MandatoryField.must(CaseModel.NOTE_TEXT, EstablishAction.NAME),
                MandatoryField.mustWhen(
                        CaseModel.PARTICIPANTS,
                        note -> note.text(CaseModel.NOTE_TYPE)
                                .filter("START_UP"::equals)
                                .isPresent(),
                        EstablishAction.NAME),
                MandatoryField.must(CaseModel.SERVES_AS_DECISION_BASIS, EstablishAction.NAME),
                MandatoryField.mustWhen(
                        CaseModel.RELATED_TO,
                        note -> note.isTrue(CaseModel.SERVES_AS_DECISION_BASIS),
                        EstablishAction.NAME));
    }

    /** A note serves as decision basis only as the exception that its type names (DOC-JRN-07, REV-10). */
    @Override
    public void check(Document document) {
        boolean exception = document.text(CaseModel.NOTE_TYPE)
                .filter("EXCEPTIONAL_DECISION_BASIS"::equals)
                .isPresent();
        if (document.isTrue(CaseModel.SERVES_AS_DECISION_BASIS) && !exception) {
            throw Refusal.rule("DOC-JRN-07").onField("servesAsDecisionBasis").violation();
        }
    }

    /** A contact with the family is to be noted within days of the contact, not of the draft (DL-59). */
    @Override
    public void written(Document note) {
        boolean draft = note.status().equals(initialStatus());
        boolean contact =
                note.text(CaseModel.NOTE_TYPE).filter("FAMILY_CONTACT"::equals).isPresent();
        if (draft && contact && note.intervention().isPresent()) {
            note.instant(CaseModel.NOTE_DATE)
                    .map(LawDate::fromInstant)
                    .ifPresent(day -> events.publish(
                            new FamilyContactWritten(note.caseFile(), note.requireIntervention(), note.node(), day)));
        }
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.toAny(CaseModel.RELATED_TO, "DOC-JRN-06"));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("JOURNAL_NOTE");
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        boolean exception = document.text(CaseModel.NOTE_TYPE)
                .filter("EXCEPTIONAL_DECISION_BASIS"::equals)
                .isPresent();
        return Map.of(CaseModel.NOTE_DATE, Date.from(clock.instant()), CaseModel.SERVES_AS_DECISION_BASIS, exception);
    }
}
