package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.ContractorTurnedDown;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What is done in the investigation of a contractor (requirements 4.2). Runs in the service person's scope, after the right was
 * checked.
 */
public final class InvestigationActs {

    private static final Map<Step, QName> VISITS = Map.of(
            Step.HOME_VISIT, ContractorModel.HOME_VISIT,
            Step.FIRST_HOME_VISIT, ContractorModel.FIRST_HOME_VISIT,
            Step.VISIT, ContractorModel.VISIT);

    private final Documents documents;
    private final CaseTree tree;
    private final CaseAccess access;
    private final NodeService nodes;
    private final Checklists checklists;
    private final CaseEvents events;
    private final Assignments assignments;

    /** Acts through the doors of the case file. */
    public InvestigationActs(
            Documents documents,
            CaseTree tree,
            CaseAccess access,
            NodeService nodes,
            Checklists checklists,
            CaseEvents events,
            Assignments assignments) {
        this.documents = documents;
        this.tree = tree;
        this.access = access;
        this.nodes = nodes;
        this.checklists = checklists;
        this.events = events;
        this.assignments = assignments;
    }

    private Contractor contractor(Document investigation) {
        NodeRef file = investigation.caseFile();
        return new Contractor(file, nodes.getProperties(file));
    }

    /** Who is investigated, by whom, in which variant, and what that asks for. */
    Map<QName, Serializable> defaults(Document investigation) {
        Contractor contractor = contractor(investigation);
        String variant = investigation
                .text(ContractorModel.VARIANT)
                .orElseGet(() -> presetVariant(contractor, investigation.isFilled(ContractorModel.ELIGIBILITY)));
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ContractorModel.CONTRACTOR, contractor.id());
        values.put(ContractorModel.VARIANT, variant);
        values.put(
                ContractorModel.INVESTIGATOR,
                investigation.text(CaseModel.AUTHOR).orElse(null));
        values.put(
                ContractorModel.UNDER_MUNICIPAL_AGREEMENT,
                investigation
                        .date(CaseModel.DOCUMENT_DATE)
                        .map(contractor::isUnderMunicipalAgreementOn)
                        .orElseGet(contractor::isUnderMunicipalAgreement));
        values.put(
                ContractorModel.CHECKLIST,
                checklists.of(contractor.profile(), variant).text());
        checklists.method(variant).ifPresent(method -> values.put(ContractorModel.METHOD, method));
        return values;
    }

    private static String presetVariant(Contractor contractor, boolean knownHome) {
        List<String> fitting = Checklists.fitting(contractor.type());
        return fitting.get(knownHome ? fitting.size() - 1 : 0);
    }

    /** A variant that does not fit the sort of contractor is refused, and so is another one once it has begun. */
    void check(Document investigation) {
        String variant = investigation.text(ContractorModel.VARIANT).orElse("");
        boolean fits = variant.isEmpty()
                || Checklists.fitting(contractor(investigation).type()).contains(variant);
        boolean begun = !investigation.status().equals(InvestigationState.PROPOSED.name());
        if (!fits || begun && !Checklist.of(investigation).variant().equals(variant)) {
            throw Refusal.rule("DOC-INV-01").onField("variant").violation();
        }
        requireIntervention(investigation);
    }

    private void requireIntervention(Document investigation) {
        boolean known = investigation
                .text(ContractorModel.FOR_INTERVENTION)
                .map(id -> tree.node(id)
                        .filter(node -> tree.is(node, CaseModel.TYPE_INTERVENTION))
                        .isPresent())
                .orElse(true);
        if (!known) {
            throw Refusal.rule("DOC-INV-04").onField("forIntervention").violation();
        }
    }

    /** The case worker should be there when a home is investigated for their client: a warning, never a block (INV-19). */
    List<String> warnings(Document investigation) {
        boolean meant = investigation.isFilled(ContractorModel.FOR_CLIENT)
                || investigation.isFilled(ContractorModel.FOR_INTERVENTION);
        boolean absent = investigation
                .text(ContractorModel.CASE_WORKER_PRESENT)
                .map(JsonTexts::read)
                .filter(present -> present.properties().stream()
                        .anyMatch(entry -> !entry.getValue().booleanValue()))
                .isPresent();
        return meant && absent ? List.of("INV-19") : List.of();
    }

    /** The checklist, taken anew while nothing has happened: the variant may have been changed since. */
    private Checklist begin(Document investigation, Map<QName, Serializable> changes) {
        if (investigation.isTrue(ContractorModel.UNDER_MUNICIPAL_AGREEMENT)) {
            throw Refusal.rule("BR-31").violation();
        }
        if (!investigation.status().equals(InvestigationState.PROPOSED.name())) {
            return Checklist.of(investigation);
        }
        Contractor contractor = contractor(investigation);
        Checklist checklist = checklists.of(
                contractor.profile(),
                investigation.text(ContractorModel.VARIANT).orElseThrow());
        changes.put(ContractorModel.CHECKLIST, checklist.text());
        return checklist;
    }

    /** The home is visited and told what the assignment means (INV-10). */
    void inform(Document investigation, InvestigationState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        Checklist checklist = begin(investigation, changes);
        QName visit = VISITS.entrySet().stream()
                .filter(entry -> checklist.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("INV-04").violation());
        changes.put(visit, date(act));
        changes.put(ContractorModel.INFORMATION_GIVEN, true);
        act.text("text")
                .ifPresent(text -> changes.put(
                        checklist.has(Step.VISIT) ? ContractorModel.VISIT_TEXT : ContractorModel.HOME_VISIT_TEXT,
                        text));
        act.text("housing")
                .ifPresent(text -> changes.put(
                        checklist.has(Step.HOUSING_AND_AREA)
                                ? ContractorModel.HOUSING_AND_AREA
                                : ContractorModel.HOUSING_ASSESSED,
                        text));
        move(investigation, next, changes);
    }

    /** The home returns the set form (INV-11). */
    void apply(Document investigation, InvestigationState next, Act act) {
        if (!Checklist.of(investigation).has(Step.APPLICATION)) {
            throw Refusal.rule("INV-11").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ContractorModel.APPLICATION, date(act));
        move(investigation, next, changes);
    }

    /** One interview, or two in depth; neither before what comes first (INV-11, INV-12). */
    void interview(Document investigation, InvestigationState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        Checklist checklist = begin(investigation, changes);
        requireOrder(investigation, checklist);
        if (checklist.has(Step.DEPTH_INTERVIEW_1)) {
            depth(investigation, act, changes);
        } else if (checklist.has(Step.SUPPLEMENTARY_INTERVIEW)) {
            changes.put(ContractorModel.SUPPLEMENTARY_INTERVIEW, date(act));
            act.text("text").ifPresent(text -> changes.put(ContractorModel.SUPPLEMENTARY_INTERVIEW_TEXT, text));
        } else if (checklist.has(Step.INTERVIEW)) {
            changes.put(ContractorModel.INTERVIEW, date(act));
        } else {
            throw Refusal.rule("INV-06").violation();
        }
        move(investigation, next, changes);
    }

    private void requireOrder(Document investigation, Checklist checklist) {
        boolean visited = VISITS.values().stream().anyMatch(investigation::isFilled);
        if (!visited && VISITS.keySet().stream().anyMatch(checklist::has)) {
            throw Refusal.rule("INV-10").violation();
        }
        if (checklist.has(Step.APPLICATION) && !investigation.isFilled(ContractorModel.APPLICATION)) {
            throw Refusal.rule("INV-11").onField("application").violation();
        }
        if (checklist.has(Step.ELIGIBILITY) && !investigation.isFilled(ContractorModel.ELIGIBILITY)) {
            throw Refusal.rule("BR-34").onField("eligibility").violation();
        }
        if (checklist.has(Step.ELIGIBILITY) && !hasGround(investigation)) {
            throw Refusal.rule("INV-04-GROUND").onField("eligibility").violation();
        }
    }

    /**
     * An earlier assignment for the municipality is one that the register has, or one before the register, which is told of;
     * what others investigated is told of as well (INV-04).
     */
    private boolean hasGround(Document investigation) {
        boolean told = investigation.isFilled(ContractorModel.EARLIER_INVESTIGATION);
        boolean ofOurs = investigation
                .text(ContractorModel.ELIGIBILITY)
                .filter("EARLIER_ASSIGNMENT"::equals)
                .isPresent();
        return told || ofOurs && !assignments.of(investigation.caseFile()).isEmpty();
    }

    /** Exactly two occasions (DOC-INV-FH-05). */
    private void depth(Document investigation, Act act, Map<QName, Serializable> changes) {
        QName occasion = investigation.isFilled(ContractorModel.DEPTH_INTERVIEW_1)
                ? ContractorModel.DEPTH_INTERVIEW_2
                : ContractorModel.DEPTH_INTERVIEW_1;
        if (investigation.isFilled(occasion)) {
            throw Refusal.rule("INV-12").violation();
        }
        changes.put(occasion, talk(act).toString());
        notePresence(investigation, occasion, act, changes);
    }

    private static ObjectNode talk(Act act) {
        ObjectNode talk = JsonNodeFactory.instance.objectNode();
        talk.put("date", act.dateOrToday("date").toString());
        JsonNode participants = act.input().path("participants");
        ArrayNode who = talk.putArray("participants");
        if (participants.isArray()) {
            participants.forEach(one -> who.add(one.asText()));
        } else {
            for (String one : act.text("participants").orElse("").split(",")) {
                if (!one.isBlank()) {
                    who.add(one.strip());
                }
            }
        }
        act.text("text").ifPresent(text -> talk.put("text", text));
        talk.put("caseWorkerPresent", act.input().path("caseWorkerPresent").asBoolean());
        return talk;
    }

    /** DOC-INV-FH-10. */
    private static void notePresence(
            Document investigation, QName occasion, Act act, Map<QName, Serializable> changes) {
        ObjectNode present = investigation
                .text(ContractorModel.CASE_WORKER_PRESENT)
                .map(text -> (ObjectNode) JsonTexts.read(text))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        present.put(
                occasion.getLocalName(), act.input().path("caseWorkerPresent").asBoolean());
        changes.put(ContractorModel.CASE_WORKER_PRESENT, present.toString());
    }

    /** A child of the home describes itself, its parents and any siblings (INV-15). */
    void interviewChild(Document investigation, InvestigationState next, Act act) {
        ObjectNode interview = dated(act, "self", "parents", "siblings");
        append(investigation, ContractorModel.CHILD_INTERVIEWS, interview);
    }

    /** A reference (INV-17). */
    void noteReference(Document investigation, InvestigationState next, Act act) {
        ObjectNode reference = dated(act, "who", "text");
        if (!reference.has("text")) {
            throw Refusal.rule("INV-17").onField("text").violation();
        }
        noteConsent(reference, act);
        append(investigation, ContractorModel.REFERENCES, reference);
    }

    private static ObjectNode dated(Act act, String... texts) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("date", act.dateOrToday("date").toString());
        for (String name : texts) {
            act.text(name).ifPresent(text -> entry.put(name, text));
        }
        return entry;
    }

    private void append(Document investigation, QName property, ObjectNode entry) {
        ArrayNode list = JsonTexts.list(investigation, property);
        list.add(entry);
        documents.write(investigation, Map.of(property, list.toString()));
    }

    /** When an extract was asked for, when it came, what it showed; never the extract itself (INV-16, RET-16). */
    void noteExtract(Document investigation, InvestigationState next, Act act) {
        String register = act.text("register")
                .orElseThrow(() -> Refusal.rule("INV-16").onField("register").violation());
        ArrayNode list = JsonTexts.list(investigation, ContractorModel.REGISTER_EXTRACTS);
        ObjectNode extract = entry(list, register);
        day(act, "requested").ifPresent(day -> extract.put("requested", day.toString()));
        day(act, "received").ifPresent(day -> extract.put("received", day.toString()));
        act.text("extractResult").ifPresent(result -> extract.put("result", result));
        noteConsent(extract, act);
        if (extract.has("received") != extract.has("result")) {
            throw Refusal.rule("INV-16").onField("extractResult").violation();
        }
        documents.write(investigation, Map.of(ContractorModel.REGISTER_EXTRACTS, list.toString()));
    }

    /** The routines do not say whether consent is needed: when it was given may be noted (CON-GAP-05). */
    private static void noteConsent(ObjectNode entry, Act act) {
        day(act, "consentGiven").ifPresent(day -> entry.put("consentGiven", day.toString()));
    }

    private static ObjectNode entry(ArrayNode list, String register) {
        for (JsonNode extract : list) {
            if (register.equals(extract.path("register").asText())) {
                return (ObjectNode) extract;
            }
        }
        return list.addObject().put("register", register);
    }

    private static Optional<LocalDate> day(Act act, String field) {
        return act.text(field).map(text -> act.dateOrToday(field));
    }

    /** The check with the inspectorate (INV-06). */
    void checkIvo(Document investigation, InvestigationState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ContractorModel.IVO_CHECK, date(act));
        act.text("text").ifPresent(text -> changes.put(ContractorModel.IVO_CHECK_TEXT, text));
        documents.write(investigation, changes);
    }

    /** Every interview is held (INV-12). */
    void beginChecks(Document investigation, InvestigationState next, Act act) {
        boolean interviewed = Checklist.of(investigation).missing(investigation).stream()
                .noneMatch(
                        List.of(
                                Step.INTERVIEW,
                                Step.DEPTH_INTERVIEW_1,
                                Step.DEPTH_INTERVIEW_2,
                                Step.SUPPLEMENTARY_INTERVIEW)::contains);
        if (!interviewed) {
            throw Refusal.rule("INV-12").violation();
        }
        move(investigation, next, new LinkedHashMap<>());
    }

    /** Analysis and assessment; of a foster home jointly in the placement group (INV-18). */
    void analyse(Document investigation, InvestigationState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("INV-18").onField("text").violation());
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ContractorModel.ASSESSMENT, text);
        if (Checklist.of(investigation).has(Step.JOINT_ASSESSMENT)) {
            ObjectNode talk = talk(act);
            if (talk.path("participants").size() < 2) {
                throw Refusal.rule("INV-18").onField("participants").violation();
            }
            changes.put(ContractorModel.JOINT_ASSESSMENT, talk.toString());
            notePresence(investigation, ContractorModel.JOINT_ASSESSMENT, act, changes);
        }
        move(investigation, next, changes);
    }

    /** Approved once everything that the routine asks for is there (BR-32..35). */
    void approve(Document investigation, InvestigationState next, Act act) {
        List<Step> missing = Checklist.of(investigation).missing(investigation);
        if (!missing.isEmpty()) {
            throw incomplete(investigation, labels(missing)).violation();
        }
        record(investigation, next, act, "approve");
        nodes.setProperty(investigation.caseFile(), ContractorModel.INVESTIGATION_REF, investigation.id());
    }

    private static Refusal incomplete(Document investigation, String missing) {
        return switch (investigation.text(ContractorModel.VARIANT).orElse("")) {
            case "HOME_WITHOUT_AGREEMENT" -> Refusal.rule("BR-32", missing);
            case "FOSTER_HOME_FULL" -> Refusal.rule("BR-33", missing);
            case "FOSTER_HOME_SUPPLEMENTARY" -> Refusal.rule("BR-34", missing);
            default -> Refusal.rule("BR-35", missing);
        };
    }

    private static String labels(List<Step> steps) {
        return steps.stream()
                .map(step -> I18NUtil.getMessage("insats.step." + step, I18NUtil.getLocale()))
                .collect(Collectors.joining(", "));
    }

    /** Not approved or given up, with a reason: the client's order goes back to the search (INV-23). */
    void end(Document investigation, InvestigationState next, Act act) {
        if (act.text("resultText").isEmpty()) {
            throw Refusal.rule("INV-23").onField("resultText").violation();
        }
        record(investigation, next, act, next == InvestigationState.ABANDONED ? "abandon" : "reject");
        investigation.text(ContractorModel.FOR_INTERVENTION).flatMap(tree::node).ifPresent(intervention -> {
            NodeRef caseFile = tree.caseFile(intervention).orElseThrow();
            events.publish(new ContractorTurnedDown(
                    caseFile,
                    intervention,
                    investigation.node(),
                    investigation.caseFile().getId(),
                    act.dateOrToday("date")));
        });
    }

    /** A home that the municipality has an agreement with was approved with it (INV-05, INV-07). */
    void exempt(Document investigation, InvestigationState next, Act act) {
        if (!contractor(investigation).isUnderMunicipalAgreementOn(act.today())) {
            throw Refusal.rule("INV-05").onField("underMunicipalAgreement").violation();
        }
        record(investigation, next, act, "exempt");
        nodes.setProperty(investigation.caseFile(), ContractorModel.INVESTIGATION_REF, investigation.id());
    }

    private void record(Document investigation, InvestigationState next, Act act, String name) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(ContractorModel.RESULT, next.name());
        act.text("resultText").ifPresent(text -> changes.put(ContractorModel.RESULT_TEXT, text));
        changes.put(ContractorModel.FINISHED_DATE, date(act));
        documents.record(investigation, name, RecordEvent.ESTABLISHED, next.name(), changes);
    }

    private void move(Document investigation, InvestigationState next, Map<QName, Serializable> changes) {
        changes.put(CaseModel.STATUS, next.name());
        showToCaseWorker(documents.write(investigation, changes));
    }

    /** The case worker whose client it is for takes part, and so reads it (CON-112). */
    private void showToCaseWorker(Document investigation) {
        investigation
                .text(ContractorModel.FOR_INTERVENTION)
                .flatMap(tree::node)
                .flatMap(tree::caseFile)
                .flatMap(file -> tree.textOf(file, CaseModel.RESPONSIBLE_CASE_WORKER))
                .ifPresent(user -> access.showTo(investigation.node(), user));
    }

    private static Serializable date(Act act) {
        return LawDate.toStored(act.dateOrToday("date"));
    }
}
