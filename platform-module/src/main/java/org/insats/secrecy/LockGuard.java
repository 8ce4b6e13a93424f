package org.insats.secrecy;

import java.util.Collection;
import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Stands before the platform's public {@code LockService}: nothing of a case is locked. A locked node cuts no versions, and
 * whoever forgot a lock would hold up the acts of others; saving over another's change is refused by version instead.
 */
public final class LockGuard implements MethodInterceptor {

    private final CaseTree tree;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public LockGuard(CaseTree tree, ServicePerson servicePerson) {
        this.tree = tree;
        this.servicePerson = servicePerson;
    }

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        if (invocation.getMethod().getName().equals("lock") && invocation.getArguments().length > 0) {
            Object first = invocation.getArguments()[0];
            Collection<?> nodes = first instanceof Collection<?> several ? several : List.of(first);
            if (nodes.stream().anyMatch(this::isOurs)) {
                throw Refusal.rule("LOCK").violation();
            }
        }
        return invocation.proceed();
    }

    private boolean isOurs(Object node) {
        return node instanceof NodeRef reference
                && servicePerson.elevated(() -> tree.node(reference.getId())
                        .filter(reference::equals)
                        .filter(found -> CaseModel.isOurs(tree.typeOf(found)))
                        .isPresent());
    }
}
