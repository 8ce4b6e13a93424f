package org.insats.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Behaviours of each frequency that note what they see, and refuse the text "refuse". */
public final class Watchers {

    /** The text that every watcher refuses. */
    static final String REFUSED = "refuse";

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private final PolicyComponent policies;

    /** Watchers to be bound to these policies. */
    public Watchers(PolicyComponent policies) {
        this.policies = policies;
    }

    /** Binds one watcher a frequency. */
    public void bind() {
        bind("watchedAlways", NotificationFrequency.EVERY_EVENT);
        bind("watchedFirst", NotificationFrequency.FIRST_EVENT);
        bind("watchedAtCommit", NotificationFrequency.TRANSACTION_COMMIT);
    }

    private void bind(String aspect, NotificationFrequency frequency) {
        policies.bindClassBehaviour(
                OnUpdatePropertiesPolicy.QNAME, Ct.name(aspect), new JavaBehaviour(this, "changed", frequency));
    }

    /** Notes the change of ct:text and refuses one text. */
    public void changed(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        SEEN.add(before.get(Ct.TEXT) + ">" + after.get(Ct.TEXT));
        if (REFUSED.equals(after.get(Ct.TEXT))) {
            throw new Refused();
        }
    }

    /** What was seen since the last call. */
    static List<String> takeSeen() {
        List<String> seen = List.copyOf(SEEN);
        SEEN.clear();
        return seen;
    }

    /** A refusal as Insats makes them. */
    static final class Refused extends IntegrityException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super("INS-CT-01: choose another text", null);
        }
    }
}
