package org.alfresco.repo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alfresco.repo.node.NodeServicePolicies.OnAddAspectPolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Test;

/** Public because a behaviour is a public method of a public class. */
public class JavaBehaviourTest {

    private static final NodeRef NODE = new NodeRef("workspace://SpacesStore/1");
    private static final QName ASPECT = QName.createQName("u", "aspect");

    private final List<QName> seen = new ArrayList<>();
    private final JavaBehaviour behaviour = new JavaBehaviour(this, "whenAspectAdded");

    /** The behaviour under test: notes the aspect and causes the same event again. */
    public void whenAspectAdded(NodeRef node, QName aspect) {
        seen.add(aspect);
        behaviour.getInterface(OnAddAspectPolicy.class).onAddAspect(node, aspect);
    }

    /** A behaviour that refuses. */
    public void refuse(NodeRef node, QName aspect) {
        throw new IllegalStateException("refused " + aspect.getLocalName());
    }

    @Test
    void callsTheMethodAndNotAgainFromWithin() {
        OnAddAspectPolicy policy = behaviour.getInterface(OnAddAspectPolicy.class);
        policy.onAddAspect(NODE, ASPECT);
        policy.onAddAspect(NODE, ASPECT);
        assertThat(seen).containsExactly(ASPECT, ASPECT);
    }

    @Test
    void isSilentWhileDisabled() {
        behaviour.disable();
        behaviour.getInterface(OnAddAspectPolicy.class).onAddAspect(NODE, ASPECT);
        behaviour.enable();
        assertThat(seen).isEmpty();
        assertThatThrownBy(behaviour::enable).hasMessageContaining("not disabled");
    }

    @Test
    void passesTheExceptionOnAsItIs() {
        OnAddAspectPolicy policy = new JavaBehaviour(this, "refuse").getInterface(OnAddAspectPolicy.class);
        assertThatThrownBy(() -> policy.onAddAspect(NODE, ASPECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused aspect");
    }

    @Test
    void happensOnEveryEventUnlessSaidOtherwise() {
        assertThat(behaviour.getNotificationFrequency()).isEqualTo(NotificationFrequency.EVERY_EVENT);
        assertThat(new JavaBehaviour(this, "refuse", NotificationFrequency.TRANSACTION_COMMIT)
                        .getNotificationFrequency())
                .isEqualTo(NotificationFrequency.TRANSACTION_COMMIT);
    }

    @Test
    void refusesAMethodThatDoesNotFit() {
        JavaBehaviour wrong = new JavaBehaviour(this, "noSuchMethod");
        assertThatThrownBy(() -> wrong.getInterface(OnAddAspectPolicy.class)).hasMessageContaining("noSuchMethod");
    }
}
