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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The search for what must not be anywhere: everybody whom the stories write into a case is called {@value #MARK}, and nobody
 * else is. So the name may stand on the people of a case and on nothing else that the system wrote; their number and address
 * likewise. What somebody wrote of a case, marked by {@value #WORDS}, may stand in what it was written in, and in no title or log.
 */
final class Traces {

    /** The surname of everybody in a case, and of nobody on the staff. */
    static final String MARK = "Testsson";

    /** The personal identity number of whoever has one; a published test number. */
    static final String NUMBER = "191212121212";

    /** Where the marked child lives. */
    static final String ADDRESS = "Spargatan 17";

    /** Stands in what is written of a case: needs, goals, reasons, notes. */
    static final String WORDS = "Sparordet";

    private static final List<String> OF_PEOPLE = List.of(MARK, NUMBER, "121212-1212", ADDRESS);
    private static final List<String> ALL =
            Stream.concat(OF_PEOPLE.stream(), Stream.of(WORDS)).toList();
    /** Tables that hold what somebody wrote for log control: the reason for an access, the remark of a review. */
    private static final Set<String> OF_LOG_CONTROL = Set.of("insats_access_exception", "insats_access_sample");

    private static final Set<String> TITLES = Set.of("name", "title", "description");

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
        if (holds(ALL, address)
                || holds(ALL, headers)
                || (refused && holds(ALL, new String(answer.body(), StandardCharsets.UTF_8)))) {
            throw new AssertionError("Something personal in the address, a header or the refusal of "
                    + answer.request().method() + " " + address.split("\\?")[0].split(MARK)[0] + ": "
                    + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /** Whether a line holds any of the marks. */
    static boolean hasMark(String line) {
        return holds(ALL, line);
    }

    private static boolean holds(List<String> marks, String text) {
        return marks.stream().anyMatch(text::contains);
    }

    /** Whether a line of a dump does, in letters or in hexadecimal digits. */
    private static boolean holdsRaw(List<String> marks, String line) {
        return marks.stream().anyMatch(mark -> line.contains(mark) || line.contains(hex(mark)));
    }

    private static String hex(String mark) {
        return HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
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
            return lines.anyMatch(Traces::hasMark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rows of a database with a mark where it must not be: what is of people, other than as properties of the people of cases; what
     * somebody wrote, in a title or beside the documents.
     *
     * @param dump what {@code pg_dump} writes of the embedded repository's database or of ACS's, or H2's script of it
     * @return each as table, type of the node and property, without the value
     */
    static List<String> rowsWithMark(Path dump) {
        Rows rows = new Rows();
        rows.each(dump, rows::note);
        rows.each(dump, rows::search);
        if (rows.rightly == 0) {
            throw new AssertionError("No row was read that a mark may stand in: is this a dump?");
        }
        return List.copyOf(rows.found);
    }

    /** Reads the {@code COPY} blocks of a dump, one row a line and values between tabs, or the {@code INSERT}s of a script, one row each. */
    private static final class Rows {

        private static final Pattern INSERT =
                Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\" ?\\(([^)]*)\\) VALUES ?\\((.*)\\); *");

        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> types = new HashMap<>();
        private final List<String> found = new ArrayList<>();
        private int rightly;

        private interface Reader {
            void read(String table, Map<String, String> row, String line);
        }

        void each(Path dump, Reader reader) {
            String table = null;
            String[] columns = {};
            try (Stream<String> lines = Files.lines(dump)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    Matcher insert = INSERT.matcher(line);
                    if (insert.matches()) {
                        reader.read(
                                insert.group(1).toLowerCase(Locale.ROOT),
                                row(
                                        insert.group(2)
                                                .toLowerCase(Locale.ROOT)
                                                .replace("\"", "")
                                                .split(", "),
                                        values(insert.group(3))),
                                line);
                    } else if (table == null && line.startsWith("COPY ")) {
                        table = line.substring(5, line.indexOf(' ', 5)).replace("public.", "");
                        columns = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'))
                                .split(", ");
                    } else if (line.equals("\\.")) {
                        table = null;
                    } else if (table != null) {
                        reader.read(table, row(columns, line.split("\t", -1)), line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Values between commas, quoted or not. */
        private static String[] values(String list) {
            List<String> values = new ArrayList<>();
            StringBuilder value = new StringBuilder();
            boolean quoted = false;
            for (char c : list.toCharArray()) {
                if (c == '\'') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    values.add(value.toString().strip());
                    value.setLength(0);
                } else {
                    value.append(c);
                }
            }
            values.add(value.toString().strip());
            return values.toArray(String[]::new);
        }

        private static Map<String, String> row(String[] columns, String[] values) {
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
            if (!holdsRaw(ALL, line)) {
                return;
            }
            String type = types.getOrDefault(row.get("node_id"), "");
            type = names.getOrDefault(type, type);
            String property = row.getOrDefault("name", "");
            property = names.getOrDefault(row.get("qname_id"), property);
            boolean isOfNode = table.equals("ins_node_property") || table.equals("alf_node_properties");
            boolean isOfPerson = isOfNode && type.replaceAll(".*}", "").equals("person");
            // What a file that came in was called is kept with it, as what somebody wrote, and nowhere else.
            boolean isFileName = isOfNode && property.replaceAll(".*}", "").equals("originalName");
            boolean isTitle = TITLES.contains(property.replaceAll(".*}", ""));
            boolean isText = isOfNode && !isTitle || OF_LOG_CONTROL.contains(table);
            if (holdsRaw(OF_PEOPLE, line) && !isOfPerson && !isFileName || holdsRaw(List.of(WORDS), line) && !isText) {
                found.add(table + " " + type + " " + property);
            } else {
                rightly++;
            }
        }
    }
}
