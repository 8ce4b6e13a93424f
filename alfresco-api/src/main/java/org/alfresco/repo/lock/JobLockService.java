package org.alfresco.repo.lock;

import org.alfresco.service.namespace.QName;

/** Locks that outlive a transaction and are the same for all servers on a database; times in ms. */
public interface JobLockService {

    /** Takes a lock or fails with an AlfrescoRuntimeException; returns the token to give it back by. */
    String getLock(QName lockQName, long timeToLive);

    /** Takes a lock, trying several times. */
    String getLock(QName lockQName, long timeToLive, long retryWait, int retryCount);

    /** Makes a lock that is still held live on. */
    void refreshLock(String lockToken, QName lockQName, long timeToLive);

    /** Gives a lock back. */
    void releaseLock(String lockToken, QName lockQName);
}
