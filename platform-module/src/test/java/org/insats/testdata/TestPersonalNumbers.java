package org.insats.testdata;

import java.util.List;

/**
 * The only personal identity numbers that tests may use: from the Swedish Tax Agency's published series of test numbers,
 * which are never given to anybody. Everybody else in a test has a date of birth only.
 */
public final class TestPersonalNumbers {

    /** Test numbers, twelve digits. */
    public static final List<String> VALID = List.of("191212121212", "189001019802");

    /** The first with its check digit spoiled. */
    public static final String WRONG_CHECK_DIGIT = "191212121213";

    private TestPersonalNumbers() {}
}
