package org.insats.followup;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.event.FollowUpBooked;
import org.insats.casefile.event.InterventionStarted;
import org.insats.platform.LawDate;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** The follow-up that was booked at the start-up meeting stands as booked when the intervention starts (FUP-03, STA-34). */
public final class FollowUpListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final QName NEXT_MEETING = QName.createQName("http://insats.org/model/meeting/1.0", "nextMeeting");

    private final Documents documents;
    private final CaseEvents events;

    /** Writes follow-ups through the doors of the case file. */
    public FollowUpListener(Documents documents, CaseEvents events) {
        this.documents = documents;
        this.events = events;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionStarted started) {
            Document meeting = documents.get(started.document());
            meeting.date(NEXT_MEETING).ifPresent(day -> {
                Map<QName, Serializable> fields = new LinkedHashMap<>();
                fields.put(CaseModel.STATUS, FollowUpState.BOOKED.name());
                fields.put(FollowUpModel.BOOKED_FOR, LawDate.toStored(day));
                fields.put(FollowUpModel.BOOKED_ON, meeting.properties().get(CaseModel.DOCUMENT_DATE));
                Document booked = documents.make(
                        new NewDocument("followUp", started.caseFile(), Optional.of(started.intervention()), fields));
                events.publish(new FollowUpBooked(started.caseFile(), started.intervention(), booked.node(), day));
            });
        }
    }
}
