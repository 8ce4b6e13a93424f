package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.Labels;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * Closes case files and opens them again (bean {@code insats.fileClosing}). A closed file is locked: nothing in it is written, people are
 * as they were, and the version of the routine stays. It is closed once nothing in it is open; what the routine asks for and is
 * missing is mended first, or the file is closed all the same with a reason for each.
 */
public final class Closing {

    private static final QName NEXT_ACTION = QName.createQName(CaseModel.URI, "nextActionAt");
    private static final QName RULE = QName.createQName(CaseModel.URI, "ruleId");
    private static final Set<InterventionState> OVER = EnumSet.of(InterventionState.ENDED);
    private static final int LONGEST_REASON = 4000;

    private final NodeService nodes;
    private final Documents documents;
    private final Interventions interventions;
    private final Completeness completeness;
    private final FactsReader facts;
    private final Verdicts verdicts;
    private final Labels labels;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public Closing(
            NodeService nodes,
            Documents documents,
            Interventions interventions,
            Completeness completeness,
            FactsReader facts,
            Verdicts verdicts,
            Labels labels,
            RecordsAccess access,
            ServicePerson servicePerson,
            Clock clock) {
        this.nodes = nodes;
        this.documents = documents;
        this.interventions = interventions;
        this.completeness = completeness;
        this.facts = facts;
        this.verdicts = verdicts;
        this.labels = labels;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * Something that stands in the way of closing.
     *
     * @param key names it in a reason, for example {@code MISSING:<intervention>:decision}
     * @param item {@code OPEN_INTERVENTION}, {@code DRAFT}, {@code OPEN_DEADLINE} or {@code MISSING}
     * @param id node id of what it is about
     * @param text what to do, in the language of the request
     * @param mayBeExplained whether the file may be closed all the same, with a reason
     */
    public record ToMend(String key, String item, String id, String text, boolean mayBeExplained) {}

    /** What is to be mended before the file can be closed; for who may close it. */
    public List<ToMend> toMend(String caseNumber) {
        CaseFile caseFile = access.requireInCase(caseNumber, "close");
        return servicePerson.elevated(() -> toMend(caseFile));
    }

    private List<ToMend> toMend(CaseFile caseFile) {
        List<ToMend> list = new ArrayList<>();
        List<Document> all = documents.inCase(caseFile.node());
        for (Document document : all) {
            if (facts.isDraft(document.node())) {
                list.add(item("DRAFT", document.id(), label(document), false));
            }
        }
        for (ChildAssociationRef child : nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_INTERVENTION))) {
            Intervention intervention = interventions.get(child.getChildRef());
            if (!OVER.contains(intervention.state())) {
                list.add(item("OPEN_INTERVENTION", intervention.node().getId(), name(intervention), false));
            }
            openDeadlines(intervention.node())
                    .forEach(rule ->
                            list.add(item("OPEN_DEADLINE", intervention.node().getId(), rule, false)));
            list.addAll(missing(caseFile, intervention, all));
        }
        return list;
    }

    private List<ToMend> missing(CaseFile caseFile, Intervention intervention, List<Document> all) {
        boolean started = intervention.date(CaseModel.START_DATE).isPresent();
        Set<String> kinds = new LinkedHashSet<>();
        all.stream()
                .filter(document -> !facts.isDraft(document.node()))
                .filter(document ->
                        document.intervention().map(intervention.node()::equals).orElse(true))
                .forEach(document -> kinds.add(document.kind().id()));
        return completeness.missing(caseFile.profile(), started, kinds).stream()
                .map(wanted -> new ToMend(
                        "MISSING:" + intervention.node().getId() + ':' + wanted,
                        "MISSING",
                        intervention.node().getId(),
                        message("MISSING", wanted),
                        true))
                .toList();
    }

    private List<String> openDeadlines(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(CaseModel.TYPE_DEADLINE)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(deadline -> nodes.getProperty(deadline, NEXT_ACTION) != null)
                .map(deadline -> String.valueOf(nodes.getProperty(deadline, RULE)))
                .toList();
    }

    private ToMend item(String item, String id, String what, boolean mayBeExplained) {
        return new ToMend(item + ':' + id + ':' + what, item, id, message(item, what), mayBeExplained);
    }

    private static String message(String item, String what) {
        return I18NUtil.getMessage("insats.closing.toMend." + item, I18NUtil.getLocale(), what);
    }

    private String label(Document document) {
        Locale language = I18NUtil.getLocale();
        return labels.type(document.kind().type(), language);
    }

    private static String name(Intervention intervention) {
        return intervention.text(ContentModel.PROP_NAME).orElse("");
    }

    /**
     * Closes a file as the current user.
     *
     * @param reasons why the file is closed although something is missing, by {@link ToMend#key}
     * @throws org.insats.platform.RuleViolation {@code INS-CASE-INCOMPLETE} while anything stands in the way
     */
    public void close(String caseNumber, JsonNode reasons) {
        CaseFile caseFile = access.requireInCase(caseNumber, "close");
        String user = CaseAccess.currentUser();
        servicePerson.elevated(() -> {
            if (caseFile.properties().get(CaseModel.CLOSED_DATE) != null) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "CASE-CLOSED").violation();
            }
            ArrayNode remarks = JsonNodeFactory.instance.arrayNode();
            List<ToMend> left = toMend(caseFile).stream()
                    .filter(item -> !isExplained(item, reasons, remarks))
                    .toList();
            if (!left.isEmpty()) {
                throw Refusal.rule("CASE-INCOMPLETE", left.size()).violation();
            }
            NodeRef node = caseFile.node();
            nodes.setProperty(node, CaseModel.CASE_STATE, "CLOSED");
            nodes.setProperty(node, CaseModel.CLOSED_DATE, LawDate.toStored(LawDate.today(clock)));
            nodes.setProperty(node, CaseModel.CLOSED_BY, user);
            nodes.setProperty(node, CaseModel.CLOSING_REMARKS, remarks.toString());
            verdicts.keep(node);
            verdicts.keepOthers(node);
        });
    }

    private static boolean isExplained(ToMend item, JsonNode reasons, ArrayNode remarks) {
        String reason = reasons.path(item.key()).asText("").strip();
        if (!item.mayBeExplained() || reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return false;
        }
        ObjectNode remark = remarks.addObject();
        remark.put("item", item.key());
        remark.put("reason", reason);
        return true;
    }

    /**
     * Opens a closed file again, with a reason that is kept.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-REASON} without a reason, {@code INS-STATE} where it is open
     */
    public void reopen(String caseNumber, String reason) {
        CaseFile caseFile = access.requireInCase(caseNumber, "reopen");
        String user = CaseAccess.currentUser();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.rule("REASON").onField("reason").violation();
        }
        servicePerson.elevated(() -> {
            if (caseFile.properties().get(CaseModel.CLOSED_DATE) == null) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation();
            }
            NodeRef node = caseFile.node();
            ArrayNode all = JsonText.array(caseFile.text(CaseModel.REOPENINGS));
            ObjectNode entry = all.addObject();
            entry.put("at", clock.instant().toString());
            entry.put("userName", user);
            entry.put("reason", reason);
            nodes.setProperty(node, CaseModel.REOPENINGS, all.toString());
            nodes.setProperty(node, CaseModel.CASE_STATE, "OPEN");
            nodes.removeProperty(node, CaseModel.CLOSED_DATE);
            nodes.removeProperty(node, CaseModel.CLOSED_BY);
            verdicts.keep(node);
            verdicts.keepOthers(node);
        });
    }
}
