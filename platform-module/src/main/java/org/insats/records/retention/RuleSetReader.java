package org.insats.records.retention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a rule set from JSON, by {@code records/retention-rules.schema.json}; what comes out can be judged with. May be shared. */
public final class RuleSetReader {

    private static final String FOLDER = "/alfresco/module/insats-platform/records/";

    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("retention-rules.schema.json"));

    /** The rule set shipped with Insats, as text. */
    public static String shipped() {
        return resource("retention-rules.json");
    }

    private static String resource(String name) {
        try (InputStream in = RuleSetReader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a rule set.
     *
     * @throws InvalidRuleSetException when it is none
     */
    public RuleSet read(String text) {
        try {
            return read(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new InvalidRuleSetException(List.of("line " + e.getLocation().getLineNr()));
        }
    }

    /** The same, of what is parsed already. */
    public RuleSet read(JsonNode document) {
        List<String> places = schema.validate(document).stream()
                .map(message -> message.getInstanceLocation().toString())
                .distinct()
                .toList();
        if (!places.isEmpty()) {
            throw new InvalidRuleSetException(places);
        }
        try {
            RuleSet rules = mapped(document);
            List<String> senseless = senseless(rules);
            if (!senseless.isEmpty()) {
                throw new InvalidRuleSetException(senseless);
            }
            return rules;
        } catch (DateTimeException e) {
            throw new InvalidRuleSetException(List.of("a date or period"));
        }
    }

    private static List<String> senseless(RuleSet rules) {
        List<String> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules.rules()) {
            boolean endless = rule.kind() == Rule.Kind.DESTROY_AFTER
                    && rule.period()
                            .filter(period -> !period.isNegative() && !period.isZero())
                            .isEmpty();
            if (!seen.add(rule.id()) || rules.act(rule.act()).isEmpty() || endless) {
                places.add("$.rules." + rule.id());
            }
        }
        return places;
    }

    private static RuleSet mapped(JsonNode document) {
        List<Act> acts = new ArrayList<>();
        document.path("acts")
                .forEach(act -> acts.add(new Act(
                        act.path("id").asText(),
                        texts(act.path("name")),
                        date(act, "inForceFrom").orElseThrow(),
                        date(act, "inForceTo"))));
        List<Rule> rules = new ArrayList<>();
        document.path("rules").forEach(rule -> rules.add(rule(rule)));
        return new RuleSet(
                document.path("id").asText(),
                document.path("version").asText(),
                acts,
                rules,
                Period.parse(document.path("registerPeriod").asText()),
                document.path("completionYears").asInt(),
                document.path("draftDays").asInt(),
                texts(document.path("municipalities")));
    }

    private static Rule rule(JsonNode rule) {
        return new Rule(
                rule.path("id").asText(),
                Rule.Kind.valueOf(rule.path("kind").asText()),
                rule.path("act").asText(),
                rule.path("paragraph").asText(),
                texts(rule.path("text")),
                rule.path("active").asBoolean(true),
                new Rule.Validity(date(rule, "validFrom").orElseThrow(), date(rule, "validTo")),
                new Rule.Scope(set(rule, "fileKinds", FileFacts.Kind::valueOf), set(rule, "laws", text -> text)),
                new Rule.Selection(
                        set(rule, "counties", text -> text),
                        set(rule, "municipalities", text -> text),
                        set(rule, "birthDays", Integer::valueOf)),
                new Rule.Documents(
                        set(rule, "grounds", text -> text),
                        set(rule, "services", text -> text),
                        rule.hasNonNull("underAge")
                                ? Optional.of(rule.path("underAge").asInt())
                                : Optional.empty()),
                rule.hasNonNull("period")
                        ? Optional.of(Period.parse(rule.path("period").asText()))
                        : Optional.empty(),
                Rule.CountFrom.valueOf(rule.path("countFrom").asText("LAST_ENTRY")));
    }

    private static Optional<LocalDate> date(JsonNode node, String field) {
        return node.hasNonNull(field)
                ? Optional.of(LocalDate.parse(node.path(field).asText()))
                : Optional.empty();
    }

    private static <T> Set<T> set(JsonNode node, String field, Function<String, T> read) {
        List<String> values = new ArrayList<>();
        node.path(field).forEach(value -> values.add(value.asText()));
        return values.stream().map(read).collect(Collectors.toSet());
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
