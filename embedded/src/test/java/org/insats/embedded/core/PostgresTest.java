package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two repositories on one PostgreSQL database and one content store. */
class PostgresTest {
    private static Postgres postgres;
    private static Core one;
    private static Core other;

    @BeforeAll
    static void start(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(Postgres.programs().isPresent(), "PostgreSQL is not installed");
        postgres = Postgres.start(dir);
        one = new Core(dir, postgres.url(), "test");
        other = new Core(dir, postgres.url(), "test");
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            one.close();
            other.close();
            postgres.close();
        }
    }

    @Test
    void whatOneWritesTheOtherReads() {
        String text = "å".repeat(5000);
        NodeRef node = one.admin(() -> {
            NodeRef made = one.make(Core.THING, Map.of(Core.t("wanted"), text, Core.t("share"), 0.5));
            one.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, null);
            ContentWriter writer = one.contents.getWriter(made, ContentModel.PROP_CONTENT, true);
            writer.putContent(text);
            return made;
        });
        other.admin(() -> {
            assertThat(other.nodes.getProperty(node, Core.t("wanted"))).isEqualTo(text);
            assertThat(other.nodes.getProperty(node, Core.t("share"))).isEqualTo(0.5);
            assertThat(other.contents.getReader(node, ContentModel.PROP_CONTENT).getContentString())
                    .isEqualTo(text);
            assertThat(other.versions.getCurrentVersion(node).getVersionLabel()).isEqualTo("1.0");
            return null;
        });
    }

    @Test
    void noUpdateIsLostBetweenTheTwo() throws Exception {
        NodeRef node = one.admin(() -> one.make(Core.THING, Map.of(Core.t("count"), 0)));
        ContestTest.countTogether(List.of(one, other, one, other), node);
    }

    @Test
    void nameTakenByTheOtherIsRefused() {
        one.admin(() -> one.make(Core.THING, Map.of(ContentModel.PROP_NAME, "taken.pdf")));
        assertThatThrownBy(() -> other.admin(() -> other.make(Core.THING, Map.of(ContentModel.PROP_NAME, "TAKEN.pdf"))))
                .isInstanceOf(DuplicateChildNodeNameException.class);
    }

    @Test
    void lockOfOneKeepsTheOtherOut() {
        JobLockService locks = one.bean("jobLockService", JobLockService.class);
        JobLockService others = other.bean("jobLockService", JobLockService.class);
        String token = locks.getLock(Core.t("shared"), 60_000);
        assertThatThrownBy(() -> others.getLock(Core.t("shared"), 60_000)).isInstanceOf(AlfrescoRuntimeException.class);
        locks.releaseLock(token, Core.t("shared"));
        assertThat(others.getLock(Core.t("shared"), 60_000)).isNotNull();
    }

    @Test
    void queriesFindByTextAndNumber() {
        NodeRef node = one.admin(() -> one.make(Core.THING, Map.of(Core.t("count"), 77, Core.t("code"), "ABC")));
        SearchParameters parameters = new SearchParameters();
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setQuery("SELECT * FROM t:thing WHERE t:count = 77 AND t:code = 'ABC' ORDER BY t:count DESC");
        assertThat(other.<List<NodeRef>>admin(
                        () -> other.search.query(parameters).getNodeRefs()))
                .containsExactly(node);
    }
}
