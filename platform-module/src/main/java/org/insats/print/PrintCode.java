package org.insats.print;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The code on a printed form: {@code INS1;<case number>;<kind code>;<serial>;<version>;<page>/<pages>;<CRC-32 of what stands
 * before, as eight hexadecimal digits>}. It names a case and a document, never a person.
 *
 * @param caseNumber for example {@code 2026-000123}
 * @param kindCode the document kind's code, for example {@code GPL}
 * @param serial the document's serial number in its case
 * @param version label of the version that is printed, for example {@code 1.2}
 */
public record PrintCode(String caseNumber, String kindCode, int serial, String version) implements PageCode {

    private static final Pattern FORM = Pattern.compile(
            "(INS1;(\\d{4}-\\d{6});([A-Z]{3});(\\d{1,4});(\\d+\\.\\d+);\\d{1,3}/\\d{1,3});([0-9a-f]{8})");

    private static final String NO_CASE = "0000-000000";
    private static final String SEPARATOR = "INS1;SEP";

    /** A form of a kind that is no document yet, in a case or in none. */
    static PrintCode blank(Optional<String> caseNumber, String kindCode) {
        return new PrintCode(caseNumber.orElse(NO_CASE), kindCode, 0, "0.0");
    }

    /** The code of a sheet that only parts one paper from the next. */
    static PageCode separator() {
        return (page, pages) -> SEPARATOR + ";" + checksum(SEPARATOR);
    }

    /** Whether the paper was printed blank, so that no document knows it. */
    public boolean isBlank() {
        return serial == 0;
    }

    /** Whether it names a case. */
    public boolean hasCase() {
        return !caseNumber.equals(NO_CASE);
    }

    @Override
    public String text(int page, int pages) {
        String text = "INS1;" + caseNumber + ";" + kindCode + ";" + serial + ";" + version + ";" + page + "/" + pages;
        return text + ";" + checksum(text);
    }

    /** Name of the document that the code points at, for example {@code 2026-000123-GPL-01}. */
    public String documentName() {
        return String.format(Locale.ROOT, "%s-%s-%02d", caseNumber, kindCode, serial);
    }

    /** Reads a code; empty when it is not of this form or its checksum is wrong. */
    public static Optional<PrintCode> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || !matcher.group(6).equals(checksum(matcher.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(new PrintCode(
                matcher.group(2), matcher.group(3), Integer.parseInt(matcher.group(4)), matcher.group(5)));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
