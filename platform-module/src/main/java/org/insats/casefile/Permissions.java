package org.insats.casefile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what: the table {@code access/permissions.csv}, from which {@code docs/permissions.md} is drawn; bean
 * {@code insats.permissions}. It is asked before the rule of any kind, so that what no row grants is refused to everybody; what a
 * kind or a routine says besides can only narrow it (RSP-01..57).
 */
public final class Permissions {

    /** Act of reading a document. */
    public static final String READ = "read";

    /** Act of reading a document that the performing side does not see yet. */
    public static final String READ_DRAFT = "readDraft";

    /** Act of writing in a document, deleting its draft and marking it as erroneous. */
    public static final String EDIT = "edit";

    /** Act of creating a document. */
    public static final String CREATE = "create";

    private static final String HEADING = "object;act;named;unit;everywhere;masked;requirements";

    /**
     * A row of the table.
     *
     * @param heading the part of the table that it stands in
     * @param object kind of document, or what else the act is about
     * @param act name of the act, as in the HTTP API where it is one on a document
     * @param named roles that may where somebody is named in the case: the own case, protected or not
     * @param unit roles that may by belonging to the unit of the case, or to the performing unit
     * @param everywhere roles that may in the cases of all units
     * @param masked roles that see the case around it, and not this
     * @param requirements ids that the row answers to
     */
    public record Row(
            String heading,
            String object,
            String act,
            Set<Role> named,
            Set<Role> unit,
            Set<Role> everywhere,
            Set<Role> masked,
            List<String> requirements) {

        /** Whether the row grants the act to a role, whatever it is in the case by. */
        public boolean grants(Role role) {
            Role asked = role.isCaseWorker() ? Role.CASE_WORKER : role;
            return named.contains(asked) || unit.contains(asked) || everywhere.contains(asked);
        }
    }

    private final Map<String, Row> rows;

    /**
     * Reads the table.
     *
     * @param resource class path resource
     * @throws IllegalStateException where a row is not one: then the repository does not start
     */
    public Permissions(String resource) {
        this.rows = read(resource);
    }

    /** All rows, in their order. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** The row of an act; empty where nobody may. */
    public Optional<Row> row(String object, String act) {
        return Optional.ofNullable(rows.get(key(object, act)));
    }

    /** Those of {@code roles} to which the table grants the act. */
    public Set<Role> granted(String object, String act, Set<Role> roles) {
        Optional<Row> row = row(object, act);
        Set<Role> granted = EnumSet.noneOf(Role.class);
        row.ifPresent(found -> roles.stream().filter(found::grants).forEach(granted::add));
        return granted;
    }

    /** Whether the table grants the act to any of {@code roles}. */
    public boolean allows(String object, String act, Set<Role> roles) {
        return !granted(object, act, roles).isEmpty();
    }

    private static String key(String object, String act) {
        return object + '.' + act;
    }

    private static Map<String, Row> read(String resource) {
        Map<String, Row> found = new LinkedHashMap<>();
        String heading = "";
        for (String line : lines(resource)) {
            if (line.startsWith("# ")) {
                heading = line.substring(2);
            } else if (!line.isBlank() && !line.equals(HEADING)) {
                Row row = parsed(heading, line);
                if (found.put(key(row.object(), row.act()), row) != null) {
                    throw new IllegalStateException("Two rows of " + resource + " say who may: " + line);
                }
            }
        }
        return found;
    }

    private static Row parsed(String heading, String line) {
        List<String> cells = List.of(line.split(";", -1));
        if (cells.size() != 7 || cells.get(0).isBlank() || cells.get(6).isBlank()) {
            throw new IllegalStateException("Not a row of who may do what: " + line);
        }
        return new Row(
                heading,
                cells.get(0),
                cells.get(1),
                roles(cells.get(2)),
                roles(cells.get(3)),
                roles(cells.get(4)),
                roles(cells.get(5)),
                Arrays.asList(cells.get(6).split(" ")));
    }

    private static Set<Role> roles(String cell) {
        return Stream.of(cell.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Permissions.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new ArrayList<>(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
