package org.insats.testsupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;

/**
 * {@code POST /insats/test/records-job}: runs the beans {@code insats.judgeJob} and {@code insats.disposalJob}, without a user, as the
 * scheduler does, and answers when they are done.
 */
public final class RecordsJobPost extends TestWebScript implements BeanFactoryAware {

    private static final List<String> JOBS = List.of("insats.judgeJob", "insats.disposalJob");

    private BeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        this.beans = beanFactory;
    }

    @Override
    void answer(WebScriptRequest request, ObjectNode answer) {
        if (!JOBS.stream().allMatch(beans::containsBean)) {
            throw new WebScriptException(404, "There are no records jobs in this repository");
        }
        AuthenticationUtil.pushAuthentication();
        try {
            AuthenticationUtil.clearCurrentSecurityContext();
            JOBS.forEach(job -> beans.getBean(job, Runnable.class).run());
        } finally {
            AuthenticationUtil.popAuthentication();
        }
        answer.put("done", true);
    }
}
