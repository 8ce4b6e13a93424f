package org.insats.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Swedish personal identity number or coordination number (DOC-PER-02), as twelve digits. The last digit is a check digit
 * by Luhn's formula over the ten digits without century; a coordination number has 60 added to the day.
 *
 * <p>{@link #toString()} says nothing, so that no number ends up in a log or message.
 */
public final class PersonalIdentityNumber {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})-?(\\d{4})");
    private static final int COORDINATION = 60;

    private final String digits;
    private final LocalDate birthDate;
    private final boolean coordination;

    private PersonalIdentityNumber(String digits, LocalDate birthDate, boolean coordination) {
        this.digits = digits;
        this.birthDate = birthDate;
        this.coordination = coordination;
    }

    /** Reads {@code yyyymmddnnnn} or {@code yyyymmdd-nnnn}; empty where it is no such number. */
    public static Optional<PersonalIdentityNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1) + matcher.group(2) + matcher.group(3) + matcher.group(4);
        int day = Integer.parseInt(matcher.group(3));
        boolean coordination = day > COORDINATION;
        try {
            LocalDate birthDate = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    coordination ? day - COORDINATION : day);
            return hasCheckDigit(digits.substring(2))
                    ? Optional.of(new PersonalIdentityNumber(digits, birthDate, coordination))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasCheckDigit(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** The twelve digits. */
    public String digits() {
        return digits;
    }

    /** Date of birth. */
    public LocalDate birthDate() {
        return birthDate;
    }

    /** Whether it is a coordination number. */
    public boolean isCoordinationNumber() {
        return coordination;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalIdentityNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "PersonalIdentityNumber";
    }
}
