package org.insats.secrecy;

import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.DocumentKinds;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Stands before the platform's public {@code ContentService}: no writer for the content of a fixed document (BR-111). The
 * behaviour refuses the write in any case, when the stream is closed; this only refuses it earlier and with a better status. On
 * ACS 25.4 the REST API's content update was seen not to meet this guard: it answers 500, with nothing written.
 */
public final class ContentGuard implements MethodInterceptor {

    private final ObjectFactory<CaseTree> trees;
    private final DocumentKinds kinds;
    private final ServicePerson servicePerson;

    /**
     * Creates it.
     *
     * @param trees asked at the first call only, so that making the platform's service does not make ours
     */
    public ContentGuard(ObjectFactory<CaseTree> trees, DocumentKinds kinds, ServicePerson servicePerson) {
        this.trees = trees;
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
        CaseTree tree = trees.getObject();
        return servicePerson.elevated(() -> tree.node(node.getId())
                .filter(node::equals)
                .flatMap(found -> kinds.ofType(tree.typeOf(found)))
                .filter(kind -> !kind.editableStatuses()
                        .contains(tree.textOf(node, CaseModel.STATUS).orElse(kind.initialStatus())))
                .isPresent());
    }
}
