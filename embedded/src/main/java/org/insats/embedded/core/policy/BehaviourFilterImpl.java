package org.insats.embedded.core.policy;

import java.util.HashMap;
import java.util.Map;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.tx.TxContext;

/** Switches behaviours off and on for the rest of a transaction; each switching off needs its own switching on. */
public final class BehaviourFilterImpl implements BehaviourFilter {
    private final DictionaryComponent dictionary;

    public BehaviourFilterImpl(DictionaryComponent dictionary) {
        this.dictionary = dictionary;
    }

    /** What is switched off: a class for every node (node null), or a class for one node. */
    private record Key(NodeRef node, QName className) {}

    @Override
    public void disableBehaviour(QName className) {
        counts().merge(new Key(null, className), 1, Integer::sum);
    }

    @Override
    public void disableBehaviour(NodeRef nodeRef, QName className) {
        counts().merge(new Key(nodeRef, className), 1, Integer::sum);
    }

    @Override
    public void enableBehaviour(QName className) {
        lower(new Key(null, className));
    }

    @Override
    public void enableBehaviour(NodeRef nodeRef, QName className) {
        lower(new Key(nodeRef, className));
    }

    @Override
    public boolean isEnabled(NodeRef nodeRef, QName className) {
        Map<Key, Integer> off = TxContext.current().existing(BehaviourFilterImpl.class);
        if (off == null || off.isEmpty()) {
            return true;
        }
        return off.keySet().stream()
                .noneMatch(each -> each.node() == null
                        ? each.className().equals(className)
                        : each.node().equals(nodeRef) && dictionary.isSubClass(className, each.className()));
    }

    private void lower(Key key) {
        counts().computeIfPresent(key, (unused, count) -> count == 1 ? null : count - 1);
    }

    private static Map<Key, Integer> counts() {
        return TxContext.current().resource(BehaviourFilterImpl.class, HashMap::new);
    }
}
