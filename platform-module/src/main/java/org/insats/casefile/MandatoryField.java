package org.insats.casefile;

import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;

/**
 * A field that must hold something when an act is done. Drafts may be incomplete.
 *
 * @param field the property
 * @param acts names of the actions that ask for it, for example {@code send}
 * @param level how strongly
 * @param when the condition, on the document as it stands
 */
public record MandatoryField(QName field, Set<String> acts, Level level, Predicate<Document> when) {

    /** How strongly a field is asked for (reading of the requirement tables). */
    public enum Level {
        /** {@code y}: refused when empty. */
        MUST,
        /** {@code y (i)}: refused when empty, unless {@code ins:overrides} holds a written reason for it. */
        IMPORTANT,
        /** {@code s}: shown as missing, never refused. */
        SHOULD
    }

    /** Always asked for by {@code acts}. */
    public static MandatoryField must(QName field, String... acts) {
        return new MandatoryField(field, Set.of(acts), Level.MUST, document -> true);
    }

    /** Asked for by {@code acts} when {@code condition} holds. */
    public static MandatoryField mustWhen(QName field, Predicate<Document> condition, String... acts) {
        return new MandatoryField(field, Set.of(acts), Level.MUST, condition);
    }

    /** Asked for by {@code acts}, unless a reason is written. */
    public static MandatoryField important(QName field, String... acts) {
        return new MandatoryField(field, Set.of(acts), Level.IMPORTANT, document -> true);
    }

    /** Recommended at {@code acts}. */
    public static MandatoryField should(QName field, String... acts) {
        return new MandatoryField(field, Set.of(acts), Level.SHOULD, document -> true);
    }
}
