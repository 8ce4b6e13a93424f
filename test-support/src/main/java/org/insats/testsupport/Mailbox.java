package org.insats.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** A mail service that keeps what it is given, for tests that set {@code insats.mail.senderBean=insats.test.mailbox}. */
public final class Mailbox implements MailSender {

    private final List<SimpleMailMessage> mails = new CopyOnWriteArrayList<>();

    @Override
    public void send(SimpleMailMessage... messages) {
        for (SimpleMailMessage message : messages) {
            mails.add(new SimpleMailMessage(message));
        }
    }

    /** What was sent so far, oldest first. */
    public List<SimpleMailMessage> mails() {
        return List.copyOf(mails);
    }
}
