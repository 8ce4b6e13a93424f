package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
    private static final int MANY = 1010;
    private static Core core;
    private static final List<NodeRef> NODES = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path dir) {
        core = new Core(dir);
        core.admin(() -> {
            for (int i = 0; i < MANY; i++) {
                NODES.add(core.make(
                        i % 2 == 0 ? Core.THING : Core.SPECIAL,
                        Map.of(
                                Core.t("count"),
                                i,
                                Core.t("at"),
                                Date.from(Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * i)))));
            }
            return null;
        });
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    private static ResultSet find(String query, int maxChecks, int maxItems, int skip) {
        SearchParameters parameters = new SearchParameters();
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setQuery(query);
        parameters.setMaxPermissionChecks(maxChecks);
        parameters.setMaxItems(maxItems);
        parameters.setSkipCount(skip);
        return core.admin(() -> core.search.query(parameters));
    }

    @Test
    void findsByDateInOrder() {
        String query = "SELECT * FROM t:thing WHERE t:at <= TIMESTAMP '2026-01-03T12:00:00.000Z' ORDER BY t:at DESC";
        assertThat(find(query, -1, -1, 0).getNodeRefs()).containsExactly(NODES.get(2), NODES.get(1), NODES.get(0));
    }

    @Test
    void conditionsAreJoinedByAnd() {
        String query =
                "SELECT * FROM t:special WHERE t:count > 3 AND t:count < 8 AND t:colour = 'BLUE' ORDER BY t:count";
        assertThat(find(query, -1, -1, 0).getNodeRefs()).containsExactly(NODES.get(5), NODES.get(7));
    }

    @Test
    void conditionsOfAllKindsAreJoined() {
        assertThat(find("SELECT * FROM t:special WHERE t:colour <> 'RED' AND t:count > 3 AND t:count < 8", -1, -1, 0)
                        .getNodeRefs())
                .containsExactly(NODES.get(5), NODES.get(7));
        assertThat(find(
                                "SELECT * FROM t:thing WHERE t:at >= TIMESTAMP '2026-01-02T00:00:00.000Z'"
                                        + " AND t:at <= TIMESTAMP '2026-01-05T00:00:00.000Z' AND t:colour = 'BLUE'",
                                -1,
                                -1,
                                0)
                        .length())
                .isPositive();
    }

    @Test
    void resultIsCutSilentlyAfterAThousandChecks() {
        ResultSet cut = find("SELECT * FROM t:thing ORDER BY t:count", -1, -1, 0);
        assertThat(cut.length()).isEqualTo(1001);
        assertThat(cut.hasMore()).isFalse();
        assertThat(find("SELECT * FROM t:thing ORDER BY t:count", -1, 10, 1005).length())
                .isZero();
        assertThat(find("SELECT * FROM t:thing", 5000, -1, 0).length()).isEqualTo(MANY);
    }

    @Test
    void maxItemsLeavesARest() {
        ResultSet page = find("SELECT * FROM t:thing ORDER BY t:count", -1, 2, 1);
        assertThat(page.getNodeRefs()).containsExactly(NODES.get(1), NODES.get(2));
        assertThat(page.hasMore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM t:thing WHERE t:count = 1 OR t:count = 2",
                "SELECT * FROM t:thing WHERE CONTAINS('x')",
                "SELECT * FROM t:thing WHERE t:share > 0.5",
                "SELECT * FROM t:thing WHERE t:colour LIKE 'R%'",
                "SELECT t:count FROM t:thing",
                "SELECT * FROM t:nothing",
                "SELECT * FROM t:thing WHERE cm:created < TIMESTAMP '2100-01-01T00:00:00.000Z'",
                "SELECT * FROM t:thing WHERE cmis:lastModifiedBy = 'admin'",
                "SELECT * FROM t:thing ORDER BY cm:modified",
                "SELECT * FROM t:thing ORDER BY cm:title",
                "SELECT * FROM t:thing WHERE t:nothing = 'x'",
                "SELECT * FROM t:thing WHERE t:at < 'yesterday'",
                "SELECT * FROM t:thing; DROP TABLE ins_node",
            })
    void whatIsNotSupportedIsRefused(String query) {
        assertThatThrownBy(() -> find(query, -1, -1, 0)).isInstanceOf(RuntimeException.class);
    }
}
