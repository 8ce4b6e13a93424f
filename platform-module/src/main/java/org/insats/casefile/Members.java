package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;

/**
 * Who works, has worked or is to work in a case: the JSON list {@code ins:members}, the dated list of responsible (BR-110), and who
 * reads it for a limited time.
 */
final class Members {

    private static final String USER_NAME = "userName";
    private static final String UNTIL = "until";

    private final CaseTree tree;
    private final JsonFields json;
    private final Clock clock;

    Members(CaseTree tree, JsonFields json, Clock clock) {
        this.tree = tree;
        this.json = json;
        this.clock = clock;
    }

    /** Those who work in the case today. */
    List<Member> current(NodeRef caseFile) {
        LocalDate today = LawDate.today(clock);
        return known(caseFile).stream().filter(member -> member.isOn(today)).toList();
    }

    /** Those whom nobody has taken off: who work in the case, who will, and who stood in. */
    List<Member> known(NodeRef caseFile) {
        List<Member> members = new ArrayList<>();
        for (JsonNode entry : list(caseFile, CaseModel.MEMBERS)) {
            if (!entry.has("to")) {
                members.add(new Member(
                        entry.path(USER_NAME).asText(),
                        Role.valueOf(entry.path("role").asText()),
                        LocalDate.parse(entry.path("from").asText()),
                        text(entry, UNTIL).map(LocalDate::parse),
                        text(entry, "standsInFor"),
                        text(entry, "intervention")));
            }
        }
        return members;
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return Optional.of(entry.path(field).asText()).filter(text -> !text.isEmpty());
    }

    boolean has(NodeRef caseFile, String userName, Role role, Optional<String> intervention) {
        return current(caseFile).stream()
                .filter(member -> member.userName().equals(userName) && member.role() == role)
                .filter(member -> member.until().isEmpty())
                .anyMatch(member ->
                        member.intervention().isEmpty() || member.intervention().equals(intervention));
    }

    void add(NodeRef caseFile, Member member) {
        ArrayNode list = list(caseFile, CaseModel.MEMBERS);
        ObjectNode entry = list.addObject();
        entry.put(USER_NAME, member.userName())
                .put("role", member.role().name())
                .put("from", member.from().toString());
        member.until().ifPresent(day -> entry.put(UNTIL, day.toString()));
        member.standsInFor().ifPresent(absent -> entry.put("standsInFor", absent));
        member.intervention().ifPresent(id -> entry.put("intervention", id));
        write(caseFile, list);
    }

    void end(NodeRef caseFile, String userName, LocalDate to) {
        ArrayNode list = list(caseFile, CaseModel.MEMBERS);
        for (JsonNode entry : list) {
            if (userName.equals(entry.path(USER_NAME).asText()) && !entry.has("to")) {
                ((ObjectNode) entry).put("to", to.toString());
            }
        }
        write(caseFile, list);
    }

    /** Ends what somebody does in another's stead; what they do in the case besides stays. Whether there was anything to end. */
    boolean endStandIn(NodeRef caseFile, String userName, String absent, LocalDate to) {
        ArrayNode list = list(caseFile, CaseModel.MEMBERS);
        boolean ended = false;
        for (JsonNode entry : list) {
            if (userName.equals(entry.path(USER_NAME).asText())
                    && absent.equals(entry.path("standsInFor").asText())
                    && !entry.has("to")) {
                ((ObjectNode) entry).put("to", to.toString());
                ended = true;
            }
        }
        if (ended) {
            write(caseFile, list);
        }
        return ended;
    }

    void responsible(NodeRef caseFile, String userName, LocalDate from) {
        ArrayNode list = list(caseFile, CaseModel.RESPONSIBLE_HISTORY);
        endResponsibility(list, from);
        list.add(JsonNodeFactory.instance.objectNode().put(USER_NAME, userName).put("from", from.toString()));
        tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_HISTORY, list.toString());
    }

    /** The one who was responsible has left; nobody is, until somebody takes over. */
    void vacate(NodeRef caseFile, LocalDate on) {
        ArrayNode list = list(caseFile, CaseModel.RESPONSIBLE_HISTORY);
        endResponsibility(list, on);
        tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_HISTORY, list.toString());
    }

    private static void endResponsibility(ArrayNode list, LocalDate on) {
        if (!list.isEmpty() && !list.get(list.size() - 1).has("to")) {
            ((ObjectNode) list.get(list.size() - 1)).put("to", on.toString());
        }
    }

    /** Lets somebody read the case until a moment; whoever reads it so already, until then and no longer. */
    void readUntil(NodeRef caseFile, String userName, Instant until) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        Instant now = clock.instant();
        for (JsonNode entry : list(caseFile, CaseModel.TIMED_READERS)) {
            boolean over = !Instant.parse(entry.path(UNTIL).asText()).isAfter(now);
            if (!over && !entry.path(USER_NAME).asText().equals(userName)) {
                kept.add(entry);
            }
        }
        if (until.isAfter(now)) {
            kept.addObject().put(USER_NAME, userName).put(UNTIL, until.toString());
        }
        if (kept.isEmpty()) {
            tree.nodes().removeProperty(caseFile, CaseModel.TIMED_READERS);
        } else {
            tree.nodes().setProperty(caseFile, CaseModel.TIMED_READERS, kept.toString());
        }
    }

    /** Who reads the case for a limited time that is not out. */
    List<String> timedReaders(NodeRef caseFile) {
        Instant now = clock.instant();
        List<String> readers = new ArrayList<>();
        for (JsonNode entry : list(caseFile, CaseModel.TIMED_READERS)) {
            if (Instant.parse(entry.path(UNTIL).asText()).isAfter(now)) {
                readers.add(entry.path(USER_NAME).asText());
            }
        }
        return readers;
    }

    /** When the passing of time next gives or takes a right in the case. */
    Optional<Instant> nextChange(NodeRef caseFile) {
        Instant now = clock.instant();
        Stream<Instant> days = known(caseFile).stream()
                .flatMap(member ->
                        Stream.concat(Stream.of(member.from()), member.until().map(day -> day.plusDays(1)).stream()))
                .map(day -> day.atStartOfDay(LawDate.ZONE).toInstant());
        List<Instant> moments = new ArrayList<>(days.toList());
        for (JsonNode entry : list(caseFile, CaseModel.TIMED_READERS)) {
            moments.add(Instant.parse(entry.path(UNTIL).asText()));
        }
        return moments.stream().filter(now::isBefore).min(Instant::compareTo);
    }

    private void write(NodeRef caseFile, ArrayNode list) {
        tree.nodes().setProperty(caseFile, CaseModel.MEMBERS, list.toString());
    }

    private ArrayNode list(NodeRef caseFile, QName property) {
        return tree.text(caseFile, property)
                .map(text -> (ArrayNode) json.parse(property, text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}
