package org.insats.routine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A routine profile that cannot be used, with every place that is wrong and why. */
public final class InvalidProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param place JSON pointer into the profile, such as {@code /deadlines/3/period}
     * @param reasons what is wrong there, by language ({@code sv}, {@code en})
     */
    public record Problem(String place, Map<String, String> reasons) {

        /** Copies the texts. */
        public Problem {
            reasons = Map.copyOf(reasons);
        }

        /** What is wrong there, in a language; in Swedish where it is none that Insats speaks. */
        public String reason(Locale language) {
            return reasons.getOrDefault(language.getLanguage(), reasons.getOrDefault("sv", ""));
        }
    }

    private final transient List<Problem> problems;

    InvalidProfileException(String name, List<Problem> problems) {
        super(name + ": "
                + problems.stream()
                        .map(problem -> problem.place() + ": " + problem.reason(Locale.ENGLISH))
                        .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
