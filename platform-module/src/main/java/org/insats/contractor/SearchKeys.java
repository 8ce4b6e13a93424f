package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;

/**
 * What the database finds an entry by where the entry itself says it in a way that cannot be asked for: whether there is an agreement
 * and the number in one, to sort by; skills, which are one JSON text; and the day of the last contact, which is missing where there
 * was none.
 */
final class SearchKeys {

    private static final String NEVER = "0000-00-00";

    private SearchKeys() {}

    /** The keys of an entry with these properties; null for what has none. */
    static Map<QName, Serializable> of(Map<QName, Serializable> entry) {
        boolean first = Boolean.TRUE.equals(entry.get(ContractorModel.UNDER_MUNICIPAL_AGREEMENT));
        Map<QName, Serializable> keys = new HashMap<>();
        keys.put(ContractorModel.LIST_KEY, (first ? "0-" : "1-") + entry.get(CaseModel.CASE_NUMBER));
        keys.put(ContractorModel.SKILL_KEYS, skills(entry.get(ContractorModel.SPECIAL_SKILLS)));
        keys.put(ContractorModel.CONTACT_KEY, contact(LawDate.fromStored(entry.get(ContractorModel.LAST_CONTACT))));
        return keys;
    }

    /** Skills are looked for without regard to case. */
    static String skill(String skill) {
        return skill.strip().toLowerCase(Locale.ROOT);
    }

    /** The day of the last contact, before all days where there was none. */
    static String contact(Optional<LocalDate> last) {
        return last.map(LocalDate::toString).orElse(NEVER);
    }

    private static ArrayList<String> skills(Serializable stored) {
        if (stored == null) {
            return null;
        }
        Set<String> skills = new LinkedHashSet<>();
        for (JsonNode each : JsonTexts.read(stored.toString())) {
            skills.add(skill(each.asText()));
        }
        return skills.isEmpty() ? null : new ArrayList<>(skills);
    }
}
