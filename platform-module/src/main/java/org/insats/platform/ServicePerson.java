package org.insats.platform;

import java.util.function.Supplier;
import org.alfresco.repo.security.authentication.AuthenticationUtil;

/**
 * The service person: owner of everything in a case, initiator of every workflow. It has a person node and no password, so
 * nobody can log in as it.
 *
 * <p>Two ways to act beyond the user's own rights, both only after the calling service has checked that the user may. What
 * runs inside either is known to the behaviours as our own work ({@link #isActing()}): it may move states and write what
 * users may not.
 */
public final class ServicePerson {

    /** Its user name. */
    public static final String USER_NAME = "insats.service";

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    /**
     * Runs {@code work} fully authenticated as the service person, then restores the user. What it writes is modified by, and
     * what it starts is initiated by, the service person. For jobs, bootstrap and starting workflows.
     */
    public <T> T run(Supplier<T> work) {
        AuthenticationUtil.pushAuthentication();
        try {
            AuthenticationUtil.clearCurrentSecurityContext();
            return AuthenticationUtil.runAs(() -> inside(work), USER_NAME);
        } finally {
            AuthenticationUtil.popAuthentication();
        }
    }

    /** As {@link #run(Supplier)}, without a result. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs {@code work} with the system's rights while the user stays the one who did it (modifier, initiator). For what a
     * user does through our services.
     */
    public <T> T elevated(Supplier<T> work) {
        return AuthenticationUtil.runAs(() -> inside(work), AuthenticationUtil.getSystemUserName());
    }

    /** As {@link #elevated(Supplier)}, without a result. */
    public void elevated(Runnable work) {
        elevated(() -> {
            work.run();
            return null;
        });
    }

    /** Whether the current thread runs inside {@link #run} or {@link #elevated}. */
    public boolean isActing() {
        return DEPTH.get() > 0;
    }

    private static <T> T inside(Supplier<T> work) {
        DEPTH.set(DEPTH.get() + 1);
        try {
            return work.get();
        } finally {
            int depth = DEPTH.get() - 1;
            if (depth == 0) {
                DEPTH.remove();
            } else {
                DEPTH.set(depth);
            }
        }
    }
}
