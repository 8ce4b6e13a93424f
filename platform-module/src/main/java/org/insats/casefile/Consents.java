package org.insats.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.DocumentAction.Act;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.Setting;

/** Consent records of a case and what they add up to (CON-26, CON-39); bean {@code insats.consents}. */
public final class Consents {

    private static final String GIVEN = "GIVEN";
    private static final String AGE_SETTING = "PRF-62";
    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "APPOINTED_REPRESENTATIVE");

    private final CaseTree tree;
    private final CaseAccess access;
    private final ServicePerson servicePerson;
    private final CaseRoutines routines;
    private final Documents documents;
    private final int ageOfOwnConsent;

    /**
     * Creates it.
     *
     * @param ageOfOwnConsent years from which the child's own consent is asked for, where the routine has no age setting
     *     (PRF-62)
     */
    public Consents(
            CaseTree tree,
            CaseAccess access,
            ServicePerson servicePerson,
            CaseRoutines routines,
            Documents documents,
            int ageOfOwnConsent) {
        this.tree = tree;
        this.access = access;
        this.servicePerson = servicePerson;
        this.routines = routines;
        this.documents = documents;
        this.ageOfOwnConsent = ageOfOwnConsent;
    }

    /**
     * The latest answer of one person on one subject.
     *
     * @param personId node id of the person
     * @param capacity in what capacity (CON-31)
     * @param answer {@code GIVEN}, {@code REFUSED} or {@code WITHDRAWN}
     * @param date when it was given
     */
    public record Answer(String personId, String capacity, String answer, LocalDate date) {

        /** Whether the person says yes. */
        public boolean isGiven() {
            return answer.equals(GIVEN);
        }
    }

    /**
     * Records one person's answer about a document as a consent record of its own (CON-30..38). Inside the service person's
     * scope; whoever waits for the answer is told by {@code ConsentRecorded}.
     *
     * @param act holds {@code personId}, {@code capacity}, {@code answer}, and may hold {@code date}, {@code form},
     *     {@code note}
     */
    public Document record(Document document, String subject, Act act) {
        Map<QName, Serializable> fields = new HashMap<>();
        fields.put(CaseModel.CONSENT_PERSON, required(act, "personId"));
        fields.put(CaseModel.CAPACITY, required(act, "capacity"));
        fields.put(CaseModel.ANSWER, required(act, "answer"));
        fields.put(CaseModel.SUBJECT, subject);
        fields.put(CaseModel.FORM, act.text("form").orElse(null));
        fields.put(CaseModel.CONSENT_NOTE, act.text("note").orElse(null));
        fields.put(CaseModel.DOCUMENT_DATE, LawDate.toStored(act.dateOrToday("date")));
        fields.put(CaseModel.DOCUMENT_REF, document.id());
        fields.put(CaseModel.AUTHOR, act.userName());
        Document made =
                documents.make(new NewDocument(ConsentKind.ID, document.caseFile(), document.intervention(), fields));
        return documents.record(made, EstablishAction.NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
    }

    private static String required(Act act, String field) {
        return act.text(field)
                .orElseThrow(
                        () -> Refusal.rule("MANDATORY", field).onField(field).violation());
    }

    /**
     * The day on which the family's consent to a document became complete: every guardian or appointed representative of
     * the case, and the client from the age setting on, has GIVEN as the latest answer. Empty while it is not.
     */
    public Optional<LocalDate> familyConsent(Document document, String subject, LocalDate today) {
        Set<String> required = familyOf(document, today);
        Map<String, Answer> latest = latest(document, subject);
        boolean complete = !required.isEmpty()
                && required.stream()
                        .allMatch(person ->
                                latest.containsKey(person) && latest.get(person).isGiven());
        return complete
                ? required.stream().map(person -> latest.get(person).date()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Latest answer of each person who has answered, by node id of the person. */
    public Map<String, Answer> latest(Document document, String subject) {
        return servicePerson.elevated(() -> {
            Map<String, Answer> latest = new HashMap<>();
            records(document, subject).forEach(record -> {
                Answer answer = answer(record);
                latest.put(answer.personId(), answer);
            });
            return latest;
        });
    }

    /** Ids of the consent records that concern a document. */
    public List<String> of(Document document, String subject) {
        return servicePerson.elevated(
                () -> records(document, subject).stream().map(NodeRef::getId).toList());
    }

    /** The same, as the JSON text of a field that lists them. */
    public String listOf(Document document, String subject) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        of(document, subject).forEach(ids::add);
        return ids.toString();
    }

    /** Node ids of those whose consent makes up the family's (CON-GAP-04: every guardian, and the client from an age on). */
    public Set<String> familyOf(Document document, LocalDate today) {
        return servicePerson.elevated(() -> {
            NodeRef caseFile = document.caseFile();
            Set<String> required = access.persons(caseFile).stream()
                    .filter(person -> tree.text(person, CaseModel.RELATION)
                            .filter(GUARDIANS::contains)
                            .isPresent())
                    .map(NodeRef::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
            String client = tree.text(caseFile, CaseModel.CASE_CLIENT).orElse("");
            if (required.isEmpty() || isOldEnough(document, client, today)) {
                required.add(client);
            }
            return required;
        });
    }

    private boolean isOldEnough(Document document, String client, LocalDate today) {
        int age = routines.of(document)
                .setting(AGE_SETTING)
                .flatMap(Setting::number)
                .orElse(ageOfOwnConsent);
        return tree.node(client)
                .flatMap(node -> LawDate.fromStored(tree.nodes().getProperty(node, CaseModel.BIRTH_DATE)))
                .filter(birth -> Period.between(birth, today).getYears() >= age)
                .isPresent();
    }

    private Answer answer(NodeRef record) {
        return new Answer(
                tree.text(record, CaseModel.CONSENT_PERSON).orElse(""),
                tree.text(record, CaseModel.CAPACITY).orElse(""),
                tree.text(record, CaseModel.ANSWER).orElse(""),
                date(record));
    }

    /** By date of the answer, then in the order they were recorded; without those marked erroneous. */
    private List<NodeRef> records(Document document, String subject) {
        return tree.nodes().getChildAssocs(document.caseFile(), Set.of(CaseModel.TYPE_CONSENT)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(record -> has(record, CaseModel.DOCUMENT_REF, document.id()))
                .filter(record -> has(record, CaseModel.SUBJECT, subject))
                .filter(record -> has(record, CaseModel.STATUS, "ESTABLISHED"))
                .filter(record -> tree.text(record, CaseModel.ERRONEOUS_AT).isEmpty())
                .sorted(Comparator.comparing(this::date)
                        .thenComparing(record -> (Integer) tree.nodes().getProperty(record, CaseModel.SERIAL))
                        .thenComparing(record ->
                                tree.text(record, ContentModel.PROP_NAME).orElse("")))
                .toList();
    }

    private boolean has(NodeRef node, QName property, String value) {
        return tree.text(node, property).filter(value::equals).isPresent();
    }

    private LocalDate date(NodeRef record) {
        return LawDate.fromStored(tree.nodes().getProperty(record, CaseModel.DOCUMENT_DATE))
                .orElse(LocalDate.MIN);
    }
}
