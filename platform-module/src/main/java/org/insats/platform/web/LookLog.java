package org.insats.platform.web;

import java.util.Map;

/** Is told of every call of our web scripts (CON-118): {@link #begin}, {@link #end}, and {@link #leave} in any case. */
public interface LookLog {

    /**
     * A call of a web script.
     *
     * @param script simple name of its class
     * @param readOnly whether it only reads
     * @param path parts of the path by name, for example {@code caseNumber}
     */
    record Call(String script, boolean readOnly, Map<String, String> path) {}

    /**
     * A call begins. Until {@link #leave}, what the thread reads is part of it.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG} (503) where it could not be logged
     */
    void begin(Call call);

    /**
     * The call has been answered.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG} (503) where it cannot be logged; the answer must not go out
     */
    void end(Call call, Reply reply);

    /** The thread leaves the call. */
    void leave();
}
