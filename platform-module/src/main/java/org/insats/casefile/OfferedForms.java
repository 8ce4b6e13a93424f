package org.insats.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Documentation support that a routine offers beside a document, such as the forms of the BBIC framework (PLN-34): which forms, and
 * where they are, is data of the profile ({@code forms} of PRF-18).
 */
public final class OfferedForms {

    private static final String DEFAULT_LANGUAGE = "sv";

    private final CaseRoutines routines;

    /** Asks the routine of a document's case. */
    public OfferedForms(CaseRoutines routines) {
        this.routines = routines;
    }

    /**
     * A form to use.
     *
     * @param title what it is called
     * @param link where it is; empty until the municipality has said so
     */
    public record Form(String title, Optional<String> link) {}

    /** The forms for a document of this kind and service, in the routine's order. */
    public List<Form> of(Document document, Locale language) {
        Object forms = routines.of(document).entryOfService("PRF-18", "forms").orElse(List.of());
        return Stream.of(forms)
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .filter(Map.class::isInstance)
                .map(form -> (Map<?, ?>) form)
                .filter(form -> document.kind().id().equals(form.get("kind")))
                .map(form -> new Form(
                        title(form, language.getLanguage()),
                        Optional.ofNullable(form.get("link")).map(Object::toString)))
                .toList();
    }

    private static String title(Map<?, ?> form, String language) {
        Object title = form.get(language);
        return String.valueOf(title == null ? form.get(DEFAULT_LANGUAGE) : title);
    }
}
