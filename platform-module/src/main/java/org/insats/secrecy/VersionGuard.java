package org.insats.secrecy;

import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;

/**
 * Stands before the platform's public {@code VersionService}, which lets everyone through and fires no policies: versions
 * of what is ours are never deleted and never reverted to, whoever asks, through REST, Share or code. The one way past it
 * is {@link DisposalScope}.
 */
public final class VersionGuard implements MethodInterceptor {

    private static final Set<String> REFUSED = Set.of("deleteVersion", "deleteVersionHistory", "revert", "restore");

    private final CaseTree tree;
    private final DisposalScope disposal;

    /** Creates it. */
    public VersionGuard(CaseTree tree, DisposalScope disposal) {
        this.tree = tree;
        this.disposal = disposal;
    }

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        if (REFUSED.contains(invocation.getMethod().getName())
                && invocation.getArguments().length > 0
                && invocation.getArguments()[0] instanceof NodeRef node
                && isOurs(node)
                && !disposal.isOpen()) {
            throw Refusal.rule("VERSION-KEPT").violation();
        }
        return invocation.proceed();
    }

    private boolean isOurs(NodeRef node) {
        return tree.node(node.getId())
                .filter(node::equals)
                .filter(found -> CaseModel.isOurs(tree.typeOf(found)))
                .isPresent();
    }
}
