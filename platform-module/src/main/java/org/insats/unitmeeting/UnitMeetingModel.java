package org.insats.unitmeeting;

import org.alfresco.service.namespace.QName;

/** Names of the meeting model that code speaks of, as far as a unit's meetings go. */
final class UnitMeetingModel {

    private static final String URI = "http://insats.org/model/meeting/1.0";

    static final QName TYPE = name("unitMeeting");
    static final QName UNIT = name("unit");
    static final QName KEY = name("unitMeetingKey");
    static final QName DATE = name("unitMeetingDate");
    static final QName STATUS = name("unitMeetingStatus");
    static final QName CHAIR = name("unitMeetingChair");
    static final QName PRESENT = name("unitMeetingPresent");
    static final QName ALLOCATIONS = name("unitMeetingAllocations");
    static final QName NOTES = name("unitMeetingNotes");

    private UnitMeetingModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}
