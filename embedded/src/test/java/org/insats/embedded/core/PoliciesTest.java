package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
    private Core core;

    @BeforeEach
    void start(@TempDir Path dir) {
        core = new Core(dir);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    /** Notes what it hears. */
    public static final class Listener {
        private final List<String> heard = new ArrayList<>();
        private RuntimeException failure;

        public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
            heard.add(before.get(Core.t("wanted")) + ">" + after.get(Core.t("wanted")));
            if (failure != null) {
                throw failure;
            }
        }
    }

    private Listener listener(NotificationFrequency frequency) {
        Listener listener = new Listener();
        core.policies.bindClassBehaviour(
                OnUpdatePropertiesPolicy.QNAME,
                Core.THING,
                new JavaBehaviour(listener, "onUpdateProperties", frequency));
        return listener;
    }

    private void change(NodeRef node) {
        core.admin(() -> {
            core.nodes.setProperty(node, Core.t("wanted"), "b");
            core.nodes.setProperty(node, Core.t("wanted"), "c");
            return null;
        });
    }

    @Test
    void everyFirstAndLastEventAreTold() {
        NodeRef node = core.admin(() -> core.make(Core.SPECIAL, Map.of(Core.t("wanted"), "a")));
        Listener every = listener(NotificationFrequency.EVERY_EVENT);
        Listener first = listener(NotificationFrequency.FIRST_EVENT);
        Listener last = listener(NotificationFrequency.TRANSACTION_COMMIT);
        change(node);
        assertThat(every.heard).containsExactly("a>b", "b>c");
        assertThat(first.heard).containsExactly("a>b");
        assertThat(last.heard).containsExactly("a>c");
    }

    @Test
    void refusalAtTheEventGoesThroughAndAtCommitIsWrapped() {
        NodeRef node = core.admin(() -> core.make(Core.THING, Map.of()));
        Listener every = listener(NotificationFrequency.EVERY_EVENT);
        every.failure = new IntegrityException("no", List.of());
        assertThatThrownBy(() -> change(node)).isSameAs(every.failure);
        every.failure = null;
        Listener last = listener(NotificationFrequency.TRANSACTION_COMMIT);
        last.failure = new IntegrityException("no", List.of());
        assertThatThrownBy(() -> change(node))
                .isInstanceOf(AlfrescoRuntimeException.class)
                .isNotInstanceOf(IntegrityException.class)
                .hasCause(last.failure);
        last.failure = null;
    }

    @Test
    void switchedOffForOneNodeItIsSilentThere() {
        NodeRef node = core.admin(() -> core.make(Core.THING, Map.of()));
        Listener every = listener(NotificationFrequency.EVERY_EVENT);
        core.admin(() -> {
            core.filter.disableBehaviour(node, Core.THING);
            core.nodes.setProperty(node, Core.t("wanted"), "quiet");
            return null;
        });
        assertThat(every.heard).isEmpty();
    }
}
