package org.insats.routine;

import java.util.List;
import java.util.stream.Collectors;

/** A routine profile that cannot be used, with every place that is wrong and why. */
public final class InvalidProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param place JSON pointer into the profile, such as {@code /deadlines/3/period}
     * @param reason what is wrong there
     */
    public record Problem(String place, String reason) {}

    private final transient List<Problem> problems;

    InvalidProfileException(String name, List<Problem> problems) {
        super(name + ": "
                + problems.stream()
                        .map(problem -> problem.place() + ": " + problem.reason())
                        .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
