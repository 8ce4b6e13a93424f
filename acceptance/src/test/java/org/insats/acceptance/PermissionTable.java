package org.insats.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The table of who may do what, as it lies in the sources: what the repository is held to from outside. */
final class PermissionTable {

    private static final Path FILE = Path.of(System.getProperty("insats.root", ".."))
            .resolve("platform-module/src/main/resources/alfresco/module/insats-platform/access/permissions.csv");

    /** What somebody is to a case. */
    enum Relation {
        /** Named in it. */
        OWN,
        /** In its unit, or in the unit that carries out, and not named. */
        UNIT,
        /** In other units than those of the case. */
        OTHER,
        /** In the units of a case of named people only, and not named. */
        PROTECTED
    }

    /** What is to come of it. */
    enum Expected {
        ALLOW,
        MASK,
        DENY
    }

    /** A row; roles by the names of their groups, with {@code OFFICE_MANAGER} for who manages the unit of the case. */
    record Row(
            String object,
            String act,
            Set<String> named,
            Set<String> unit,
            Set<String> everywhere,
            Set<String> masked,
            List<String> requirements) {

        Expected expected(String role, Relation relation) {
            boolean allowed =
                    switch (relation) {
                        case OWN -> named.contains(role) || unit.contains(role) || everywhere.contains(role);
                        case UNIT -> unit.contains(role) || everywhere.contains(role);
                        case OTHER -> everywhere.contains(role);
                        case PROTECTED -> false;
                    };
            return allowed ? Expected.ALLOW : masked.contains(role) ? Expected.MASK : Expected.DENY;
        }
    }

    private PermissionTable() {}

    static List<Row> rows() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("object;"))
                    .map(line -> List.of(line.split(";", -1)))
                    .map(cells -> new Row(
                            cells.get(0),
                            cells.get(1),
                            roles(cells.get(2)),
                            roles(cells.get(3)),
                            roles(cells.get(4)),
                            roles(cells.get(5)),
                            List.of(cells.get(6).split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> roles(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" "));
    }
}
