package org.insats.importer.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the code on a printed form says: {@code INS1;<case number>;<kind code>;<serial>;<version>;<page>/<pages>;<CRC-32 of
 * what stands before, as eight hexadecimal digits>}. It never names a person.
 *
 * @param text the whole code as read
 * @param caseNumber for example {@code 2026-000123}
 * @param kindCode three letters, for example {@code GPL}
 * @param serial the document's serial number in its case
 * @param version the version that was printed, for example {@code 1.2}
 * @param page this page, from 1
 * @param pages pages of the form
 */
public record FormCode(
        String text, String caseNumber, String kindCode, int serial, String version, int page, int pages) {

    private static final String SEPARATOR = "INS1;SEP";
    private static final Pattern CODE = Pattern.compile(
            "(INS1;(\\d{4}-\\d{6});([A-Z]{3});(\\d{1,4});(\\d+\\.\\d+);(\\d{1,3})/(\\d{1,3}));([0-9a-f]{8})");

    /** Whether a text claims to be a code of ours, right or wrong. */
    static boolean isOurs(String text) {
        return text.startsWith("INS1;");
    }

    /** Whether a text is the code of a sheet that only parts one paper from the next. */
    static boolean isSeparator(String text) {
        return separator().equals(text.strip());
    }

    /** What the code on a separator sheet says. */
    public static String separator() {
        return SEPARATOR + ";" + checksum(SEPARATOR);
    }

    /** Reads a code; empty when it is not of this form or its checksum is wrong. */
    public static Optional<FormCode> parse(String text) {
        Matcher matcher = CODE.matcher(text.strip());
        if (!matcher.matches() || !matcher.group(8).equals(checksum(matcher.group(1)))) {
            return Optional.empty();
        }
        int page = Integer.parseInt(matcher.group(6));
        int pages = Integer.parseInt(matcher.group(7));
        if (page < 1 || page > pages) {
            return Optional.empty();
        }
        return Optional.of(new FormCode(
                matcher.group(),
                matcher.group(2),
                matcher.group(3),
                Integer.parseInt(matcher.group(4)),
                matcher.group(5),
                page,
                pages));
    }

    /** Name of the document that the code points at, for example {@code 2026-000123-GPL-01}. */
    public String documentName() {
        return String.format(Locale.ROOT, "%s-%s-%02d", caseNumber, kindCode, serial);
    }

    /** Whether two pages are of the same print of the same document. */
    boolean sameFormAs(FormCode other) {
        return caseNumber.equals(other.caseNumber)
                && kindCode.equals(other.kindCode)
                && serial == other.serial
                && version.equals(other.version)
                && pages == other.pages;
    }

    /** CRC-32 of an ASCII text as eight hexadecimal digits. */
    public static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
