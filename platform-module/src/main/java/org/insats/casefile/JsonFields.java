package org.insats.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.service.namespace.NamespacePrefixResolver;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;

/**
 * Composite and repeating fields: JSON texts, each checked against {@code schema/<prefix>-<name>.schema.json}. A text
 * property with such a schema is a JSON field; one without is plain text.
 */
public final class JsonFields {

    private static final String FOLDER = "/alfresco/module/insats-platform/schema/";

    private final NamespacePrefixResolver prefixes;
    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<QName, Optional<JsonSchema>> known = new ConcurrentHashMap<>();

    /** Creates it. */
    public JsonFields(NamespacePrefixResolver prefixes) {
        this.prefixes = prefixes;
    }

    /** Whether the property is a JSON field. */
    public boolean isJson(QName property) {
        return schema(property).isPresent();
    }

    /** The schema of a JSON field, for the model description. */
    public Optional<JsonNode> schemaOf(QName property) {
        return schema(property).map(JsonSchema::getSchemaNode);
    }

    /**
     * Checks a stored text.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-JSON} with the place that is wrong, never its value
     */
    public void check(QName property, String text) {
        if (text != null && !text.isBlank()) {
            schema(property).ifPresent(schema -> check(property, schema, parse(property, text)));
        }
    }

    /** The text to store for {@code value}, checked. */
    public String toText(QName property, JsonNode value) {
        schema(property).ifPresent(schema -> check(property, schema, value));
        return value.toString();
    }

    /**
     * Reads a stored text.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-JSON} where it is no JSON
     */
    public JsonNode parse(QName property, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null) {
                throw refusal(property, "$");
            }
            return node;
        } catch (JsonProcessingException e) {
            // The parser's message quotes the text, which may be personal: it is not passed on.
            throw refusal(property, "$");
        }
    }

    private static void check(QName property, JsonSchema schema, JsonNode value) {
        Set<ValidationMessage> wrong = schema.validate(value);
        if (!wrong.isEmpty()) {
            throw refusal(
                    property, wrong.iterator().next().getInstanceLocation().toString());
        }
    }

    private static RuntimeException refusal(QName property, String place) {
        return Refusal.rule("DOC-JSON", property.getLocalName(), place)
                .onField(property.getLocalName())
                .violation();
    }

    private Optional<JsonSchema> schema(QName property) {
        return known.computeIfAbsent(property, this::load);
    }

    private Optional<JsonSchema> load(QName property) {
        if (!CaseModel.isOurs(property)) {
            return Optional.empty();
        }
        String prefix = prefixes.getPrefixes(property.getNamespaceURI()).stream()
                .findFirst()
                .orElse("");
        String resource = FOLDER + prefix + '-' + property.getLocalName() + ".schema.json";
        try (InputStream in = JsonFields.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(schemas.getSchema(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
