package org.insats.routine.store;

import org.alfresco.service.namespace.QName;

/** Names of the routine model ({@code model/routine-model.xml}) that code speaks of. */
public final class RoutineModel {

    private static final String URI = "http://insats.org/model/routine/1.0";

    /** The folder that routine profiles lie in. */
    public static final QName TYPE_PROFILE_FOLDER = name("profileFolder");

    static final QName TYPE_PROFILE = name("routineProfile");
    static final QName PROFILE_ID = name("profileId");
    static final QName PROFILE_VERSION = name("profileVersion");
    static final QName VALID_FROM = name("validFrom");
    static final QName VALID_TO = name("validTo");
    static final QName REVIEW_BY = name("reviewBy");
    static final QName SHIPPED_HASH = name("shippedHash");

    private RoutineModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}
