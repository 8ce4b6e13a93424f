package org.insats.deadline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mail beside the tasks: to those who answer for a deadline when it is time, when it is overdue, and to those it is escalated
 * to (DLC-16). A mail says the number of the case, the act, the day and where to look; never anything of the client.
 */
final class Notices {

    private final AuthorityService authorities;
    private final NoticePreferences preferences;
    private final MailPost post;
    private final Settings settings;

    Notices(AuthorityService authorities, NoticePreferences preferences, MailPost post, Settings settings) {
        this.authorities = authorities;
        this.preferences = preferences;
        this.post = post;
        this.settings = settings;
    }

    /** What there is to tell. */
    enum Kind {
        REMINDER,
        OVERDUE,
        ESCALATED
    }

    /**
     * How mail is sent.
     *
     * @param enabled whether it is at all
     * @param from sender's address
     * @param link address of the page of a case, with {@code {0}} for its number; blank for none
     */
    record Settings(boolean enabled, String from, String link) {}

    /** Tells {@code receivers} once what is being done is committed. Whoever is to be told is looked up now, with its rights. */
    void tell(Kind kind, LiveDeadline deadline, Collection<Owner> receivers) {
        if (!settings.enabled()) {
            return;
        }
        List<SimpleMailMessage> mails = userNames(receivers).stream()
                .map(preferences::address)
                .flatMap(Optional::stream)
                .distinct()
                .map(address -> mail(kind, deadline, address))
                .toList();
        if (mails.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                post.send(deadline.id(), mails);
            }
        });
    }

    private Set<String> userNames(Collection<Owner> receivers) {
        Set<String> userNames = new LinkedHashSet<>();
        receivers.forEach(receiver -> {
            receiver.userName().ifPresent(userNames::add);
            receiver.groups()
                    .forEach(group ->
                            userNames.addAll(authorities.getContainedAuthorities(AuthorityType.USER, group, false)));
        });
        return userNames;
    }

    private SimpleMailMessage mail(Kind kind, LiveDeadline deadline, NoticePreferences.Address address) {
        String act = text(address, deadline.act().textKey());
        String due = deadline.dueDate().map(Object::toString).orElse("-");
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(address.mail());
        mail.setSubject(text(address, "insats.notice.subject." + kind, deadline.caseNumber(), act, due));
        Stream<String> lines = Stream.of(
                text(address, "insats.notice.body." + kind, deadline.caseNumber(), act, due),
                settings.link().replace("{0}", deadline.caseNumber()),
                text(address, "insats.notice.foot"));
        mail.setText(String.join("\n\n", lines.filter(line -> !line.isBlank()).toList()) + "\n");
        return mail;
    }

    private static String text(NoticePreferences.Address address, String key, Object... arguments) {
        String text = I18NUtil.getMessage(key, address.language(), arguments);
        return text == null ? key : text;
    }
}
