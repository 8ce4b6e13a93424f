package org.insats.casefile;

import java.io.Serializable;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * What holds for every case document, whichever door it comes through: web script, form, REST, WebDAV. It gives a new
 * document its number, name and owner, keeps the system's fields to the system, keeps fixed documents fixed (BR-111), and
 * lets the kind check its rules.
 */
public final class CaseDocumentBehaviour implements OnCreateNodePolicy, OnUpdatePropertiesPolicy {

    /** Pinned: what makes the platform cut a version at every change. */
    private static final Map<QName, Serializable> PINNED = Map.of(
            ContentModel.PROP_AUTO_VERSION, true,
            ContentModel.PROP_AUTO_VERSION_PROPS, true,
            ContentModel.PROP_INITIAL_VERSION, true);

    /** Of the content model, what a user may not change on a document of ours. */
    private static final Set<QName> IMPERSONAL = Set.of(ContentModel.PROP_NAME, ContentModel.PROP_OWNER);

    private static final Set<QName> DESCRIPTIVE =
            Set.of(ContentModel.PROP_TITLE, ContentModel.PROP_DESCRIPTION, ContentModel.PROP_AUTHOR);

    private static final DocumentReference ATTACHMENTS = DocumentReference.toAny(CaseModel.ATTACHMENTS, "DOC-COM-08");

    private final PolicyComponent policyComponent;
    private final NodeService nodeService;
    private final CaseTree tree;
    private final CaseAccess access;
    private final CaseNumbers numbers;
    private final QueuePlaces queue;
    private final DocumentKinds kinds;
    private final WriteChecks checks;
    private final FormGuidance guidance;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** What our own service is just making, whole from the first: nothing is left to complete, only to check. */
    private final ThreadLocal<NewlyMade> making = new ThreadLocal<>();

    /**
     * A document that is about to be made.
     *
     * @param document as it is to stand, with the reference that its node is to have
     * @param ours whether the system makes it, and no user
     */
    private record NewlyMade(Document document, boolean ours) {

        Map<QName, Serializable> properties() {
            return document.properties();
        }
    }

    private record Place(NodeRef caseFile, Optional<NodeRef> intervention) {}

    /** Creates it. */
    public CaseDocumentBehaviour(
            PolicyComponent policyComponent,
            CaseTree tree,
            CaseAccess access,
            CaseNumbers numbers,
            DocumentKinds kinds,
            WriteChecks checks,
            FormGuidance guidance,
            ServicePerson servicePerson,
            Clock clock) {
        this.guidance = guidance;
        this.policyComponent = policyComponent;
        this.nodeService = tree.nodes();
        this.tree = tree;
        this.access = access;
        this.numbers = numbers;
        this.queue = new QueuePlaces(tree);
        this.kinds = kinds;
        this.checks = checks;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** Binds the behaviours; called once, at start. */
    public void bind() {
        policyComponent.bindClassBehaviour(
                OnCreateNodePolicy.QNAME,
                CaseModel.TYPE_CASE_DOCUMENT,
                new JavaBehaviour(this, "onCreateNode", NotificationFrequency.EVERY_EVENT));
        policyComponent.bindClassBehaviour(
                OnUpdatePropertiesPolicy.QNAME,
                CaseModel.TYPE_CASE_DOCUMENT,
                new JavaBehaviour(this, "onUpdateProperties", NotificationFrequency.EVERY_EVENT));
    }

    @Override
    public void onCreateNode(ChildAssociationRef created) {
        NodeRef node = created.getChildRef();
        NewlyMade made = making.get();
        if (made != null && made.document().node().equals(node)) {
            making.remove();
            servicePerson.elevated(() -> settle(made.document(), made.ours()));
            return;
        }
        boolean ours = servicePerson.isActing();
        String user = CaseAccess.currentUser();
        servicePerson.elevated(() -> complete(node, created.getParentRef(), user, ours));
    }

    /**
     * Makes a document with number, name, owner and presets from the first, as {@link #onCreateNode} would give it them
     * afterwards: one write instead of two. The node is made with the rights of the caller.
     *
     * @param given fields by name
     * @param allowed whether the caller has checked that the user may create the kind here
     */
    NodeRef make(DocumentKind kind, NodeRef folder, Map<QName, Serializable> given, boolean allowed) {
        NodeRef node = new NodeRef(folder.getStoreRef(), UUID.randomUUID().toString());
        boolean ours = servicePerson.isActing();
        String user = CaseAccess.currentUser();
        NewlyMade made = servicePerson.elevated(() -> {
            Place place = place(kind, folder, given);
            if (!ours && !allowed) {
                requireMayCreate(kind, place, user);
            }
            return whole(kind, node, place, given, user, ours);
        });
        Map<QName, Serializable> written = new HashMap<>(made.properties());
        written.put(ContentModel.PROP_NODE_UUID, node.getId());
        making.set(made);
        try {
            nodeService.createNode(
                    folder,
                    ContentModel.ASSOC_CONTAINS,
                    QName.createQName(CaseModel.URI, node.getId()),
                    kind.type(),
                    written);
        } finally {
            making.remove();
        }
        return node;
    }

    /** Turns a plain file that was dropped into a case into an incoming document, and completes it. */
    void completeIncoming(NodeRef node, NodeRef folder) {
        String user = CaseAccess.currentUser();
        servicePerson.elevated(() -> complete(node, folder, user, true));
    }

    private void complete(NodeRef node, NodeRef folder, String user, boolean ours) {
        DocumentKind kind = kinds.ofType(nodeService.getType(node))
                .orElseThrow(() -> Refusal.rule("KIND", "").onField("kind").violation());
        Map<QName, Serializable> given = nodeService.getProperties(node);
        Place place = place(kind, folder, given);
        if (!ours) {
            requireMayCreate(kind, place, user);
        }
        NewlyMade made = whole(kind, node, place, given, user, ours);
        // What is not said is not written: a property without a value would be a row of its own, in every version too.
        given.keySet().stream()
                .filter(name -> !made.properties().containsKey(name))
                .forEach(name -> nodeService.removeProperty(node, name));
        Map<QName, Serializable> completed = new HashMap<>(made.properties());
        completed.entrySet().removeIf(each -> each.getValue().equals(given.get(each.getKey())));
        nodeService.addProperties(node, completed);
        settle(made.document(), ours);
    }

    private Place place(DocumentKind kind, NodeRef folder, Map<QName, Serializable> given) {
        NodeRef caseFile = tree.caseFile(folder)
                .orElseThrow(() -> Refusal.rule("PLACE").onField("kind").violation());
        tree.requireOpen(caseFile);
        return new Place(caseFile, requirePlace(kind, folder, caseFile, given));
    }

    private void requireMayCreate(DocumentKind kind, Place place, String user) {
        Set<Role> roles = access.rolesFor(user, place.caseFile(), place.intervention(), kind.id(), Permissions.CREATE);
        if (!kind.mayCreate(place.caseFile(), place.intervention(), roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
    }

    /** The document as it is to stand: what was given, the system's fields, presets, and the kind's own. */
    private NewlyMade whole(
            DocumentKind kind, NodeRef node, Place place, Map<QName, Serializable> given, String user, boolean ours) {
        Map<QName, Serializable> known = new HashMap<>(given);
        presets(place.caseFile(), user).forEach(known::putIfAbsent);
        known.putAll(PINNED);
        known.putAll(systemFields(kind, place, given, ours));
        known.keySet().removeAll(DESCRIPTIVE);
        known.values().removeIf(Objects::isNull);
        Document document = new Document(node, kind, place.caseFile(), place.intervention(), known);
        Map<QName, Serializable> written = new HashMap<>(known);
        kind.defaults(document).forEach((name, value) -> {
            if (value != null && !document.isFilled(name)) {
                written.put(name, value);
            }
        });
        written.putAll(checks.normalised(written));
        written.values().removeIf(Objects::isNull);
        return new NewlyMade(new Document(node, kind, place.caseFile(), place.intervention(), written), ours);
    }

    private void settle(Document made, boolean ours) {
        if (made.kind().openToAuthor()) {
            access.showToAuthor(made.node(), CaseAccess.currentUser());
        }
        check(made.node(), made.kind(), made.caseFile(), made.intervention(), Map.of(), ours);
    }

    private Optional<NodeRef> requirePlace(
            DocumentKind kind, NodeRef folder, NodeRef caseFile, Map<QName, Serializable> given) {
        if (!tree.is(caseFile, kind.fileType())) {
            throw Refusal.rule("PLACE").onField("kind").violation();
        }
        boolean inIntervention = tree.is(folder, CaseModel.TYPE_INTERVENTION);
        boolean inCase = folder.equals(caseFile);
        boolean incoming = kind.type().equals(CaseModel.TYPE_INCOMING_DOCUMENT);
        boolean right = kind.placement() == Placement.INTERVENTION ? inIntervention : inCase;
        if (!right && !(incoming && inIntervention)) {
            throw Refusal.rule("PLACE").onField("kind").violation();
        }
        if (inIntervention) {
            return Optional.of(folder);
        }
        return Optional.ofNullable(given.get(CaseModel.INTERVENTION_REF))
                .map(Object::toString)
                .flatMap(tree::node)
                .filter(stated -> tree.is(stated, CaseModel.TYPE_INTERVENTION))
                .filter(stated -> tree.caseFile(stated).filter(caseFile::equals).isPresent());
    }

    private Map<QName, Serializable> systemFields(
            DocumentKind kind, Place place, Map<QName, Serializable> given, boolean ours) {
        NodeRef caseFile = place.caseFile();
        String caseNumber = tree.text(caseFile, CaseModel.CASE_NUMBER).orElseThrow();
        int serial = numbers.nextSerial(caseFile, kind.code());
        Map<QName, Serializable> system = new HashMap<>();
        Fields.SYSTEM.forEach(name -> system.put(name, null));
        if (!ours) {
            kind.systemFields().forEach(name -> system.put(name, null));
        }
        system.put(CaseModel.KIND, kind.id());
        system.put(CaseModel.CASE_NUMBER, caseNumber);
        system.put(
                CaseModel.INTERVENTION_REF,
                place.intervention().map(NodeRef::getId).orElse(null));
        system.put(CaseModel.SERIAL, serial);
        system.put(
                CaseModel.CLIENT_REF, tree.text(caseFile, CaseModel.CASE_CLIENT).orElse(null));
        Serializable status = given.get(CaseModel.STATUS);
        system.put(CaseModel.STATUS, ours && status != null ? status : kind.initialStatus());
        system.put(ContentModel.PROP_NAME, nameOf(caseNumber, kind, serial, extension(kind, given)));
        system.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        return system;
    }

    /** Put together by hand: a formatter costs more than all else that the name needs, with every document. */
    private static String nameOf(String caseNumber, DocumentKind kind, int serial, String extension) {
        return caseNumber + '-' + kind.code() + (serial < 10 ? "-0" : "-") + serial + extension;
    }

    /** What comes in keeps its extension, so that it opens in the right program; everything else is a PDF. */
    private static String extension(DocumentKind kind, Map<QName, Serializable> given) {
        if (!kind.type().equals(CaseModel.TYPE_INCOMING_DOCUMENT)) {
            return ".pdf";
        }
        String name = Objects.toString(given.get(CaseModel.ORIGINAL_NAME), "");
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && extension.matches("[a-z0-9]{1,5}") ? '.' + extension : "";
    }

    private Map<QName, Serializable> presets(NodeRef caseFile, String user) {
        Map<QName, Serializable> presets = new HashMap<>();
        presets.put(CaseModel.AUTHOR, user);
        presets.put(CaseModel.DOCUMENT_DATE, LawDate.toStored(LawDate.today(clock)));
        presets.put(
                CaseModel.DOCUMENT_RESPONSIBLE,
                tree.text(caseFile, CaseModel.RESPONSIBLE_CASE_WORKER).orElse(null));
        return presets;
    }

    @Override
    public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        // The platform tells of a new node's properties too; they were dealt with on creation.
        if (before.get(CaseModel.SERIAL) == null || !nodeService.exists(node)) {
            return;
        }
        DocumentKind kind = kinds.ofType(nodeService.getType(node)).orElse(null);
        if (kind == null) {
            return;
        }
        Map<QName, Serializable> changed = WriteChecks.changed(before, after);
        boolean ours = servicePerson.isActing();
        String user = CaseAccess.currentUser();
        servicePerson.elevated(() -> {
            NodeRef caseFile =
                    tree.caseFile(node).orElseThrow(() -> Refusal.rule("PLACE").violation());
            Optional<NodeRef> intervention =
                    tree.text(node, CaseModel.INTERVENTION_REF).flatMap(tree::node);
            if (changed.keySet().stream().anyMatch(name -> isSubstance(name) && !isOfRecords(name))) {
                tree.requireOpen(caseFile);
            }
            keepDescriptionEmpty(node, kind, changed, ours);
            if (!ours) {
                refuseToUsers(kind, before, changed);
                refuseUnlessEditor(kind, user, caseFile, intervention, changed);
            }
            check(node, kind, caseFile, intervention, before, ours);
        });
    }

    private void keepDescriptionEmpty(NodeRef node, DocumentKind kind, Map<QName, Serializable> changed, boolean ours) {
        for (QName name : DESCRIPTIVE) {
            if (changed.get(name) == null) {
                continue;
            }
            // A file that came in brings its own metadata, which the platform extracts: it is dropped, not refused.
            if (!ours && !kind.type().equals(CaseModel.TYPE_INCOMING_DOCUMENT) && name != ContentModel.PROP_AUTHOR) {
                throw Refusal.rule("IMPERSONAL").onField(name.getLocalName()).violation();
            }
            nodeService.removeProperty(node, name);
        }
    }

    private void refuseToUsers(DocumentKind kind, Map<QName, Serializable> before, Map<QName, Serializable> changed) {
        for (QName name : changed.keySet()) {
            if (IMPERSONAL.contains(name)) {
                throw Refusal.rule("IMPERSONAL").onField(name.getLocalName()).violation();
            }
            if (PINNED.containsKey(name) && !Boolean.TRUE.equals(changed.get(name))) {
                throw Refusal.rule("VERSIONS").onField(name.getLocalName()).violation();
            }
            if (Fields.SYSTEM.contains(name) || kind.systemFields().contains(name)) {
                throw Refusal.rule("FIELD-SYSTEM", name.getLocalName())
                        .onField(name.getLocalName())
                        .violation();
            }
        }
        String status = Objects.toString(before.get(CaseModel.STATUS), kind.initialStatus());
        if (!kind.editableStatuses().contains(status)
                && changed.keySet().stream().anyMatch(this::isSubstance)) {
            throw Refusal.rule("BR-111").violation();
        }
    }

    private void refuseUnlessEditor(
            DocumentKind kind,
            String user,
            NodeRef caseFile,
            Optional<NodeRef> intervention,
            Map<QName, Serializable> changed) {
        if (changed.keySet().stream().anyMatch(this::isSubstance)
                && !kind.mayEdit(
                        caseFile,
                        intervention,
                        access.rolesFor(user, caseFile, intervention, kind.id(), Permissions.EDIT))) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
    }

    /** Whether a property is part of what the document says. */
    private boolean isSubstance(QName name) {
        return CaseModel.isOurs(name) || name.equals(ContentModel.PROP_CONTENT);
    }

    /** What records officers note on a document is no part of what it says, and is noted on closed files too. */
    private static boolean isOfRecords(QName name) {
        return name.getNamespaceURI().equals(CaseModel.RECORDS_URI);
    }

    /** Attachments, and whatever else names a document, name one of this case (DOC-COM-08). */
    private void requireReferences(Document document, Map<QName, Serializable> changed) {
        Stream.concat(Stream.of(ATTACHMENTS), document.kind().references().stream())
                .filter(reference -> changed.get(reference.field()) instanceof String)
                .forEach(reference -> checks.namedIn(document, reference.field()).stream()
                        .filter(id -> !fits(document, reference, id))
                        .findFirst()
                        .ifPresent(wrong -> {
                            throw Refusal.rule(reference.ruleId())
                                    .onField(reference.field().getLocalName())
                                    .violation();
                        }));
    }

    private boolean fits(Document document, DocumentReference reference, String id) {
        return tree.node(id)
                .filter(node -> tree.is(node, CaseModel.TYPE_CASE_DOCUMENT))
                .filter(node ->
                        tree.caseFile(node).filter(document.caseFile()::equals).isPresent())
                .filter(node -> reference.kinds().isEmpty()
                        || kinds.ofType(nodeService.getType(node))
                                .filter(kind -> reference.kinds().contains(kind.id()))
                                .isPresent())
                .isPresent();
    }

    private void check(
            NodeRef node,
            DocumentKind kind,
            NodeRef caseFile,
            Optional<NodeRef> intervention,
            Map<QName, Serializable> before,
            boolean ours) {
        Map<QName, Serializable> now = nodeService.getProperties(node);
        Map<QName, Serializable> changed = WriteChecks.changed(before, now);
        Map<QName, Serializable> normalised = checks.normalised(changed);
        if (!normalised.isEmpty()) {
            nodeService.addProperties(node, normalised);
            now.putAll(normalised);
        }
        checks.jsonFields(changed);
        if (changed.get(CaseModel.DOCUMENT_DATE) instanceof Date date
                && LawDate.fromStored(date).isAfter(LawDate.today(clock))) {
            throw Refusal.rule("DOC-COM-04").onField("documentDate").violation();
        }
        Document document = new Document(node, kind, caseFile, intervention, now);
        requireReferences(document, changed);
        if (!ours) {
            guidance.requireCodes(document, changed::containsKey);
        }
        kind.check(document);
        queue.keep(document);
        kind.written(document);
        if (changed.containsKey(CaseModel.STATUS) && access.isNarrow(kind)) {
            access.applyDocument(node);
        }
    }
}
