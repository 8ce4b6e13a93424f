package org.insats.contractor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.casefile.Document;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What an investigation still lacks before the contractor can be approved, shown with the entry: of the one that is under way,
 * else of the one that the routine asks for (TMP-43, BR-32..35).
 */
public final class OpenSteps implements ContractorPart {

    private final ContractorService contractors;
    private final Checklists checklists;

    /** Reads investigations through {@code contractors}. */
    public OpenSteps(ContractorService contractors, Checklists checklists) {
        this.contractors = contractors;
        this.checklists = checklists;
    }

    @Override
    public String name() {
        return "openSteps";
    }

    @Override
    public Object of(Contractor contractor) {
        if (contractors.approval(contractor).isGiven()) {
            return List.of();
        }
        List<Step> missing = underWay(contractor)
                .map(investigation -> Checklist.of(investigation).missing(investigation))
                .orElseGet(() -> asked(contractor));
        return missing.stream().map(OpenSteps::json).toList();
    }

    private Optional<Document> underWay(Contractor contractor) {
        return contractors.documents(contractor, InvestigationKind.ID).stream()
                .filter(investigation -> investigation.kind().editableStatuses().contains(investigation.status()))
                .reduce((earlier, later) -> later);
    }

    private List<Step> asked(Contractor contractor) {
        return checklists.required(contractor.profile(), contractor.type()).stream()
                .findFirst()
                .map(variant -> checklists.of(contractor.profile(), variant).steps())
                .orElse(List.of());
    }

    private static Map<String, Object> json(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", step.name());
        json.put("text", I18NUtil.getMessage("insats.step." + step, I18NUtil.getLocale()));
        return json;
    }
}
