package org.insats.secrecy;

import java.util.Optional;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Permissions;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Stands before the platform's public {@code ContentService} and {@code FileFolderService}: no writer for the content of a
 * fixed document (BR-111), nor for who may not edit its kind; and nothing of a case is hidden. The behaviour refuses the write in any case, but only when the
 * stream is closed, and the platform answers what is thrown there with 500.
 */
public final class ContentGuard implements MethodInterceptor {

    private final CaseTree tree;
    private final CaseAccess access;
    private final DocumentKinds kinds;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public ContentGuard(CaseTree tree, CaseAccess access, DocumentKinds kinds, ServicePerson servicePerson) {
        this.tree = tree;
        this.access = access;
        this.kinds = kinds;
        this.servicePerson = servicePerson;
    }

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        String method = invocation.getMethod().getName();
        if (method.equals("getWriter") && !servicePerson.isActing()) {
            check(invocation.getArguments());
        } else if (method.equals("setHidden")) {
            refuseToHide(invocation.getArguments());
        }
        return invocation.proceed();
    }

    /** WebDAV hides a versioned document at once and deletes it seconds later, where a refusal comes too late for the user. */
    private void refuseToHide(Object[] arguments) {
        if (arguments[0] instanceof NodeRef node
                && Boolean.TRUE.equals(arguments[1])
                && servicePerson.elevated(() -> tree.node(node.getId())
                        .filter(node::equals)
                        .filter(found -> CaseModel.isOurs(tree.typeOf(found)))
                        .isPresent())) {
            throw new AccessDeniedException(Refusal.rule("DELETE-IN-CASE").text());
        }
    }

    private void check(Object[] arguments) {
        if (arguments.length == 0 || !(arguments[0] instanceof NodeRef node)) {
            return;
        }
        if (arguments.length == 1) {
            // FileFolderService, which WebDAV calls: a lacking right is all that it answers with 4xx.
            refusal(node).ifPresent(refusal -> {
                throw new AccessDeniedException(refusal.text());
            });
        } else if (arguments.length == 3 && Boolean.TRUE.equals(arguments[2])) {
            refusal(node).ifPresent(refusal -> {
                throw refusal.violation();
            });
        }
    }

    private Optional<Refusal> refusal(NodeRef node) {
        String user = CaseAccess.currentUser();
        return servicePerson.elevated(() -> tree.node(node.getId())
                .filter(node::equals)
                .flatMap(found -> kinds.ofType(tree.typeOf(found)))
                .flatMap(kind -> refusal(node, kind, user)));
    }

    private Optional<Refusal> refusal(NodeRef node, DocumentKind kind, String user) {
        String status = tree.textOf(node, CaseModel.STATUS).orElse(kind.initialStatus());
        if (!kind.editableStatuses().contains(status)) {
            return Optional.of(Refusal.rule("BR-111"));
        }
        Optional<NodeRef> intervention =
                tree.textOf(node, CaseModel.INTERVENTION_REF).flatMap(tree::node);
        return tree.caseFile(node)
                .filter(caseFile ->
                        !kind.mayEdit(access.rolesFor(user, caseFile, intervention, kind.id(), Permissions.EDIT)))
                .map(caseFile -> Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE"));
    }
}
