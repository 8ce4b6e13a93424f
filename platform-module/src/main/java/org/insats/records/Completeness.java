package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of document a routine asks for of an intervention before the file is closed, as data: {@code records/completeness.json}
 * (RET-01 to RET-35; bean {@code insats.completeness}). Each entry of a list is a set of kinds of which one is enough.
 */
public final class Completeness {

    private static final String OTHERS = "*";

    private final Map<String, Map<Boolean, List<Set<String>>>> byProfile = new LinkedHashMap<>();

    /**
     * Reads the data.
     *
     * @param resource class path resource
     */
    public Completeness(String resource) {
        JsonNode data = JsonText.parse(text(resource));
        data.fields()
                .forEachRemaining(profile -> byProfile.put(
                        profile.getKey(),
                        Map.of(
                                true, groups(profile.getValue().path("started")),
                                false, groups(profile.getValue().path("neverStarted")))));
        if (!byProfile.containsKey(OTHERS)) {
            throw new IllegalStateException(resource + " lacks " + OTHERS);
        }
    }

    private static List<Set<String>> groups(JsonNode list) {
        List<Set<String>> groups = new ArrayList<>();
        list.forEach(group -> {
            List<String> kinds = new ArrayList<>();
            group.forEach(kind -> kinds.add(kind.asText()));
            groups.add(Set.copyOf(kinds));
        });
        return groups;
    }

    private static String text(String resource) {
        try (InputStream in = Completeness.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is missing, each as its kinds with commas.
     *
     * @param started whether the intervention ever began
     * @param kinds kinds of which there is a record
     */
    public List<String> missing(String profile, boolean started, Set<String> kinds) {
        return byProfile.getOrDefault(profile, byProfile.get(OTHERS)).get(started).stream()
                .filter(group -> group.stream().noneMatch(kinds::contains))
                .map(group -> String.join(",", group.stream().sorted().toList()))
                .toList();
    }
}
