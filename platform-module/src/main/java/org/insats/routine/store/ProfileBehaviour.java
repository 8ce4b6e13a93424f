package org.insats.routine.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies.BeforeDeleteNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateChildAssociationPolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineProfileReader;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What holds for the routine profiles of the Data Dictionary, whatever door a change comes through: nonsense is refused with
 * place and reason, so that the last good profile stays in force; a changed text has a new version (BR-112); none is deleted.
 */
public final class ProfileBehaviour
        implements OnCreateChildAssociationPolicy, OnUpdatePropertiesPolicy, BeforeDeleteNodePolicy {

    private static final long MOST_BYTES = 1_048_576;
    private static final int MOST_PROBLEMS = 10;

    private final PolicyComponent policies;
    private final NodeService nodeService;
    private final ContentService contents;
    private final ProfileNodes profiles;
    private final RoutineProfileReader reader;
    private final ServicePerson servicePerson;

    ProfileBehaviour(
            PolicyComponent policies,
            NodeService nodeService,
            ContentService contents,
            ProfileNodes profiles,
            RoutineProfileReader reader,
            ServicePerson servicePerson) {
        this.policies = policies;
        this.nodeService = nodeService;
        this.contents = contents;
        this.profiles = profiles;
        this.reader = reader;
        this.servicePerson = servicePerson;
    }

    /** Binds the behaviours; called once, at start. */
    public void bind() {
        policies.bindAssociationBehaviour(
                OnCreateChildAssociationPolicy.QNAME,
                RoutineModel.TYPE_PROFILE_FOLDER,
                ContentModel.ASSOC_CONTAINS,
                new JavaBehaviour(this, "onCreateChildAssociation", NotificationFrequency.EVERY_EVENT));
        policies.bindClassBehaviour(
                OnUpdatePropertiesPolicy.QNAME,
                RoutineModel.TYPE_PROFILE,
                new JavaBehaviour(this, "onUpdateProperties", NotificationFrequency.EVERY_EVENT));
        policies.bindClassBehaviour(
                BeforeDeleteNodePolicy.QNAME,
                RoutineModel.TYPE_PROFILE,
                new JavaBehaviour(this, "beforeDeleteNode", NotificationFrequency.EVERY_EVENT));
    }

    /** A file that is put into the folder becomes a profile; its text is checked when it is written. */
    @Override
    public void onCreateChildAssociation(ChildAssociationRef association, boolean isNewNode) {
        NodeRef file = association.getChildRef();
        servicePerson.elevated(() -> {
            if (nodeService.exists(file) && nodeService.getType(file).equals(ContentModel.TYPE_CONTENT)) {
                nodeService.setType(file, RoutineModel.TYPE_PROFILE);
                nodeService.addAspect(file, ContentModel.ASPECT_VERSIONABLE, null);
            }
        });
    }

    @Override
    public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        Optional<ContentData> now = content(after);
        boolean written = now.isPresent()
                && !now.map(ContentData::getContentUrl).equals(content(before).map(ContentData::getContentUrl));
        if (written && nodeService.exists(node)) {
            boolean ourOwn = servicePerson.isActing();
            servicePerson.elevated(() -> check(node, now.get(), ourOwn));
        }
    }

    @Override
    public void beforeDeleteNode(NodeRef node) {
        if (nodeService.getProperty(node, RoutineModel.PROFILE_ID) != null) {
            throw Refusal.rule("PRF-KEPT").violation();
        }
    }

    private static Optional<ContentData> content(Map<QName, Serializable> properties) {
        return properties.get(ContentModel.PROP_CONTENT) instanceof ContentData data && data.getContentUrl() != null
                ? Optional.of(data).filter(known -> known.getSize() > 0)
                : Optional.empty();
    }

    private void check(NodeRef node, ContentData content, boolean ourOwn) {
        if (content.getSize() > MOST_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "SIZE", MOST_BYTES).violation();
        }
        ContentReader reading = contents.getReader(node, ContentModel.PROP_CONTENT);
        RoutineProfile profile = read(reading.getContentString());
        requireSameProfile(node, profile);
        if (!ourOwn) {
            requireNewVersion(node, profile);
        }
        nodeService.addProperties(node, described(profile));
    }

    /** Refuses what cannot be used, with place and reason. */
    private RoutineProfile read(String text) {
        try {
            return reader.read("profile", text);
        } catch (InvalidProfileException e) {
            String problems = e.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .map(problem -> problem.place() + ": " + problem.reason(I18NUtil.getLocale()))
                    .collect(Collectors.joining("; "));
            throw Refusal.rule("PRF-INVALID", problems)
                    .onField(e.problems().get(0).place())
                    .violation();
        }
    }

    private void requireSameProfile(NodeRef node, RoutineProfile profile) {
        Serializable known = nodeService.getProperty(node, RoutineModel.PROFILE_ID);
        boolean another =
                profiles.find(profile.id()).filter(found -> !found.equals(node)).isPresent();
        if (known != null && !known.equals(profile.id()) || another) {
            throw Refusal.rule("PRF-ID", profile.id()).onField("id").violation();
        }
    }

    /** Cases are fixed to a version by its name, so one name is one text for ever (BR-112). */
    private void requireNewVersion(NodeRef node, RoutineProfile profile) {
        boolean used = profiles.history(node)
                .map(StoredProfile::profile)
                .anyMatch(former -> former.version().equals(profile.version()) && !former.equals(profile));
        if (used) {
            throw Refusal.rule("PRF-VERSION", profile.version())
                    .onField("version")
                    .violation();
        }
    }

    private static Map<QName, Serializable> described(RoutineProfile profile) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(RoutineModel.PROFILE_ID, profile.id());
        properties.put(RoutineModel.PROFILE_VERSION, profile.version());
        properties.put(ContentModel.PROP_TITLE, profile.titles().get("sv"));
        properties.put(RoutineModel.VALID_FROM, stored(profile.validity().from()));
        properties.put(RoutineModel.VALID_TO, stored(profile.validity().to()));
        properties.put(RoutineModel.REVIEW_BY, stored(profile.reviewBy()));
        properties.values().removeIf(Objects::isNull);
        return properties;
    }

    private static Serializable stored(Optional<LocalDate> date) {
        return date.map(LawDate::toStored).orElse(null);
    }
}
