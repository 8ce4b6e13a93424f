package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that the database answers: what they can, what they refuse and where they are cut. */
@Tag("query")
class QueryContract extends InFolder {

    private static final Instant START = Instant.parse("2031-01-01T12:00:00Z");

    /** A text that only this test's nodes have, so that others do not come in between. */
    private final String ours = Repo.unique("q");

    private NodeRef item(int number) {
        return make(
                Ct.ITEM,
                Map.of(
                        Ct.TEXT, ours,
                        Ct.NUMBER, number,
                        Ct.MOMENT, Date.from(START.plus(Duration.ofDays(number)))));
    }

    private static SearchParameters parameters(String query) {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setQuery(query);
        return parameters;
    }

    private List<NodeRef> find(String user, SearchParameters parameters) {
        return repo.as(user, () -> {
            ResultSet found = repo.search.query(parameters);
            try {
                return new ArrayList<>(found.getNodeRefs());
            } finally {
                found.close();
            }
        });
    }

    private List<NodeRef> find(String query) {
        return find("admin", parameters(query));
    }

    private static String at(int day) {
        return "TIMESTAMP '" + START.plus(Duration.ofDays(day)).toString().replace("Z", ".000Z") + "'";
    }

    @Test
    void findsByTextAndSeesWhatIsNotYetCommitted() {
        NodeRef node = item(1);
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "'")).containsExactly(node);
        repo.adminDo(() -> {
            repo.nodes.setProperty(node, Ct.TEXT, ours + "x");
            ResultSet found = repo.search.query(parameters("SELECT * FROM ct:item WHERE ct:text = '" + ours + "x'"));
            assertThat(found.getNodeRefs()).containsExactly(node);
            found.close();
        });
    }

    @Test
    void comparesAndSortsByMoment() {
        NodeRef three = item(3);
        NodeRef one = item(1);
        NodeRef two = item(2);
        String from = "SELECT * FROM ct:item WHERE ct:text = '" + ours + "' AND ";
        assertThat(find(from + "ct:moment <= " + at(2) + " ORDER BY ct:moment")).containsExactly(one, two);
        assertThat(find(from + "ct:moment < " + at(2) + " ORDER BY ct:moment ASC"))
                .containsExactly(one);
        assertThat(find(from + "ct:moment >= " + at(2) + " ORDER BY ct:moment DESC"))
                .containsExactly(three, two);
        assertThat(find(from + "ct:moment > " + at(1) + " AND ct:moment < " + at(3)))
                .containsExactly(two);
        assertThat(find(from + "ct:moment = " + at(3))).containsExactly(three);
    }

    @Test
    void whatAnAspectBringsIsNoColumnOfAType() {
        assertThatThrownBy(() -> find("SELECT * FROM ct:item WHERE cm:title = '" + ours + "'"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void comparesNumbers() {
        item(1);
        NodeRef two = item(2);
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "' AND ct:number > 1"))
                .containsExactly(two);
    }

    @Test
    void findsSubtypesToo() {
        NodeRef special = make(Ct.SPECIAL_ITEM, Map.of(Ct.TEXT, ours));
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "'")).containsExactly(special);
        NodeRef item = item(1);
        assertThat(find("SELECT * FROM ct:specialItem WHERE ct:text = '" + ours + "'"))
                .containsExactly(special)
                .doesNotContain(item);
    }

    @Test
    void missingPropertyIsNoMatch() {
        make(Ct.ITEM, Map.of(Ct.TEXT, ours));
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "' AND ct:moment <= " + at(10_000)))
                .isEmpty();
    }

    @Test
    void quoteInATextIsEscapedByABackslash() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, ours + "'s"));
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "\\'s'"))
                .containsExactly(node);
    }

    @Test
    void userFindsOnlyWhatTheyMayRead() {
        String anna = repo.person("contract.anna");
        NodeRef open = item(1);
        item(2);
        repo.adminDo(() -> repo.permissions.setPermission(open, anna, "Consumer", true));
        assertThat(find(anna, parameters("SELECT * FROM ct:item WHERE ct:text = '" + ours + "'")))
                .containsExactly(open);
    }

    @Test
    void maxItemsCutsAndSaysSo() {
        item(1);
        item(2);
        item(3);
        SearchParameters parameters =
                parameters("SELECT * FROM ct:item WHERE ct:text = '" + ours + "' ORDER BY ct:number");
        parameters.setMaxItems(2);
        repo.adminDo(() -> {
            ResultSet found = repo.search.query(parameters);
            assertThat(found.length()).isEqualTo(2);
            assertThat(found.hasMore()).isTrue();
            found.close();
        });
    }

    @Test
    void aTextOrdersOnlyWhereTheModelHasItIndexedAsAWhole() {
        String last = make(Ct.ITEM, Map.of(Ct.TEXT, ours, ContentModel.PROP_NAME, ours + "-b"))
                .getId();
        String first = make(Ct.ITEM, Map.of(Ct.TEXT, ours, ContentModel.PROP_NAME, ours + "-a"))
                .getId();
        String all = "SELECT * FROM ct:item WHERE ct:text = '" + ours + "' ORDER BY ";

        assertThat(find(all + "cmis:name")).extracting(NodeRef::getId).containsExactly(first, last);
        assertThatThrownBy(() -> find(all + "ct:text")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> find(all + "ct:texts")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void permissionChecksCutSilentlyAndPagingByKeyGoesOn() {
        List<NodeRef> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(item(i));
        }
        SearchParameters first = parameters(page(-1));
        first.setMaxPermissionChecks(3);
        List<NodeRef> found = find("admin", first);
        assertThat(found).hasSizeLessThan(6).isEqualTo(all.subList(0, found.size()));
        List<NodeRef> rest = find(page(found.size() - 1));
        assertThat(rest).isEqualTo(all.subList(found.size(), 6));
    }

    private String page(int last) {
        return "SELECT * FROM ct:item WHERE ct:text = '" + ours + "' AND ct:number > " + last + " ORDER BY ct:number";
    }

    @Test
    void aThousandPermissionChecksAreMadeWhereNothingIsSaid() {
        repo.adminDo(() -> {
            for (int i = 0; i < 1005; i++) {
                repo.create(folder, Ct.ITEM, Map.of(Ct.TEXT, ours, Ct.NUMBER, i));
            }
        });
        SearchParameters all = parameters(page(-1));
        all.setMaxPermissionCheckTimeMillis(600_000);
        assertThat(find("admin", all)).hasSizeBetween(1000, 1001);
        all.setMaxPermissionChecks(100_000);
        assertThat(find("admin", all)).hasSize(1005);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM ct:noSuchType",
                "SELECT * FROM ct:item WHERE ct:noSuchProperty = 'x'",
                "SELECT FROM WHERE",
                "SELECT * FROM ct:item WHERE ct:text = 'x",
            })
    void queryThatMakesNoSenseIsRefused(String query) {
        assertThatThrownBy(() -> find(query)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void oneOfSeveralMomentsMatches() {
        item(1);
        NodeRef two = item(2);
        NodeRef three = item(3);
        assertThat(find("SELECT * FROM ct:item WHERE ct:moment IN (%s, %s, %s) AND ct:text = '%s' ORDER BY ct:moment"
                        .formatted(at(3), at(2), at(500), ours)))
                .containsExactly(two, three);
    }

    /** A node that several of its values match comes once, so that pages by key hold what they should. */
    @Test
    void anyOfSeveralValuesMatchesAndTheNodeComesOnce() {
        String a = ours + "a";
        String b = ours + "b";
        NodeRef both = make(Ct.ITEM, Map.of(Ct.TEXTS, new ArrayList<>(List.of(a, b)), Ct.NUMBER, 1));
        NodeRef one = make(Ct.ITEM, Map.of(Ct.TEXTS, new ArrayList<>(List.of(b, ours + "c")), Ct.NUMBER, 2));
        make(Ct.ITEM, Map.of(Ct.TEXTS, new ArrayList<>(List.of(ours + "c")), Ct.NUMBER, 3));
        String any = "SELECT * FROM ct:item WHERE ANY ct:texts IN ('%s', '%s')".formatted(a, b);
        assertThat(find(any + " ORDER BY ct:number")).containsExactly(both, one);
        assertThat(find(any + " AND ct:number > 1 ORDER BY ct:number")).containsExactly(one);
        assertThat(find(any + " AND ct:number < 2 ORDER BY ct:number")).containsExactly(both);
    }

    @Test
    void deletedNodeIsFoundNoMore() {
        NodeRef node = item(1);
        repo.adminDo(() -> repo.nodes.deleteNode(node));
        assertThat(find("SELECT * FROM ct:item WHERE ct:text = '" + ours + "'")).isEmpty();
    }
}
