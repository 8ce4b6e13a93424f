package org.insats.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alfresco.repo.module.AbstractModuleComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;

/** A component that runs at each start and notes as whom and in what transaction. */
public final class StartComponent extends AbstractModuleComponent {

    private static final List<String> RUNS = new CopyOnWriteArrayList<>();

    @Override
    protected void executeInternal() {
        RUNS.add(AuthenticationUtil.getRunAsUser() + " " + AlfrescoTransactionSupport.getTransactionReadState());
    }

    /** The runs since the repository started. */
    static List<String> runs() {
        return List.copyOf(RUNS);
    }
}
