package org.insats.deadline;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Sends mail through the repository's own mail service, in a thread of its own: a slow or broken mail server holds nobody up
 * and undoes nothing. What cannot be sent is logged by the deadline's id and is not tried again; the task stands anyway.
 */
final class MailPost implements BeanFactoryAware {

    private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);

    private final TaskExecutor thread;
    private final String senderBean;
    private BeanFactory beans;

    /**
     * @param senderBean name of the {@link MailSender}; nothing is sent where there is no such bean
     */
    MailPost(TaskExecutor thread, String senderBean) {
        this.thread = thread;
        this.senderBean = senderBean;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = beanFactory;
    }

    void send(String deadlineId, List<SimpleMailMessage> mails) {
        Optional<MailSender> sender = sender();
        if (sender.isEmpty()) {
            LOG.warn("No mail about deadline {}: there is no bean {}", deadlineId, senderBean);
            return;
        }
        try {
            thread.execute(() -> mails.forEach(mail -> send(sender.get(), deadlineId, mail)));
        } catch (TaskRejectedException e) {
            LOG.warn("No mail about deadline {}: too many are waiting", deadlineId);
        }
    }

    private Optional<MailSender> sender() {
        return beans.containsBean(senderBean)
                ? Optional.of(beans.getBean(senderBean, MailSender.class))
                : Optional.empty();
    }

    private static void send(MailSender sender, String deadlineId, SimpleMailMessage mail) {
        try {
            sender.send(mail);
        } catch (MailException e) {
            // Its text holds addresses, and is not passed on.
            LOG.warn(
                    "A mail about deadline {} could not be sent ({})",
                    deadlineId,
                    e.getClass().getName());
        }
    }
}
