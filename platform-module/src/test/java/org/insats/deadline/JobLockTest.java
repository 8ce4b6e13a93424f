package org.insats.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Test;

class JobLockTest {

    private final RecordedLocks locks = new RecordedLocks();
    private long now;
    private final JobLock lock = new JobLock(locks, 3_000, () -> TimeUnit.MILLISECONDS.toNanos(now));

    @Test
    void isRenewedWheneverAThirdOfItsTimeHasGone() {
        try (JobLock.Held held = lock.await().orElseThrow()) {
            for (int step = 0; step < 10; step++) {
                now += 400;
                assertThat(held.renew()).isTrue();
            }
        }

        assertThat(locks.calls).containsExactly("get", "refresh 3000", "refresh 3000", "refresh 3000", "release");
    }

    @Test
    void isNotTakenFromTheRunThatHoldsIt() {
        locks.held = true;

        assertThat(lock.await()).isEmpty();
    }

    @Test
    void waitsLongerThanAKilledRunCanKeepIt() {
        lock.await().orElseThrow().close();

        assertThat(locks.longestWait).isGreaterThan(3_000);
    }

    @Test
    void aRunThatLostItStopsAndGivesNothingBack() {
        try (JobLock.Held held = lock.await().orElseThrow()) {
            locks.held = true;
            now += 4_000;
            assertThat(held.renew()).isFalse();
            assertThat(held.renew()).isFalse();
        }

        assertThat(locks.calls).containsExactly("get", "refresh 3000");
    }

    private static final class RecordedLocks implements JobLockService {

        private final List<String> calls = new ArrayList<>();
        private boolean held;
        private long longestWait;

        @Override
        public String getLock(QName lockQName, long timeToLive) {
            return getLock(lockQName, timeToLive, 0, 0);
        }

        @Override
        public String getLock(QName lockQName, long timeToLive, long retryWait, int retryCount) {
            calls.add("get");
            longestWait = retryWait * retryCount;
            refuseIfHeld();
            return "token";
        }

        @Override
        public void refreshLock(String lockToken, QName lockQName, long timeToLive) {
            calls.add("refresh " + timeToLive);
            refuseIfHeld();
        }

        @Override
        public void releaseLock(String lockToken, QName lockQName) {
            calls.add("release");
        }

        private void refuseIfHeld() {
            if (held) {
                throw new AlfrescoRuntimeException("The lock is held by another");
            }
        }
    }
}
