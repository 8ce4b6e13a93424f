package org.insats.accesslog;

import java.util.Optional;

/** From where the current thread's request came, as the servlet container says. */
final class ClientAddress {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private ClientAddress() {}

    /** The address of the client; empty outside a request. */
    static String current() {
        return Optional.ofNullable(CURRENT.get()).orElse("");
    }

    static void enter(String address) {
        CURRENT.set(address);
    }

    static void leave() {
        CURRENT.remove();
    }
}
