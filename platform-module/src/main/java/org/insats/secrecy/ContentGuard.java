package org.insats.secrecy;

import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.DocumentKinds;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Stands before the platform's public {@code ContentService}: no writer for the content of a fixed document (BR-111). The
 * behaviour would refuse it too, but only when the stream is closed, which REST answers with 500.
 */
public final class ContentGuard implements MethodInterceptor {

    private final CaseTree tree;
    private final DocumentKinds kinds;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public ContentGuard(CaseTree tree, DocumentKinds kinds, ServicePerson servicePerson) {
        this.tree = tree;
        this.kinds = kinds;
        this.servicePerson = servicePerson;
    }

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        Object[] arguments = invocation.getArguments();
        if (invocation.getMethod().getName().equals("getWriter")
                && arguments.length == 3
                && arguments[0] instanceof NodeRef node
                && Boolean.TRUE.equals(arguments[2])
                && !servicePerson.isActing()
                && isFixed(node)) {
            throw Refusal.rule("BR-111").violation();
        }
        return invocation.proceed();
    }

    private boolean isFixed(NodeRef node) {
        return servicePerson.elevated(() -> tree.node(node.getId())
                .filter(node::equals)
                .flatMap(found -> kinds.ofType(tree.typeOf(found)))
                .filter(kind -> !kind.editableStatuses()
                        .contains(tree.textOf(node, CaseModel.STATUS).orElse(kind.initialStatus())))
                .isPresent());
    }
}
