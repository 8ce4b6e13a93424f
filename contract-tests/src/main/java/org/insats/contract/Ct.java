package org.insats.contract;

import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Names of the contract model and of stock properties that the API stand-in does not name. */
final class Ct {

    static final String URI = "http://insats.org/contract/1.0";

    static final QName ITEM = name("item");
    static final QName SPECIAL_ITEM = name("specialItem");
    static final QName DOCUMENT = name("document");
    static final QName WANTING = name("wanting");
    static final QName DEMANDING = name("demanding");
    static final QName PRESET = name("preset");
    static final QName MARKED = name("marked");
    static final QName TEXT = name("text");
    static final QName NUMBER = name("number");
    static final QName LONG = name("long");
    static final QName DAY = name("day");
    static final QName MOMENT = name("moment");
    static final QName TEXTS = name("texts");
    static final QName STATE = name("state");
    static final QName MARK = name("mark");
    static final QName PARTS = name("parts");
    static final QName NOTES = name("notes");

    private Ct() {}

    /** A name in the contract model. */
    static QName name(String local) {
        return QName.createQName(URI, local);
    }

    /** A name in the workflow model. */
    static QName bpm(String local) {
        return QName.createQName(NamespaceService.BPM_MODEL_1_0_URI, local);
    }

    /** A name in the content model. */
    static QName cm(String local) {
        return QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, local);
    }
}
