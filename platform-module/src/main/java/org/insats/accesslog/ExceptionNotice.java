package org.insats.accesslog;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.QName;
import org.insats.deadline.NoticePreferences;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the managers of a unit that somebody took exceptional access to a case of theirs: a task for their group, and mail where mail is
 * on. Neither holds the reason, nor who it was; both are read in the log.
 */
final class ExceptionNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionNotice.class);
    private static final String PROCESS = "activiti$insatsExceptionalAccess";
    private static final String TASKS = "http://insats.org/model/workflow/1.0";
    private static final String BPM = "http://www.alfresco.org/model/bpm/1.0";

    private final WorkflowService workflows;
    private final AuthorityService authorities;
    private final NoticePreferences preferences;
    private final ServicePerson servicePerson;
    private final BeanFactory beans;
    private final TaskExecutor thread;
    private final Mail mail;

    ExceptionNotice(
            WorkflowService workflows,
            AuthorityService authorities,
            NoticePreferences preferences,
            ServicePerson servicePerson,
            BeanFactory beans,
            TaskExecutor thread,
            Mail mail) {
        this.workflows = workflows;
        this.authorities = authorities;
        this.preferences = preferences;
        this.servicePerson = servicePerson;
        this.beans = beans;
        this.thread = thread;
        this.mail = mail;
    }

    /**
     * How mail is sent.
     *
     * @param enabled whether it is at all
     * @param from sender's address
     * @param link address of the page of a case, with {@code {0}} for its number; blank for none
     * @param language language of the texts
     * @param sender name of the bean that sends
     */
    record Mail(boolean enabled, String from, String link, String language, String sender) {}

    void tell(ExceptionalGrant grant) {
        String group = "GROUP_INSATS_UNIT_MANAGER_" + grant.unit();
        boolean somebody = servicePerson.elevated(() -> authorities.authorityExists(group));
        startTask(grant, somebody ? group : "GROUP_ALFRESCO_ADMINISTRATORS");
        if (mail.enabled() && somebody) {
            List<NoticePreferences.Address> addresses = servicePerson.elevated(() -> addresses(group));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    thread.execute(() -> addresses.forEach(address -> send(grant, address)));
                }
            });
        }
    }

    private void startTask(ExceptionalGrant grant, String group) {
        Map<QName, Serializable> values = new HashMap<>();
        values.put(QName.createQName(TASKS, "caseNumber"), grant.caseNumber());
        values.put(QName.createQName(TASKS, "taskGroups"), group);
        values.put(
                QName.createQName(BPM, "workflowDescription"),
                text("insats.exception.task", Locale.forLanguageTag(mail.language()), grant.caseNumber()));
        servicePerson.run(() -> {
            values.put(QName.createQName(BPM, "package"), workflows.createPackage(null));
            return workflows.startWorkflow(
                    workflows.getDefinitionByName(PROCESS).getId(), values);
        });
    }

    /** Where managers are told, each in their own language; what has to be reviewed is told whether they want other mail or not. */
    private List<NoticePreferences.Address> addresses(String group) {
        return authorities.getContainedAuthorities(AuthorityType.USER, group, false).stream()
                .map(preferences::addressOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private void send(ExceptionalGrant grant, NoticePreferences.Address address) {
        if (!beans.containsBean(mail.sender())) {
            LOG.warn("No mail about exceptional access {}: there is no bean {}", grant.id(), mail.sender());
            return;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(mail.from());
        message.setTo(address.mail());
        message.setSubject(text("insats.exception.subject", address.language(), grant.caseNumber()));
        String link = mail.link().replace("{0}", grant.caseNumber());
        message.setText(text("insats.exception.body", address.language(), grant.caseNumber()) + "\n\n" + link + "\n");
        try {
            beans.getBean(mail.sender(), MailSender.class).send(message);
        } catch (MailException e) {
            // Its text holds addresses, and is not passed on.
            LOG.warn(
                    "A mail about exceptional access {} could not be sent ({})",
                    grant.id(),
                    e.getClass().getName());
        }
    }

    private static String text(String key, Locale language, String caseNumber) {
        return Optional.ofNullable(I18NUtil.getMessage(key, language, caseNumber))
                .orElse(key);
    }
}
