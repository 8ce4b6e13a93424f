package org.insats.routine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a routine profile from JSON. What is not well-formed, not by the schema or makes no sense is refused with place and reason; a
 * profile that comes out of here can be computed with.
 */
public final class RoutineProfileReader {

    private static final String SCHEMA = "/alfresco/module/insats-platform/routine/routine-profile.schema.json";

    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonSchema schema;

    /** A reader with the schema shipped with Insats; may be shared by threads. */
    public RoutineProfileReader() {
        InputStream source = RoutineProfileReader.class.getResourceAsStream(SCHEMA);
        if (source == null) {
            throw new IllegalStateException("missing resource " + SCHEMA);
        }
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(source);
    }

    /**
     * Reads a profile.
     *
     * @param name what to call it in messages, such as its file name
     * @param text the JSON
     * @throws InvalidProfileException when it is not a usable profile
     */
    public RoutineProfile read(String name, String text) {
        JsonNode document = parse(name, text);
        refuse(name, bySchema(document));
        List<InvalidProfileException.Problem> dates = ProfileChecks.dates(document);
        refuse(name, dates);
        RoutineProfile profile = new ProfileMapping(document).profile();
        refuse(name, ProfileChecks.sense(profile));
        return profile;
    }

    private JsonNode parse(String name, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidProfileException(
                    name,
                    List.of(ProfileTexts.problem(
                            "line " + e.getLocation().getLineNr(), "notJson", e.getOriginalMessage())));
        }
    }

    private List<InvalidProfileException.Problem> bySchema(JsonNode document) {
        List<ValidationMessage> swedish = validate(document, ProfileTexts.LANGUAGES.get("sv"));
        List<ValidationMessage> english = validate(document, ProfileTexts.LANGUAGES.get("en"));
        List<InvalidProfileException.Problem> problems = new ArrayList<>();
        for (int i = 0; i < swedish.size(); i++) {
            problems.add(new InvalidProfileException.Problem(
                    pointer(swedish.get(i).getInstanceLocation().toString()),
                    Map.of("sv", text(swedish.get(i)), "en", text(english.get(i)))));
        }
        return problems;
    }

    private List<ValidationMessage> validate(JsonNode document, Locale language) {
        return List.copyOf(schema.validate(
                document, context -> context.getExecutionConfig().setLocale(language)));
    }

    /** The validator's text begins with the place, which stands beside it anyway. */
    private static String text(ValidationMessage message) {
        String text = message.getMessage();
        String place = message.getInstanceLocation() + ": ";
        return text.startsWith(place) ? text.substring(place.length()) : text;
    }

    /** The validator's "$.a[0]" as the pointer "/a/0". */
    private static String pointer(String location) {
        String pointer =
                location.replace("$", "").replace('.', '/').replace("[", "/").replace("]", "");
        return pointer.isEmpty() ? "/" : pointer;
    }

    private static void refuse(String name, List<InvalidProfileException.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidProfileException(name, problems);
        }
    }
}
