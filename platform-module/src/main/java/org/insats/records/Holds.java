package org.insats.records;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.InsatsFolders;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Holds on files: nothing of a held file is destroyed, by any door and whoever asks (RET-81; bean {@code insats.holds}). A hold is put
 * with a reason by one archivist and lifted by two: one asks for it with a reason, another one confirms.
 */
public final class Holds {

    private static final String PUT = "PUT";
    private static final String LIFT_ASKED = "LIFT_ASKED";
    private static final int LONGEST_REASON = 4000;
    private static final int MOST = 1000;

    private final NodeService nodes;
    private final CaseTree tree;
    private final InsatsFolders folders;
    private final DatabaseQuery query;
    private final RecordsAccess access;
    private final Verdicts verdicts;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param query that sees everything
     */
    public Holds(
            NodeService nodes,
            CaseTree tree,
            InsatsFolders folders,
            DatabaseQuery query,
            RecordsAccess access,
            Verdicts verdicts,
            ServicePerson servicePerson,
            Clock clock) {
        this.nodes = nodes;
        this.tree = tree;
        this.folders = folders;
        this.query = query;
        this.access = access;
        this.verdicts = verdicts;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * A hold.
     *
     * @param id its id
     * @param caseNumber the file that it lies on
     * @param state {@code PUT}, {@code LIFT_ASKED} or {@code LIFTED}
     * @param reason why it was put
     * @param putBy who put it
     * @param putAt when
     * @param liftReason why it is to be lifted
     * @param liftAskedBy who asked for that
     * @param liftedBy who confirmed it
     */
    public record Hold(
            String id,
            String caseNumber,
            String state,
            String reason,
            String putBy,
            Instant putAt,
            Optional<String> liftReason,
            Optional<String> liftAskedBy,
            Optional<String> liftedBy) {

        @Override
        public String toString() {
            return "Hold[" + id + "]";
        }
    }

    /** Puts a hold on a file. */
    public Hold put(String caseNumber, String reason) {
        String user = access.require("hold");
        requireReason(reason);
        CaseFile caseFile = access.file(caseNumber);
        return servicePerson.elevated(() -> {
            NodeRef hold = make(caseFile, reason, user);
            Map<QName, Serializable> held = new HashMap<>();
            held.put(CaseModel.HELD_AT, Date.from(clock.instant()));
            held.put(CaseModel.HELD_BY, user);
            nodes.addAspect(caseFile.node(), CaseModel.ASPECT_HELD, held);
            judge(caseFile.node());
            return read(hold);
        });
    }

    private NodeRef make(CaseFile caseFile, String reason, String user) {
        String id = UUID.randomUUID().toString();
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NODE_UUID, id);
        properties.put(ContentModel.PROP_NAME, "HOLD-" + id);
        properties.put(RecordsModel.HOLD_NUMBER, id);
        properties.put(RecordsModel.HOLD_CASE, caseFile.caseNumber());
        properties.put(RecordsModel.HOLD_STATE, PUT);
        properties.put(RecordsModel.HOLD_KEY, key(clock.instant(), id));
        properties.put(RecordsModel.HOLD_REASON, reason);
        properties.put(RecordsModel.PUT_BY, user);
        properties.put(RecordsModel.PUT_AT, Date.from(clock.instant()));
        return nodes.createNode(
                        folders.records(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(RecordsModel.URI, id),
                        RecordsModel.TYPE_HOLD,
                        properties)
                .getChildRef();
    }

    private static String key(Instant at, String id) {
        return String.format(Locale.ROOT, "%015d.%s", at.toEpochMilli(), id);
    }

    private void judge(NodeRef file) {
        if (tree.is(file, CaseModel.TYPE_CASE_FILE)) {
            verdicts.keep(file);
        }
    }

    /** Holds that lie on files, oldest first. */
    public Page<Hold> open(Optional<String> after, int size) {
        access.require("readHolds");
        return servicePerson.elevated(() -> Page.of(
                query
                        .findAfter(
                                "SELECT * FROM insrec:hold WHERE insrec:holdKey > '0'",
                                "insrec:holdKey",
                                after,
                                size + 1)
                        .stream()
                        .map(this::read)
                        .toList(),
                size,
                hold -> key(hold.putAt(), hold.id())));
    }

    /** All holds that lie or lay on a file. */
    public List<Hold> of(String caseNumber) {
        access.require("readHolds");
        return servicePerson.elevated(
                () -> nodesOf(caseNumber).stream().map(this::read).toList());
    }

    private List<NodeRef> nodesOf(String caseNumber) {
        return query.find(
                "SELECT * FROM insrec:hold WHERE insrec:holdCase = " + DatabaseQuery.quoted(caseNumber), MOST);
    }

    /** Asks for a hold to be lifted; it lies on until somebody else confirms. */
    public Hold askToLift(String id, String reason) {
        String user = access.require("hold");
        requireReason(reason);
        return servicePerson.elevated(() -> {
            NodeRef node = require(id, PUT);
            nodes.setProperty(node, RecordsModel.HOLD_STATE, LIFT_ASKED);
            nodes.setProperty(node, RecordsModel.LIFT_REASON, reason);
            nodes.setProperty(node, RecordsModel.LIFT_ASKED_BY, user);
            nodes.setProperty(node, RecordsModel.LIFT_ASKED_AT, Date.from(clock.instant()));
            return read(node);
        });
    }

    /**
     * Lifts a hold that somebody else asked to have lifted.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TWO-PEOPLE} to the one who asked
     */
    public Hold confirmLift(String id) {
        String user = access.require("hold");
        return servicePerson.elevated(() -> {
            NodeRef node = require(id, LIFT_ASKED);
            if (user.equals(nodes.getProperty(node, RecordsModel.LIFT_ASKED_BY))) {
                throw Refusal.rule("TWO-PEOPLE").violation();
            }
            nodes.setProperty(node, RecordsModel.HOLD_STATE, "LIFTED");
            nodes.setProperty(node, RecordsModel.LIFTED_BY, user);
            nodes.setProperty(node, RecordsModel.LIFTED_AT, Date.from(clock.instant()));
            nodes.removeProperty(node, RecordsModel.HOLD_KEY);
            Hold lifted = read(node);
            NodeRef file = access.file(lifted.caseNumber()).node();
            boolean another = nodesOf(lifted.caseNumber()).stream()
                    .anyMatch(hold -> nodes.getProperty(hold, RecordsModel.HOLD_KEY) != null);
            if (!another) {
                nodes.removeAspect(file, CaseModel.ASPECT_HELD);
            }
            judge(file);
            return lifted;
        });
    }

    /** Forgets the lifted holds of a file that is no more: their reasons may tell of the person (RET-84). Inside the scope. */
    void forget(String caseNumber) {
        nodesOf(caseNumber).forEach(hold -> {
            nodes.addAspect(hold, ContentModel.ASPECT_TEMPORARY, null);
            nodes.deleteNode(hold);
        });
    }

    private NodeRef require(String id, String state) {
        NodeRef node = tree.require(id, RecordsModel.TYPE_HOLD);
        if (!state.equals(nodes.getProperty(node, RecordsModel.HOLD_STATE))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation();
        }
        return node;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.rule("REASON").onField("reason").violation();
        }
    }

    private Hold read(NodeRef node) {
        Map<QName, Serializable> properties = nodes.getProperties(node);
        return new Hold(
                node.getId(),
                text(properties, RecordsModel.HOLD_CASE).orElse(""),
                text(properties, RecordsModel.HOLD_STATE).orElse(""),
                text(properties, RecordsModel.HOLD_REASON).orElse(""),
                text(properties, RecordsModel.PUT_BY).orElse(""),
                ((Date) properties.get(RecordsModel.PUT_AT)).toInstant(),
                text(properties, RecordsModel.LIFT_REASON),
                text(properties, RecordsModel.LIFT_ASKED_BY),
                text(properties, RecordsModel.LIFTED_BY));
    }

    private static Optional<String> text(Map<QName, Serializable> properties, QName name) {
        return Optional.ofNullable(properties.get(name)).map(Object::toString);
    }
}
