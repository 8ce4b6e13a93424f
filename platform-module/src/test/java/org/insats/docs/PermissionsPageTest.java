package org.insats.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.insats.casefile.Permissions;
import org.insats.casefile.Permissions.Row;
import org.insats.casefile.Role;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/permissions.md} from the table that the repository obeys, and fails when what stands there is out of date. To
 * write anew: {@code mvn -pl platform-module -am test -Dtest=PermissionsPageTest -Dinsats.draw
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PermissionsPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("insats.root", "..")).resolve("docs/permissions.md");

    private static final String INTRODUCTION =
            """
            # Who may do what

            Written from [the table that the repository obeys](../platform-module/src/main/resources/alfresco/module/insats-platform/access/permissions.csv)
            by `PermissionsPageTest`; do not edit by hand. What no row grants is refused to everybody, administrators included for acts in a
            case. `PermissionMatrixTest` asks every row over HTTP, with an account of each role, in four cases: one that they are named
            in, one of their unit, one of another unit, and a protected one. Ids in the last column are of [requirements](requirements/).

            How to read a row:

            - **Named in the case**: those of the role whom somebody has put on the case. This is the only column that counts in a
              protected case, and it holds for the roles of the next column too.
            - **Of the unit**: those who have the role in the unit of the case; for the performing side, in the unit that carries out the
              intervention. One unit has no right in another's cases.
            - **All units**: those who have the role for the whole municipality; never in a protected case.
            - **Sees around it**: reads the case or the intervention, and neither this nor that it is there.
            - Of the performing side, those who are named see the intervention that they carry out and no other (CON-111).
            - The routine of the case and the state of the document may narrow a row, never widen it. Whoever may *edit* a kind may
              mark a record of it as erroneous, and a case worker or who made it may delete the draft.
            - *Case worker* is the responsible case worker, the follow-up case worker, and whoever else works in the case as one; the
              *unit manager* manages the performing unit, the *office manager* the unit of the case.
            - A stand-in has the rights of the one they stand in for from the first to the last day of the absence. Exceptional access
              reads what the archivist reads, until its time is out.
            """;

    @Test
    void thePageIsTheTable() throws IOException {
        String written = page(new Permissions("alfresco/module/insats-platform/access/permissions.csv").rows());
        if (System.getProperty("insats.draw") != null) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE)
                .as("run this test with -Dinsats.draw and commit the page")
                .content()
                .isEqualTo(written);
    }

    private static String page(List<Row> rows) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        String heading = "";
        for (Row row : rows) {
            if (!row.heading().equals(heading)) {
                heading = row.heading();
                page.append("\n## ")
                        .append(heading)
                        .append(
                                "\n\n| What | Act | Named in the case | Of the unit | All units | Sees around it | Requirement |\n")
                        .append("|---|---|---|---|---|---|---|\n");
            }
            page.append("| ")
                    .append(String.join(
                            " | ",
                            readable(row.object()),
                            readable(row.act()),
                            roles(row.named()),
                            roles(row.unit()),
                            roles(row.everywhere()),
                            roles(row.masked()),
                            String.join(", ", row.requirements())))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "-"
                : roles.stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static String readable(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
