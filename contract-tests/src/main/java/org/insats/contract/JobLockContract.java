package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks for jobs. */
@Tag("lock")
class JobLockContract {

    private static final long HOUR = 3_600_000;

    private final JobLockService locks = Platform.bean("jobLockService", JobLockService.class);
    private final QName lock = QName.createQName(Ct.URI, Repo.unique("lock-"));

    @Test
    void oneHolderAtATime() {
        String token = locks.getLock(lock, HOUR);
        assertThat(token).isNotNull();
        assertThatThrownBy(() -> locks.getLock(lock, HOUR)).isInstanceOf(AlfrescoRuntimeException.class);
        locks.releaseLock(token, lock);
        locks.releaseLock(locks.getLock(lock, HOUR), lock);
    }

    @Test
    void lockThatLivedItsTimeIsFree() {
        locks.getLock(lock, 1);
        String token = locks.getLock(lock, HOUR, 50, 20);
        assertThat(token).isNotNull();
        locks.releaseLock(token, lock);
    }

    @Test
    void refreshedLockLivesOn() {
        String token = locks.getLock(lock, HOUR);
        locks.refreshLock(token, lock, 2 * HOUR);
        assertThatThrownBy(() -> locks.getLock(lock, HOUR)).isInstanceOf(AlfrescoRuntimeException.class);
        locks.releaseLock(token, lock);
    }

    @Test
    void lostLockCannotBeRefreshed() {
        String token = locks.getLock(lock, HOUR);
        locks.releaseLock(token, lock);
        assertThatThrownBy(() -> locks.refreshLock(token, lock, HOUR)).isInstanceOf(AlfrescoRuntimeException.class);
    }
}
