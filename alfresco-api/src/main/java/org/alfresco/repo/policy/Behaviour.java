package org.alfresco.repo.policy;

/** What happens on an event. */
public interface Behaviour {

    /** When it happens: at each event, at the first of a transaction on a node, or once before commit. */
    enum NotificationFrequency {
        EVERY_EVENT,
        FIRST_EVENT,
        TRANSACTION_COMMIT
    }

    /** The behaviour as an implementation of a policy. */
    <T> T getInterface(Class<T> policy);

    /** Switches it off for this thread until enabled again. */
    void disable();

    /** Takes back the last {@link #disable()}. */
    void enable();

    /** Whether it is on for this thread. */
    boolean isEnabled();

    /** When it happens. */
    NotificationFrequency getNotificationFrequency();
}
