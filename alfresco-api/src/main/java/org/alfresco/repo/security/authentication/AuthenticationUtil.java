package org.alfresco.repo.security.authentication;

import java.util.ArrayDeque;
import java.util.Deque;
import org.alfresco.service.cmr.security.PermissionService;
import org.springframework.beans.factory.InitializingBean;

/**
 * Who the thread acts for: the fully authenticated user (who started the request; workflows take their initiator from it) and the
 * run-as user (whose rights count). Where nobody is authenticated, runAs sets both.
 */
public class AuthenticationUtil implements InitializingBean {

    public static final String SYSTEM_USER_NAME = "System";

    private static final ThreadLocal<Users> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Deque<Users>> PUSHED = ThreadLocal.withInitial(ArrayDeque::new);
    private static final Users NOBODY = new Users(null, null);

    private static volatile boolean initialized;
    private static volatile String defaultAdminUserName = PermissionService.ADMINISTRATOR_AUTHORITY;

    private record Users(String full, String runAs) {}

    /** Work to do as another user. */
    public interface RunAsWork<Result> {
        /** Does the work. */
        Result doWork() throws Exception;
    }

    /** Sets the administrator's user name. */
    public void setDefaultAdminUserName(String defaultAdminUserName) {
        AuthenticationUtil.defaultAdminUserName = defaultAdminUserName;
    }

    @Override
    public void afterPropertiesSet() {
        initialized = true;
    }

    /** Does work with the rights of another user. */
    public static <R> R runAs(RunAsWork<R> runAsWork, String uid) {
        if (uid == null) {
            throw new IllegalArgumentException("Null user name");
        }
        Users before = current();
        CURRENT.set(new Users(before.full() == null ? uid : before.full(), uid));
        try {
            return runAsWork.doWork();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeException("Error during run as.", e);
        } finally {
            restore(before);
        }
    }

    /** Does work with the rights of System. */
    public static <R> R runAsSystem(RunAsWork<R> runAsWork) {
        return runAs(runAsWork, SYSTEM_USER_NAME);
    }

    /** The user whose rights count, null where nobody. */
    public static String getRunAsUser() {
        return current().runAs();
    }

    /** The user who was authenticated, null where nobody. */
    public static String getFullyAuthenticatedUser() {
        return current().full();
    }

    /** Whether System's rights count. */
    public static boolean isRunAsUserTheSystemUser() {
        return SYSTEM_USER_NAME.equals(getRunAsUser());
    }

    /** System's user name. */
    public static String getSystemUserName() {
        return SYSTEM_USER_NAME;
    }

    /** The administrator's user name. */
    public static String getAdminUserName() {
        if (!initialized) {
            throw new IllegalStateException(
                    "AuthenticationUtil not yet initialised; default admin username not available");
        }
        return defaultAdminUserName;
    }

    /** Makes the thread act for nobody. */
    public static void clearCurrentSecurityContext() {
        CURRENT.remove();
    }

    /** Remembers both users, to be taken back by {@link #popAuthentication()}. */
    public static void pushAuthentication() {
        PUSHED.get().push(current());
    }

    /** Takes both users back as they were pushed last. */
    public static void popAuthentication() {
        restore(PUSHED.get().pop());
    }

    private static Users current() {
        Users users = CURRENT.get();
        return users == null ? NOBODY : users;
    }

    private static void restore(Users users) {
        if (users.full() == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(users);
        }
    }
}
