package org.insats.secrecy;

import org.insats.platform.ServicePerson;

/**
 * The one lawful way to delete versions: disposal decided by two people, which a later room ({@code retention}) carries out.
 * It opens only inside the service person's own authentication, which no user and no administrator has.
 */
public final class DisposalScope {

    private static final ThreadLocal<Boolean> OPEN = ThreadLocal.withInitial(() -> false);

    private final ServicePerson servicePerson;

    /** Creates it. */
    public DisposalScope(ServicePerson servicePerson) {
        this.servicePerson = servicePerson;
    }

    /**
     * Runs {@code work}, which may delete versions of case documents.
     *
     * @param decision id of the disposal decision, for whoever reads the call; must not be blank
     */
    public void run(String decision, Runnable work) {
        if (decision == null || decision.isBlank()) {
            throw new IllegalArgumentException("Disposal needs a decision");
        }
        servicePerson.run(() -> {
            OPEN.set(true);
            try {
                work.run();
            } finally {
                OPEN.remove();
            }
        });
    }

    boolean isOpen() {
        return OPEN.get();
    }
}
