package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at once, on H2. */
class ContestTest {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 10;
    private static Core core;

    @BeforeAll
    static void start(@TempDir Path dir) {
        core = new Core(dir);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    static void countTogether(List<Core> cores, NodeRef node) throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (Core each : cores) {
            writers.add(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    each.admin(() -> {
                        int count = (Integer) each.nodes.getProperty(node, Core.t("count"));
                        each.nodes.setProperty(node, Core.t("count"), count + 1);
                        return null;
                    });
                }
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(cores.size());
        try {
            for (Future<Void> each : pool.invokeAll(writers)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(cores.get(0).<Object>admin(() -> cores.get(0).nodes.getProperty(node, Core.t("count"))))
                .isEqualTo(cores.size() * ROUNDS);
    }

    @Test
    void noUpdateIsLostBetweenWritersOfOneNode() throws Exception {
        NodeRef node = core.admin(() -> core.make(Core.THING, Map.of(Core.t("count"), 0)));
        countTogether(java.util.Collections.nCopies(WRITERS, core), node);
    }

    @Test
    void oneNameIsGivenOnce() throws Exception {
        NodeRef folder = core.admin(() -> core.make(ContentModel.TYPE_FOLDER, Map.of()));
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<Boolean>> made = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                made.add(pool.submit(() -> {
                    together.await();
                    try {
                        core.admin(() -> core.make(folder, Core.THING, Map.of(ContentModel.PROP_NAME, "one.pdf")));
                        return true;
                    } catch (RuntimeException e) {
                        return false;
                    }
                }));
            }
            together.countDown();
            int count = 0;
            for (Future<Boolean> each : made) {
                count += each.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void lockIsHeldByOneUntilReleasedOrOutOfTime() {
        JobLockService locks = core.bean("jobLockService", JobLockService.class);
        String token = locks.getLock(Core.t("job"), 60_000);
        assertThatThrownBy(() -> locks.getLock(Core.t("job"), 60_000)).isInstanceOf(AlfrescoRuntimeException.class);
        locks.refreshLock(token, Core.t("job"), 60_000);
        locks.releaseLock(token, Core.t("job"));
        assertThatThrownBy(() -> locks.releaseLock(token, Core.t("job"))).isInstanceOf(AlfrescoRuntimeException.class);
        locks.getLock(Core.t("job"), -1);
        assertThat(locks.getLock(Core.t("job"), 60_000)).isNotNull();
    }
}
