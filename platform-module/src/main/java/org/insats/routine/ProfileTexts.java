package org.insats.routine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insats.routine.InvalidProfileException.Problem;

/** What is wrong with a profile, in the languages of Insats; from the message bundle of this room. */
final class ProfileTexts {

    /** The languages, by the code that problems carry. */
    static final Map<String, Locale> LANGUAGES = Map.of("sv", new Locale("sv"), "en", Locale.ENGLISH);

    private static final String BUNDLE = "alfresco/module/insats-platform/messages/routine";
    private static final String PREFIX = "insats.profile.problem.";

    private ProfileTexts() {}

    /** A problem whose text is {@code insats.profile.problem.<key>} with {@code arguments}. */
    static Problem problem(String place, String key, Object... arguments) {
        return problem(place, language -> text(key, language, arguments));
    }

    /** A problem whose text in each language {@code reason} knows. */
    static Problem problem(String place, Function<Locale, String> reason) {
        return new Problem(
                place,
                LANGUAGES.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, language -> reason.apply(language.getValue()))));
    }

    private static String text(String key, Locale language, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language, ProfileTexts.class.getClassLoader());
        return new MessageFormat(texts.getString(PREFIX + key), language).format(arguments);
    }
}
