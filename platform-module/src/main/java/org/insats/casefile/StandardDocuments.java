package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.event.DocumentMarkedErroneous;
import org.insats.casefile.event.DocumentRecorded;
import org.insats.casefile.event.DraftDeleted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineService;
import org.springframework.extensions.surf.util.I18NUtil;

/** Case documents as versioned nodes; the rules that every door obeys are in {@link CaseDocumentBehaviour}. */
public final class StandardDocuments implements Documents {

    private final CaseTree tree;
    private final CaseAccess access;
    private final QueuePlaces queue;
    private final CaseFileService caseFiles;
    private final DocumentKinds kinds;
    private final CaseDocumentBehaviour behaviour;
    private final Fields fields;
    private final Labels labels;
    private final JsonFields json;
    private final SnapshotPrinter printer;
    private final CaseEvents events;
    private final ContentService contentService;
    private final BehaviourFilter behaviours;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final FieldIds fieldIds = new FieldIds();
    private final RoutineService routines;
    private final List<DocumentAction> actionsOfAll;

    /** Creates it. */
    public StandardDocuments(
            CaseTree tree,
            CaseAccess access,
            CaseFileService caseFiles,
            DocumentKinds kinds,
            CaseDocumentBehaviour behaviour,
            Fields fields,
            Labels labels,
            JsonFields json,
            SnapshotPrinter printer,
            CaseEvents events,
            ContentService contentService,
            BehaviourFilter behaviours,
            ServicePerson servicePerson,
            Clock clock,
            RoutineService routines) {
        this.tree = tree;
        this.access = access;
        this.queue = new QueuePlaces(tree);
        this.caseFiles = caseFiles;
        this.kinds = kinds;
        this.behaviour = behaviour;
        this.fields = fields;
        this.labels = labels;
        this.json = json;
        this.printer = printer;
        this.events = events;
        this.contentService = contentService;
        this.behaviours = behaviours;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.routines = routines;
        this.actionsOfAll = List.of(new MarkErroneous(this));
    }

    @Override
    public Document get(String id) {
        return get(servicePerson.elevated(() -> tree.require(id, CaseModel.TYPE_CASE_DOCUMENT)));
    }

    @Override
    public Document get(NodeRef node) {
        access.requireRead(node);
        return read(node);
    }

    private Document read(NodeRef node) {
        return servicePerson.elevated(() -> {
            Map<QName, Serializable> properties = tree.properties(node);
            DocumentKind kind = kinds.ofType(tree.nodes().getType(node))
                    .orElseThrow(() -> CaseTree.notFound().violation());
            NodeRef caseFile =
                    tree.caseFile(node).orElseThrow(() -> CaseTree.notFound().violation());
            Optional<NodeRef> intervention = Optional.ofNullable(properties.get(CaseModel.INTERVENTION_REF))
                    .map(Object::toString)
                    .flatMap(tree::node);
            return new Document(node, kind, caseFile, intervention, properties);
        });
    }

    @Override
    public List<Document> inCase(NodeRef caseFile) {
        List<NodeRef> nodes =
                servicePerson.elevated(() -> Stream.concat(Stream.of(caseFile), access.interventions(caseFile).stream())
                        .flatMap(folder -> tree.nodes().getChildAssocs(folder).stream())
                        .map(ChildAssociationRef::getChildRef)
                        .filter(node -> tree.is(node, CaseModel.TYPE_CASE_DOCUMENT))
                        .filter(node -> kinds.ofType(tree.nodes().getType(node)).isPresent())
                        .toList());
        return nodes.stream()
                .filter(access::mayRead)
                .map(this::read)
                .sorted(Comparator.comparing((Document document) ->
                                (Date) document.properties().get(ContentModel.PROP_CREATED))
                        .thenComparing(document ->
                                document.text(ContentModel.PROP_NAME).orElse("")))
                .toList();
    }

    @Override
    public Document create(String caseNumber, String kindId, String interventionId, JsonNode sent) {
        DocumentKind kind = kinds.require(kindId);
        CaseFile caseFile = caseFiles.byNumber(caseNumber);
        Optional<NodeRef> intervention = intervention(kind, caseFile, interventionId);
        NodeRef folder = folder(kind, caseFile.node(), intervention);
        Set<Role> roles =
                access.rolesFor(CaseAccess.currentUser(), caseFile.node(), intervention, kind.id(), Permissions.CREATE);
        if (!access.mayCreateIn(folder) || !kind.mayCreate(caseFile.node(), intervention, roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
        return createNode(kind, folder, intervention, fields.read(kind, sent), true);
    }

    @Override
    public Document createIn(NodeRef file, String kindId, JsonNode sent) {
        DocumentKind kind = kinds.require(kindId);
        Set<Role> roles =
                access.rolesFor(CaseAccess.currentUser(), file, Optional.empty(), kind.id(), Permissions.CREATE);
        if (!kind.mayCreate(file, Optional.empty(), roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
        Map<QName, Serializable> given = fields.read(kind, sent);
        if (!kind.openToAuthor()) {
            return createNode(kind, file, Optional.empty(), given, true);
        }
        return servicePerson.elevated(() -> createNode(kind, file, Optional.empty(), given, true));
    }

    private Optional<NodeRef> intervention(DocumentKind kind, CaseFile caseFile, String id) {
        if (id != null && !id.isBlank()) {
            return Optional.of(servicePerson
                    .elevated(() -> tree.node(id)
                            .filter(node -> tree.is(node, CaseModel.TYPE_INTERVENTION))
                            .filter(node -> tree.caseFile(node)
                                    .filter(caseFile.node()::equals)
                                    .isPresent()))
                    .filter(access::mayRead)
                    .orElseThrow(() ->
                            Refusal.rule("DOC-FUP-02").onField("interventionId").violation()));
        }
        List<NodeRef> all = servicePerson.elevated(() -> access.interventions(caseFile.node()));
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static NodeRef folder(DocumentKind kind, NodeRef caseFile, Optional<NodeRef> intervention) {
        if (kind.placement() == Placement.CASE) {
            return caseFile;
        }
        return intervention.orElseThrow(
                () -> Refusal.rule("DOC-FUP-02").onField("interventionId").violation());
    }

    private Document createNode(
            DocumentKind kind,
            NodeRef folder,
            Optional<NodeRef> intervention,
            Map<QName, Serializable> given,
            boolean allowed) {
        Map<QName, Serializable> properties = new HashMap<>(given);
        intervention.ifPresent(node -> properties.put(CaseModel.INTERVENTION_REF, node.getId()));
        return read(behaviour.make(kind, folder, properties, allowed));
    }

    @Override
    public Document make(NewDocument newDocument) {
        DocumentKind kind = kinds.require(newDocument.kind());
        NodeRef folder = folder(kind, newDocument.caseFile(), newDocument.intervention());
        return createNode(kind, folder, newDocument.intervention(), newDocument.fields(), false);
    }

    @Override
    public Document update(String id, String version, JsonNode sent) {
        Document document = get(id);
        DocumentKind kind = document.kind();
        Set<Role> roles = rolesFor(document, Permissions.EDIT);
        if (!access.mayWrite(document.node()) || !kind.mayEdit(document.caseFile(), document.intervention(), roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
        requireCurrent(document, version);
        if (!kind.editableStatuses().contains(document.status())) {
            throw Refusal.rule("BR-111").violation();
        }
        Map<QName, Serializable> changes = fields.read(kind, sent);
        changes.entrySet()
                .removeIf(change ->
                        Objects.equals(change.getValue(), document.properties().get(change.getKey())));
        if (!changes.isEmpty()) {
            tree.nodes().addProperties(document.node(), changes);
        }
        return read(document.node());
    }

    private void requireCurrent(Document document, String version) {
        if (version == null || version.isBlank()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "VERSION")
                    .onField("version")
                    .violation();
        }
        if (!version.equals(versionLabel(document))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STALE", versionLabel(document))
                    .onField("version")
                    .violation();
        }
    }

    @Override
    public Document act(String id, String name, JsonNode input) {
        Document document = get(id);
        DocumentAction action = actions(document.kind())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "ACTION").violation());
        if (rolesFor(document, action).isEmpty()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
        if (input.hasNonNull("version")) {
            requireCurrent(document, input.path("version").asText());
        }
        requireAllowed(document, action);
        Instant now = clock.instant();
        DocumentAction.Act act = new DocumentAction.Act(CaseAccess.currentUser(), now, LawDate.fromInstant(now), input);
        servicePerson.elevated(() -> action.perform(document, act));
        return read(document.node());
    }

    @Override
    public void deleteDraft(String id, Optional<String> version) {
        Document document = get(id);
        version.ifPresent(label -> requireCurrent(document, label));
        if (!isDraft(document)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "DRAFT-ONLY").violation();
        }
        if (!mayDelete(document)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "DRAFT-OTHERS").violation();
        }
        servicePerson.elevated(() -> {
            events.publish(new DraftDeleted(
                    document.caseFile(), document.node(), document.kind().id()));
            // Temporary nodes go past the waste basket, and their versions go with them.
            tree.nodes().addAspect(document.node(), ContentModel.ASPECT_TEMPORARY, null);
            tree.nodes().deleteNode(document.node());
        });
    }

    @Override
    public boolean isDeletable(Document document) {
        return isDraft(document) && mayDelete(document);
    }

    private boolean isDraft(Document document) {
        return document.status().equals("DRAFT") && !servicePerson.elevated(() -> tree.isRecord(document.node()));
    }

    private boolean mayDelete(Document document) {
        Set<Role> roles = rolesFor(document, Permissions.EDIT);
        boolean own = document.text(ContentModel.PROP_CREATOR)
                .filter(CaseAccess.currentUser()::equals)
                .isPresent();
        return access.mayWrite(document.node())
                && document.kind().mayEdit(roles)
                && (own || roles.stream().anyMatch(Role::isCaseWorker));
    }

    private void requireAllowed(Document document, DocumentAction action) {
        if (action.allowed(document, rolesFor(document, action))) {
            return;
        }
        if (action.allowed(document, EnumSet.allOf(Role.class))) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ROLE").violation();
        }
        throw action.outOfOrder(document)
                .orElseGet(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE"))
                .violation();
    }

    private Set<Role> rolesFor(Document document, String act) {
        return access.rolesFor(
                CaseAccess.currentUser(),
                document.caseFile(),
                document.intervention(),
                document.kind().id(),
                act);
    }

    /** What is common to all kinds is for whoever writes in the kind; what only the system makes, for a case worker. */
    private Set<Role> rolesFor(Document document, DocumentAction action) {
        if (!actionsOfAll.contains(action)) {
            return rolesFor(document, action.name());
        }
        return access.roles(CaseAccess.currentUser(), document.caseFile(), document.intervention()).stream()
                .filter(role -> MarkErroneous.mayCorrect(document, EnumSet.of(role)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Stream<DocumentAction> actions(DocumentKind kind) {
        return Stream.concat(kind.actions().stream(), actionsOfAll.stream());
    }

    @Override
    public List<DocumentAction> allowedActions(Document document) {
        return actions(document.kind())
                .filter(action -> action.allowed(document, rolesFor(document, action)))
                .toList();
    }

    @Override
    public List<String> warnings(Document document) {
        if (document.isFilled(CaseModel.RECORDED_AT)) {
            List<String> kept = new ArrayList<>();
            document.text(CaseModel.WARNINGS)
                    .ifPresent(text -> json.parse(CaseModel.WARNINGS, text).forEach(id -> kept.add(id.asText())));
            return kept;
        }
        return servicePerson.elevated(() -> document.kind().warnings(document));
    }

    @Override
    public String versionLabel(Document document) {
        return document.text(ContentModel.PROP_VERSION_LABEL).orElse("1.0");
    }

    @Override
    public Document write(Document document, Map<QName, Serializable> changes) {
        tree.nodes().addProperties(document.node(), changes);
        return read(document.node());
    }

    @Override
    public Document writeQuietly(Document document, Map<QName, Serializable> changes) {
        behaviours.disableBehaviour(document.node(), ContentModel.ASPECT_VERSIONABLE);
        try {
            return write(document, changes);
        } finally {
            behaviours.enableBehaviour(document.node(), ContentModel.ASPECT_VERSIONABLE);
        }
    }

    /** Adds an aspect of ours with its properties, without cutting a version. */
    void mark(Document document, QName aspect, Map<QName, Serializable> properties) {
        behaviours.disableBehaviour(document.node(), ContentModel.ASPECT_VERSIONABLE);
        try {
            tree.nodes().addAspect(document.node(), aspect, properties);
            queue.keep(read(document.node()));
        } finally {
            behaviours.enableBehaviour(document.node(), ContentModel.ASPECT_VERSIONABLE);
        }
    }

    @Override
    public void requireComplete(Document document, String act) {
        List<QName> missing = document.kind().mandatory().stream()
                .filter(field -> field.acts().contains(act) && field.level() != MandatoryField.Level.SHOULD)
                .filter(field -> field.when().test(document) && !document.isFilled(field.field()))
                .filter(field -> field.level() == MandatoryField.Level.MUST || !overridden(document, field.field()))
                .map(MandatoryField::field)
                .toList();
        if (!missing.isEmpty()) {
            List<String> names = missing.stream()
                    .map(field -> labelled(document.kind(), field))
                    .toList();
            throw Refusal.rule("MANDATORY", String.join(", ", names))
                    .onField(missing.get(0).getLocalName())
                    .violation();
        }
    }

    /** The field's label with its identifier in the requirements, for example {@code Omfattning (DOC-ORD-07)}. */
    private String labelled(DocumentKind kind, QName field) {
        String label = labels.field(kind, field, I18NUtil.getLocale());
        return fieldIds.of(kind, field).map(id -> label + " (" + id + ')').orElse(label);
    }

    private static boolean overridden(Document document, QName field) {
        return document.text(CaseModel.OVERRIDES)
                .filter(text -> text.contains("\"field\":\"" + field.getLocalName() + '"'))
                .isPresent();
    }

    @Override
    public List<String> recommendedButEmpty(Document document, String act) {
        return document.kind().mandatory().stream()
                .filter(field -> field.acts().contains(act) && field.level() == MandatoryField.Level.SHOULD)
                .filter(field -> field.when().test(document) && !document.isFilled(field.field()))
                .map(field -> field.field().getLocalName())
                .toList();
    }

    @Override
    public Document record(
            Document document, String act, RecordEvent event, String status, Map<QName, Serializable> changes) {
        Map<QName, Serializable> all = new HashMap<>(changes);
        all.put(CaseModel.STATUS, status);
        all.put(CaseModel.RECORD_EVENT, event.name());
        all.put(CaseModel.RECORDED_AT, Date.from(clock.instant()));
        all.put(CaseModel.RECORDED_BY, CaseAccess.currentUser());
        Document asRecorded = with(document, all);
        requireComplete(asRecorded, act);
        all.put(CaseModel.WARNINGS, warningsOf(asRecorded));
        tree.nodes().addProperties(document.node(), all);
        String hash = print(read(document.node()));
        tree.nodes().setProperty(document.node(), CaseModel.RECORD_HASH, hash);
        fixProfile(document.caseFile());
        Document recorded = read(document.node());
        events.publish(new DocumentRecorded(
                document.caseFile(), document.node(), document.kind().id(), event.name()));
        return recorded;
    }

    private static String warningsOf(Document document) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        document.kind().warnings(document).forEach(ids::add);
        return ids.isEmpty() ? null : ids.toString();
    }

    private static Document with(Document document, Map<QName, Serializable> changes) {
        Map<QName, Serializable> all = new HashMap<>(document.properties());
        all.putAll(changes);
        return new Document(document.node(), document.kind(), document.caseFile(), document.intervention(), all);
    }

    /** Puts the PDF/A in as content; returns its SHA-256. */
    private String print(Document document) {
        ContentWriter writer = contentService.getWriter(document.node(), ContentModel.PROP_CONTENT, true);
        writer.setMimetype("application/pdf");
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(writer.getContentOutputStream(), digest)) {
            printer.print(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** BR-112: profile and version are fixed on the case at its first record. */
    private void fixProfile(NodeRef caseFile) {
        if (tree.is(caseFile, CaseModel.TYPE_CASE_FILE)
                && tree.nodes().getProperty(caseFile, CaseModel.PROFILE_FIXED_AT) == null) {
            Map<QName, Serializable> fixed = new HashMap<>();
            fixed.put(CaseModel.PROFILE_FIXED_AT, Date.from(clock.instant()));
            tree.text(caseFile, CaseModel.PROFILE)
                    .flatMap(routines::profile)
                    .ifPresent(profile -> fixed.put(CaseModel.PROFILE_VERSION, profile.version()));
            tree.nodes().addProperties(caseFile, fixed);
        }
    }

    /** A fixed document is never changed; what is wrong in it is marked, with a reason (BR-111). */
    private record MarkErroneous(StandardDocuments documents) implements DocumentAction {

        @Override
        public String name() {
            return "markErroneous";
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return !document.kind().editableStatuses().contains(document.status())
                    && !document.isFilled(CaseModel.ERRONEOUS_AT)
                    && mayCorrect(document, roles);
        }

        /** Who may edit the kind; what only the system makes, a case worker (BR-111). */
        private static boolean mayCorrect(Document document, Set<Role> roles) {
            DocumentKind kind = document.kind();
            boolean madeByPeople =
                    kind.mayEdit(document.caseFile(), document.intervention(), EnumSet.allOf(Role.class));
            return madeByPeople
                    ? kind.mayEdit(document.caseFile(), document.intervention(), roles)
                    : roles.stream().anyMatch(Role::isCaseWorker);
        }

        @Override
        public List<ActionInput> inputs(Document document) {
            return List.of(ActionInput.longText("reason").required());
        }

        @Override
        public boolean weighty() {
            return true;
        }

        @Override
        public void perform(Document document, Act act) {
            String reason = act.text("reason")
                    .orElseThrow(() -> Refusal.rule("REASON").onField("reason").violation());
            Map<QName, Serializable> properties = new HashMap<>();
            properties.put(CaseModel.ERRONEOUS_AT, Date.from(act.now()));
            properties.put(CaseModel.ERRONEOUS_BY, act.userName());
            properties.put(CaseModel.ERRONEOUS_REASON, reason);
            documents.mark(document, CaseModel.ASPECT_ERRONEOUS, properties);
            documents.events.publish(new DocumentMarkedErroneous(
                    document.caseFile(), document.intervention().orElse(null), document.node()));
        }
    }
}
