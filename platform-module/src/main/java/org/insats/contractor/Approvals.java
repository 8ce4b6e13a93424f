package org.insats.contractor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.casefile.Document;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What the investigations of a contractor that are not finished still lack before they can be approved (INV-24, BR-31..35), for
 * who reads the file: the latest first.
 */
public final class Approvals implements ContractorPart {

    private final ContractorService contractors;

    /** Reads what is kept with a contractor. */
    public Approvals(ContractorService contractors) {
        this.contractors = contractors;
    }

    @Override
    public String name() {
        return "underInvestigation";
    }

    @Override
    public Object of(Contractor contractor) {
        List<Map<String, Object>> open = new ArrayList<>();
        contractors.documents(contractor, InvestigationKind.ID).stream()
                .filter(investigation ->
                        investigation.text(ContractorModel.RESULT).isEmpty())
                .forEach(investigation -> open.add(0, view(investigation)));
        return open;
    }

    private static Map<String, Object> view(Document investigation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", investigation.id());
        view.put("status", investigation.status());
        view.put(
                "missing",
                Checklist.of(investigation).missing(investigation).stream()
                        .map(step -> I18NUtil.getMessage("insats.step." + step, I18NUtil.getLocale()))
                        .toList());
        return view;
    }
}
