package org.insats.platformtest.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of examples beside the tests: one a line, cells between bars, {@code #} for remarks. */
final class Table {

    private Table() {}

    /** The rows of a table; missing last cells are empty. */
    static List<List<String>> read(String name, int cells) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(line, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static List<String> cells(String line, int count) {
        String[] found = Arrays.copyOf(line.split("\\|", count), count);
        return Arrays.stream(found)
                .map(cell -> cell == null ? "" : cell.strip())
                .toList();
    }
}
