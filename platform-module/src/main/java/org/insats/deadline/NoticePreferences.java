package org.insats.deadline;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.ServicePerson;

/**
 * Who gets mail, and in which language (bean {@code insats.noticePreferences}): kept on the person, by the aspect
 * {@code inswf:noticePreferences}. Without it: mail in the language that the setting names.
 */
public final class NoticePreferences {

    private static final String URI = "http://insats.org/model/workflow/1.0";
    private static final QName ASPECT = QName.createQName(URI, "noticePreferences");
    private static final QName NO_MAIL = QName.createQName(URI, "noMail");
    private static final QName LANGUAGE = QName.createQName(URI, "noticeLanguage");

    private final PersonService people;
    private final NodeService nodes;
    private final ServicePerson servicePerson;
    private final String presetLanguage;

    NoticePreferences(PersonService people, NodeService nodes, ServicePerson servicePerson, String presetLanguage) {
        this.people = people;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
        this.presetLanguage = presetLanguage;
    }

    /**
     * What somebody wants.
     *
     * @param mail whether they want mail about deadlines
     * @param language {@code sv} or {@code en}
     */
    public record Preference(boolean mail, String language) {}

    /** What a user wants. */
    public Preference of(String userName) {
        return servicePerson.elevated(() -> person(userName)
                .map(node -> new Preference(
                        !Boolean.TRUE.equals(nodes.getProperty(node, NO_MAIL)),
                        Optional.ofNullable(nodes.getProperty(node, LANGUAGE))
                                .map(Object::toString)
                                .orElse(presetLanguage)))
                .orElse(new Preference(false, presetLanguage)));
    }

    /** Keeps what a user wants. */
    public void set(String userName, Preference preference) {
        servicePerson.elevated(() -> person(userName).ifPresent(node -> {
            Map<QName, Serializable> values = new HashMap<>();
            values.put(NO_MAIL, !preference.mail());
            values.put(LANGUAGE, preference.language());
            nodes.addAspect(node, ASPECT, values);
        }));
    }

    /** Address and language of somebody who has an address and wants mail; inside the service person's scope. */
    Optional<Address> address(String userName) {
        Preference preference = of(userName);
        return person(userName)
                .filter(node -> preference.mail())
                .map(node -> nodes.getProperty(node, ContentModel.PROP_EMAIL))
                .map(Object::toString)
                .filter(mail -> mail.contains("@"))
                .map(mail -> new Address(mail, Locale.forLanguageTag(preference.language())));
    }

    /** Address and language of somebody who has an address, whatever mail they want: for what is no reminder, and has to be told. */
    public Optional<Address> addressOf(String userName) {
        return servicePerson.elevated(() -> person(userName)
                .map(node -> nodes.getProperty(node, ContentModel.PROP_EMAIL))
                .map(Object::toString)
                .filter(mail -> mail.contains("@"))
                .map(mail ->
                        new Address(mail, Locale.forLanguageTag(of(userName).language()))));
    }

    /**
     * Where to, and in which language.
     *
     * @param mail address
     * @param language Swedish or English
     */
    public record Address(String mail, Locale language) {}

    private Optional<NodeRef> person(String userName) {
        return Optional.ofNullable(people.getPersonOrNull(userName));
    }
}
