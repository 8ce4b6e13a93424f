package org.insats.routine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.stream.Collectors;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.RoutineProfile;
import org.insats.routine.store.StoredProfile;
import org.insats.routine.store.StoredProfiles;
import org.springframework.extensions.surf.util.I18NUtil;

/** {@code GET profiles/{id}}: a routine profile in full, in force or in the {@code version} asked for, and its versions. */
public final class ProfileGet extends JsonWebScript {

    private static final String RULE_TEXT = "insats.deadline.rule.";

    private final StoredProfiles profiles;
    private final Clock clock;

    /** Reads {@code profiles}. */
    public ProfileGet(WebScriptSupport support, StoredProfiles profiles, Clock clock) {
        super(support);
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = request.path("id");
        StoredProfile stored = profiles.text(id, request.parameter("version").orElse(""))
                .orElseThrow(() -> Refusal.of(
                                Refusal.Kind.NOT_FOUND,
                                "PRF-NONE",
                                profiles.profiles().stream()
                                        .map(RoutineProfile::id)
                                        .collect(Collectors.joining(", ")))
                        .violation());
        ObjectNode answer = new ProfileJson(support().mapper(), LawDate.today(clock)).line(stored.profile());
        ArrayNode versions = answer.putArray("versions");
        profiles.versions(id).forEach(each -> versions.add(each.version()));
        JsonNode profile = read(stored.text());
        answer.set("profile", profile);
        ObjectNode texts = answer.putObject("ruleTexts");
        profile.path("deadlines").forEach(setting -> {
            String part = setting.path("part").asText("");
            String rule = setting.path("rule").asText();
            String name = part.isEmpty() ? rule : rule + "/" + part;
            texts.put(name, I18NUtil.getMessage(RULE_TEXT + name.replace('/', '.')));
        });
        return answer;
    }

    private JsonNode read(String text) {
        try {
            return support().mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored profile is not JSON", e);
        }
    }
}
