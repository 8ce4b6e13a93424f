package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insats.casefile.Document;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What an investigation must contain before it is approved: its steps and the topics to talk about. It is taken from the
 * routine when the investigation begins and kept with it, so that a later change of the routine does not reopen it.
 *
 * @param variant identifier of DOC-ENUM-16
 * @param steps what must be done
 * @param topics what must be talked about
 */
record Checklist(String variant, List<Step> steps, List<Topic> topics) {

    /**
     * A topic (DOC-CHK-01..03).
     *
     * @param id its identifier, by which it has a text, for example {@code NETWORK}
     * @param group side of the BBIC triangle that it belongs to, for depth interviews (INV-14)
     * @param texts its texts in Swedish and English, where a routine added it
     */
    record Topic(String id, Optional<String> group, JsonNode texts) {

        static Topic of(JsonNode json) {
            return new Topic(
                    json.path("topic").asText(),
                    Optional.of(json.path("group").asText()).filter(group -> !group.isEmpty()),
                    json);
        }

        String label(Locale language) {
            String own = texts.path("en".equals(language.getLanguage()) ? "en" : "sv")
                    .asText();
            String known = I18NUtil.getMessage("insats.topic." + id, language);
            return own.isEmpty() ? known == null ? id : known : own;
        }
    }

    Checklist {
        steps = List.copyOf(steps);
        topics = List.copyOf(topics);
    }

    /** The one kept with an investigation; an empty one before it has any. */
    static Checklist of(Document investigation) {
        return investigation
                .text(ContractorModel.CHECKLIST)
                .map(JsonTexts::read)
                .map(json -> of(json.path("variant").asText(), json))
                .orElseGet(() -> new Checklist("", List.of(), List.of()));
    }

    static Checklist of(String variant, JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(Step.valueOf(step.asText())));
        List<Topic> topics = new ArrayList<>();
        json.path("topics").forEach(topic -> topics.add(Topic.of(topic)));
        return new Checklist(variant, steps, topics);
    }

    boolean has(Step step) {
        return steps.contains(step);
    }

    /** Whether any of some steps is on it. */
    boolean hasAny(Step... some) {
        return List.of(some).stream().anyMatch(this::has);
    }

    /** The steps that an investigation lacks. */
    List<Step> missing(Document investigation) {
        return steps.stream().filter(step -> !step.isDone(investigation)).toList();
    }

    /** As the JSON text that is kept. */
    String text() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("variant", variant);
        ArrayNode stepList = json.putArray("steps");
        steps.forEach(step -> stepList.add(step.name()));
        ArrayNode topicList = json.putArray("topics");
        topics.forEach(topic -> topicList.add(topic.texts()));
        return json.toString();
    }
}
