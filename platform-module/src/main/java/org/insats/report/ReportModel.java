package org.insats.report;

import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;

/** Names of the report model. */
final class ReportModel {

    static final String URI = "http://insats.org/model/report/1.0";
    static final QName TYPE_TALLY = name("tally");
    static final QName UNIT = name("tallyUnit");
    static final QName KEY = name("tallyKey");
    static final QName GENERATION = name("tallyGeneration");
    static final QName COUNTS = name("counts");
    static final QName TYPE_REPORTS = name("reports");
    static final QName CURRENT_GENERATION = name("generation");
    static final QName REBUILD_AFTER = name("rebuildAfter");

    /** On the intervention. */
    static final QName START_TALLIED = QName.createQName(CaseModel.URI, "startTallied");

    static final QName START_TALLY_DUE = QName.createQName(CaseModel.URI, "startTallyDue");

    private ReportModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}
