package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.records.retention.BirthDay;
import org.insats.records.retention.FileFacts;
import org.insats.records.retention.FileFacts.Document;
import org.insats.records.retention.FileFacts.Entry;
import org.insats.records.retention.FileFacts.OtherMatter;
import org.insats.records.retention.FileFacts.Placement;
import org.insats.records.retention.RetentionEngine;
import org.insats.records.retention.RuleSet;

/** The verdict on facts that are sent, nothing stored: {@code POST retention/preview}. */
public final class Preview {

    private final RuleSets ruleSets;
    private final Clock clock;

    /** Creates it. */
    public Preview(RuleSets ruleSets, Clock clock) {
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * Judges.
     *
     * @param request facts as in {@code docs/api/openapi.yaml}, with {@code on} and {@code rules} where others than today and those in
     *     force
     * @throws org.insats.platform.RuleViolation {@code INS-FACTS} with the field that cannot be read
     */
    public ObjectNode judge(JsonNode request) {
        RuleSet rules = request.has("rules") ? ruleSets.read(request.path("rules")) : ruleSets.current();
        LocalDate on = day(request, "on").orElseGet(() -> LawDate.today(clock));
        return VerdictJson.explained(new RetentionEngine(rules).judge(facts(request), on), rules);
    }

    private static FileFacts facts(JsonNode request) {
        List<Entry> entries = new ArrayList<>();
        request.path("entries")
                .forEach(entry -> entries.add(new Entry(
                        required(entry, "date"), entry.path("byPerson").asBoolean(true))));
        List<Document> documents = new ArrayList<>();
        request.path("documents")
                .forEach(document -> documents.add(
                        new Document(document.path("id").asText(), placement(document), text(document, "ground"))));
        List<Placement> services = new ArrayList<>();
        request.path("services").forEach(service -> placement(service).ifPresent(services::add));
        List<OtherMatter> others = new ArrayList<>();
        request.path("otherMatters").forEach(matter -> others.add(new OtherMatter(day(matter, "closed"))));
        Set<String> laws = new HashSet<>();
        request.path("laws").forEach(law -> laws.add(law.asText()));
        return new FileFacts(
                kind(request),
                text(request, "municipality").map(Preview::municipality),
                laws,
                text(request, "birthDate").map(birth -> BirthDay.parse(birth).orElseThrow(() -> wrong("birthDate"))),
                required(request, "opened"),
                day(request, "closed"),
                entries,
                documents,
                services,
                request.path("held").asBoolean() ? 1 : 0,
                others);
    }

    private static String municipality(String code) {
        if (!code.matches("\\d{4}")) {
            throw wrong("municipality");
        }
        return code;
    }

    private static FileFacts.Kind kind(JsonNode request) {
        return switch (request.path("fileKind").asText("CLIENT")) {
            case "CLIENT" -> FileFacts.Kind.CLIENT;
            case "CONTRACTOR" -> FileFacts.Kind.CONTRACTOR;
            default -> throw wrong("fileKind");
        };
    }

    private static Optional<Placement> placement(JsonNode node) {
        return text(node, "service").map(service -> new Placement(service, day(node, "began")));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("").strip()).filter(text -> !text.isEmpty() && !text.equals("null"));
    }

    private static LocalDate required(JsonNode node, String field) {
        return day(node, field).orElseThrow(() -> wrong(field));
    }

    private static Optional<LocalDate> day(JsonNode node, String field) {
        return text(node, field).map(text -> LawDate.parse(text).orElseThrow(() -> wrong(field)));
    }

    private static RuntimeException wrong(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "FACTS", field).onField(field).violation();
    }
}
