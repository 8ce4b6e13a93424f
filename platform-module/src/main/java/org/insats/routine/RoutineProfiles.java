package org.insats.routine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles read once from wherever a {@link Source} has them, one version of each; in the repository: {@code store.StoredProfiles}. */
public final class RoutineProfiles implements RoutineService {

    /** Where profile documents come from. */
    @FunctionalInterface
    public interface Source {

        /** The documents by name; the name is used in messages only. */
        Map<String, String> documents();
    }

    private static final String PLACE = "/alfresco/module/insats-platform/routine/";
    private static final List<String> SHIPPED = List.of(
            "motala-rop.json",
            "motala-srv.json",
            "malmo-contact.json",
            "bas-assignments.json",
            "malmo-family-therapist.json");

    private final Map<String, RoutineProfile> byId = new TreeMap<>();

    /**
     * Reads all profiles of a source.
     *
     * @throws InvalidProfileException when one of them is not usable, or two have the same id
     */
    public RoutineProfiles(RoutineProfileReader reader, Source source) {
        source.documents().forEach((name, text) -> {
            RoutineProfile profile = reader.read(name, text);
            if (byId.putIfAbsent(profile.id(), profile) != null) {
                throw new InvalidProfileException(
                        name, List.of(ProfileTexts.problem("/id", "usedTwice", profile.id())));
            }
        });
    }

    /** The profiles shipped with Insats. */
    public static RoutineProfiles shipped() {
        return new RoutineProfiles(new RoutineProfileReader(), RoutineProfiles::shippedDocuments);
    }

    @Override
    public Optional<RoutineProfile> profile(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<RoutineProfile> profile(String id, String version) {
        return profile(id);
    }

    @Override
    public List<RoutineProfile> profiles() {
        return List.copyOf(byId.values());
    }

    /** The documents shipped with Insats, by file name. */
    public static Map<String, String> shippedDocuments() {
        Map<String, String> documents = new TreeMap<>();
        SHIPPED.forEach(name -> documents.put(name, text(PLACE + name)));
        return documents;
    }

    private static String text(String place) {
        try (InputStream document = RoutineProfiles.class.getResourceAsStream(place)) {
            if (document == null) {
                throw new IllegalStateException("missing resource " + place);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }
}
