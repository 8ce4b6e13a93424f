package org.insats.platform;

import java.util.List;
import org.alfresco.repo.node.integrity.IntegrityException;

/**
 * A rule refuses what somebody wants to do. The platform answers it with 422 and its message, on every door; our own web
 * scripts answer with the status of the {@link Refusal}. The message is {@code INS-<rule id>: what to do}, in the language
 * of the request, and holds no personal data.
 */
public class RuleViolation extends IntegrityException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Refuses with {@code refusal}. */
    public RuleViolation(Refusal refusal) {
        super(refusal.text(), List.of());
        this.refusal = refusal;
    }

    /** What is refused and why. */
    public Refusal refusal() {
        return refusal;
    }
}
