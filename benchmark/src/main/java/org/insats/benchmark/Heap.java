package org.insats.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * What work leaves on the heap: in use after a full collection before and after it, and the most that any collection meanwhile left
 * in use. The last holds what was not yet collected of older garbage too, so that it is an upper bound, the nearer to the truth the
 * smaller the heap is (start the repository with a small {@code -Xmx}).
 */
final class Heap {

    private static final double MEGABYTE = 1024.0 * 1024;

    private Heap() {}

    /** Does the work and writes {@code heapBefore}, {@code heapPeak}, {@code heapAfter} and {@code heapMost}, in megabytes. */
    static void watch(ObjectNode answer, Runnable work) {
        AtomicLong peak = new AtomicLong();
        NotificationListener listener =
                (notification, handback) -> peak.accumulateAndGet(left(notification), Math::max);
        answer.put("heapBefore", collected());
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(each -> emitter(each).addNotificationListener(listener, null, null));
        try {
            work.run();
        } finally {
            ManagementFactory.getGarbageCollectorMXBeans().forEach(each -> remove(emitter(each), listener));
        }
        answer.put("heapPeak", megabytes(peak.get()));
        answer.put("heapAfter", collected());
        answer.put("heapMost", megabytes(Runtime.getRuntime().maxMemory()));
    }

    private static NotificationEmitter emitter(GarbageCollectorMXBean collector) {
        return (NotificationEmitter) collector;
    }

    private static void remove(NotificationEmitter emitter, NotificationListener listener) {
        try {
            emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long left(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return 0;
        }
        return GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> isHeap(pool.getKey()))
                .map(pool -> pool.getValue())
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(
                        each -> each.getName().equals(pool) && each.getType() == java.lang.management.MemoryType.HEAP);
    }

    private static double collected() {
        Runtime.getRuntime().gc();
        return megabytes(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / MEGABYTE * 10) / 10.0;
    }
}
