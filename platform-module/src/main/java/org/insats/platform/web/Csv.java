package org.insats.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * A list as values separated by semicolons, quoted as in RFC 4180, in UTF-8 with a byte order mark: what spreadsheets in Swedish open
 * without being asked. A cell that a
 * spreadsheet would take for a formula is led in by an apostrophe, so that a text somebody wrote never runs.
 */
public final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String KEY = "insats.column.";
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern SPECIAL = Pattern.compile("[;\"\\r\\n]");

    private final StringBuilder text = new StringBuilder(MARK);

    /** A list with headings: the texts {@code insats.column.<name>} in the language of the request. */
    public Csv(List<String> columns) {
        row(columns.stream().map(Csv::heading).toList());
    }

    private static String heading(String column) {
        String heading = I18NUtil.getMessage(KEY + column, I18NUtil.getLocale());
        return heading == null ? column : heading;
    }

    /** Adds a row; a null is an empty cell. */
    public void row(List<?> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String cell(Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = !(value instanceof Number) && FORMULA.matcher(plain).matches();
        String safe = formula ? "'" + plain : plain;
        return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
