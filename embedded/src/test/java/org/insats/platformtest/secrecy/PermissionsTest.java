package org.insats.platformtest.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Permissions;
import org.insats.casefile.Permissions.Row;
import org.insats.casefile.Role;
import org.insats.platformtest.Repository;
import org.junit.jupiter.api.Test;

/** The table of who may do what speaks of every act that there is. */
class PermissionsTest {

    /** Objects of the table that are not kinds of document. */
    private static final Set<String> OTHERS =
            Set.of("case", "person", "contractor", "unitMeeting", "report", "scanQueue", "records");
    /** Made by the system alone. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("decline", "withdrawal");

    private final Repository repository = Repository.shared();
    private final Permissions table = repository.bean("insats.permissions", Permissions.class);

    @Test
    void everyActOfEveryKindHasARow() {
        Set<String> acts = new TreeSet<>();
        for (DocumentKind kind : repository.beans(DocumentKind.class)) {
            acts.add(kind.id() + '.' + Permissions.READ);
            if (!kind.socialOfficeOnly().isEmpty()) {
                acts.add(kind.id() + '.' + Permissions.READ_DRAFT);
            }
            if (!OF_THE_SYSTEM.contains(kind.id())) {
                acts.add(kind.id() + '.' + Permissions.CREATE);
                acts.add(kind.id() + '.' + Permissions.EDIT);
            }
            kind.actions().stream().map(DocumentAction::name).forEach(name -> acts.add(kind.id() + '.' + name));
        }
        Set<String> rows = new TreeSet<>();
        table.rows().stream()
                .filter(row -> !OTHERS.contains(row.object()))
                .map((Row row) -> row.object() + '.' + row.act())
                .forEach(rows::add);

        assertThat(rows).containsAll(acts);
    }

    @Test
    void whatNoRowGrantsIsGrantedToNobody() {
        assertThat(table.allows("order", "finnsInte", Set.of(Role.values()))).isFalse();
    }
}
