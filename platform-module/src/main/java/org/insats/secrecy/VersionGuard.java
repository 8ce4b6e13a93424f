package org.insats.secrecy;

import java.util.Set;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Stands before the platform's public {@code VersionService}, which lets everyone through and fires no policies: versions
 * of what is ours are never deleted and never reverted to, whoever asks, through REST, Share or code (the one way past it
 * is {@link DisposalScope}); and which there are is told to nobody who may not read what stands now.
 */
public final class VersionGuard implements MethodInterceptor {

    private static final Set<String> REFUSED = Set.of("deleteVersion", "deleteVersionHistory", "revert", "restore");

    private static final Set<String> READING = Set.of("getVersionHistory", "getCurrentVersion");

    private final CaseTree tree;
    private final CaseAccess access;
    private final DisposalScope disposal;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public VersionGuard(CaseTree tree, CaseAccess access, DisposalScope disposal, ServicePerson servicePerson) {
        this.tree = tree;
        this.access = access;
        this.disposal = disposal;
        this.servicePerson = servicePerson;
    }

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        String method = invocation.getMethod().getName();
        if (invocation.getArguments().length > 0 && invocation.getArguments()[0] instanceof NodeRef node) {
            if (REFUSED.contains(method) && isOurs(node)) {
                if (servicePerson.elevated(() -> tree.isHeld(node))) {
                    throw Refusal.rule("HELD").violation();
                }
                if (!disposal.isOpen()) {
                    throw Refusal.rule("VERSION-KEPT").violation();
                }
            }
            if (READING.contains(method) && !servicePerson.isActing() && isOurs(node) && !access.mayRead(node)) {
                throw new AccessDeniedException(
                        Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").text());
            }
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
