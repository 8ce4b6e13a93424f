package org.insats.testsupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;

/**
 * {@code POST /insats/test/deadline-job}: runs the bean {@code insats.deadlineJob} and answers when it is done.
 *
 * <p>The job starts without a user, as the scheduler starts it: what it starts belongs to the service person, not to the caller.
 */
public final class DeadlineJobPost extends TestWebScript implements BeanFactoryAware {

    private static final String JOB = "insats.deadlineJob";

    private BeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        this.beans = beanFactory;
    }

    @Override
    void answer(WebScriptRequest request, ObjectNode answer) {
        if (!beans.containsBean(JOB)) {
            throw new WebScriptException(404, "There is no deadline job in this repository");
        }
        Runnable job = beans.getBean(JOB, Runnable.class);
        AuthenticationUtil.pushAuthentication();
        try {
            AuthenticationUtil.clearCurrentSecurityContext();
            job.run();
        } finally {
            AuthenticationUtil.popAuthentication();
        }
        answer.put("done", true);
    }
}
