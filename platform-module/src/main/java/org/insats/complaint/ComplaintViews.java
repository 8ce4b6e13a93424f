package org.insats.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorPart;
import org.insats.contractor.ContractorService;

/**
 * Earlier complaints and feedback, where the placement group considers a contractor again (DOC-CTR-07, CON-116, BR-40); the
 * latest first.
 */
public final class ComplaintViews implements ContractorPart {

    private final ContractorService contractors;

    /** Reads what is kept with a contractor. */
    public ComplaintViews(ContractorService contractors) {
        this.contractors = contractors;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Object of(Contractor contractor) {
        List<Map<String, Object>> views = new ArrayList<>();
        Stream.of(ComplaintKind.ID, FeedbackKind.ID)
                .flatMap(kind -> contractors.documents(contractor, kind).stream())
                .filter(document -> !document.status().equals("DRAFT"))
                .forEach(document -> views.add(0, view(document)));
        return views;
    }

    private static Map<String, Object> view(Document document) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", document.id());
        view.put("status", document.status());
        if (document.kind().id().equals(FeedbackKind.ID)) {
            view.put("kind", "FEEDBACK_AFTER_ASSIGNMENT");
            put(view, "text", document, ComplaintModel.FEEDBACK_AFTER_ASSIGNMENT);
            document.date(ComplaintModel.FEEDBACK_DATE).ifPresent(day -> view.put("date", day.toString()));
        } else {
            put(view, "kind", document, ComplaintModel.KIND);
            put(view, "text", document, ComplaintModel.DESCRIPTION);
            put(view, "outcome", document, ComplaintModel.OUTCOME);
            view.put("serious", document.isTrue(ComplaintModel.SERIOUS));
            document.date(ComplaintModel.RECEIVED_DATE).ifPresent(day -> view.put("date", day.toString()));
        }
        return view;
    }

    private static void put(Map<String, Object> view, String name, Document document, QName property) {
        document.text(property).ifPresent(text -> view.put(name, text));
    }
}
