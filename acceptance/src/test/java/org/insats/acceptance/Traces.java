package org.insats.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The search for what must not be anywhere: everybody whom the stories write into a case is called {@value #MARK}, and nobody
 * else is. So the name may stand on the people of a case and on nothing else that the system wrote.
 */
final class Traces {

    /** The surname of everybody in a case, and of nobody on the staff. */
    static final String MARK = "Testsson";

    private static final String MARK_IN_HEX = HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.UTF_8));

    private Traces() {}

    /**
     * Refuses an answer whose address, headers or refusal holds a name.
     *
     * @throws AssertionError with the address cut off where the name begins
     */
    static void check(HttpResponse<byte[]> answer) {
        String address = answer.uri().toString();
        String headers = answer.headers().map().toString();
        boolean refused = answer.statusCode() >= 400;
        if (address.contains(MARK)
                || headers.contains(MARK)
                || (refused && new String(answer.body(), StandardCharsets.UTF_8).contains(MARK))) {
            throw new AssertionError("A name in the address, a header or the refusal of "
                    + answer.request().method() + " " + address.split(MARK)[0] + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /** Files below a folder that hold the mark; those that went away meanwhile hold nothing. */
    static List<Path> filesWithMark(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(Traces::holdsMark).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file holds the mark; read line by line, for a dump is large. */
    static boolean holdsMark(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(MARK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rows of a database with the mark, other than properties of the people of cases.
     *
     * @param dump what {@code pg_dump} writes of the embedded repository's database or of ACS's
     * @return each as table, type of the node and property, without the value
     */
    static List<String> rowsWithMark(Path dump) {
        Rows rows = new Rows();
        rows.each(dump, rows::note);
        rows.each(dump, rows::search);
        return List.copyOf(rows.found);
    }

    /** Reads the {@code COPY} blocks of a dump: one row a line, values between tabs. */
    private static final class Rows {

        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> types = new HashMap<>();
        private final List<String> found = new ArrayList<>();

        private interface Reader {
            void read(String table, Map<String, String> row, String line);
        }

        void each(Path dump, Reader reader) {
            String table = null;
            String[] columns = {};
            try (Stream<String> lines = Files.lines(dump)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    if (table == null && line.startsWith("COPY ")) {
                        table = line.substring(5, line.indexOf(' ', 5)).replace("public.", "");
                        columns = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'))
                                .split(", ");
                    } else if (line.equals("\\.")) {
                        table = null;
                    } else if (table != null) {
                        reader.read(table, row(columns, line), line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> row(String[] columns, String line) {
            String[] values = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(columns.length, values.length); i++) {
                row.put(columns[i], values[i]);
            }
            return row;
        }

        void note(String table, Map<String, String> row, String line) {
            switch (table) {
                case "ins_node" -> types.put(row.get("id"), row.get("type_name"));
                case "alf_node" -> types.put(row.get("id"), row.get("type_qname_id"));
                case "alf_qname" -> names.put(row.get("id"), row.get("local_name"));
                default -> {
                    // Says nothing of nodes.
                }
            }
        }

        void search(String table, Map<String, String> row, String line) {
            if (!line.contains(MARK) && !line.contains(MARK_IN_HEX)) {
                return;
            }
            String type = types.getOrDefault(row.get("node_id"), "");
            type = names.getOrDefault(type, type);
            String property = row.getOrDefault("name", "");
            property = names.getOrDefault(row.get("qname_id"), property);
            boolean isOfPerson = (table.equals("ins_node_property") || table.equals("alf_node_properties"))
                    && type.replaceAll(".*}", "").equals("person");
            if (!isOfPerson) {
                found.add(table + " " + type + " " + property);
            }
        }
    }
}
