package org.insats.casefile;

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
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/** Consent records of a case and what they add up to (CON-26, CON-39); bean {@code insats.consents}. */
public final class Consents {

    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "APPOINTED_REPRESENTATIVE");

    private final CaseTree tree;
    private final CaseAccess access;
    private final ServicePerson servicePerson;
    private final int ageOfOwnConsent;

    /**
     * Creates it.
     *
     * @param ageOfOwnConsent years from which the child's own consent is asked for (PRF-62)
     */
    public Consents(CaseTree tree, CaseAccess access, ServicePerson servicePerson, int ageOfOwnConsent) {
        this.tree = tree;
        this.access = access;
        this.servicePerson = servicePerson;
        this.ageOfOwnConsent = ageOfOwnConsent;
    }

    /**
     * The day on which the family's consent to a document became complete: every guardian or appointed representative of
     * the case, and the client from the age setting on, has GIVEN as the latest answer. Empty while it is not.
     */
    public Optional<LocalDate> familyConsent(Document document, String subject, LocalDate today) {
        return servicePerson.elevated(() -> {
            Map<String, NodeRef> latest = latestAnswers(document, subject);
            Set<String> required = required(document.caseFile(), today);
            boolean complete = !required.isEmpty()
                    && required.stream().allMatch(person -> latest.containsKey(person) && isGiven(latest.get(person)));
            return complete
                    ? required.stream().map(person -> date(latest.get(person))).max(Comparator.naturalOrder())
                    : Optional.empty();
        });
    }

    /** Ids of the consent records that concern a document. */
    public List<String> of(Document document, String subject) {
        return servicePerson.elevated(
                () -> records(document, subject).stream().map(NodeRef::getId).toList());
    }

    private Set<String> required(NodeRef caseFile, LocalDate today) {
        List<NodeRef> persons = access.persons(caseFile);
        Set<String> required = persons.stream()
                .filter(person -> tree.text(person, CaseModel.RELATION)
                        .filter(GUARDIANS::contains)
                        .isPresent())
                .map(NodeRef::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        String client = tree.text(caseFile, CaseModel.CASE_CLIENT).orElse("");
        boolean old = tree.node(client)
                .flatMap(node -> LawDate.fromStored(tree.nodes().getProperty(node, CaseModel.BIRTH_DATE)))
                .filter(birth -> Period.between(birth, today).getYears() >= ageOfOwnConsent)
                .isPresent();
        if (old || required.isEmpty()) {
            required.add(client);
        }
        return required;
    }

    private Map<String, NodeRef> latestAnswers(Document document, String subject) {
        Map<String, NodeRef> latest = new HashMap<>();
        records(document, subject).forEach(record -> tree.text(record, CaseModel.CONSENT_PERSON)
                .ifPresent(person -> latest.put(person, record)));
        return latest;
    }

    /** By date of the answer, then in the order they were recorded. */
    private List<NodeRef> records(Document document, String subject) {
        return tree.nodes().getChildAssocs(document.caseFile(), Set.of(CaseModel.TYPE_CONSENT)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(record -> has(record, CaseModel.DOCUMENT_REF, document.id()))
                .filter(record -> has(record, CaseModel.SUBJECT, subject))
                .filter(record -> has(record, CaseModel.STATUS, "ESTABLISHED"))
                .sorted(Comparator.comparing(this::date)
                        .thenComparing(record -> (Integer) tree.nodes().getProperty(record, CaseModel.SERIAL))
                        .thenComparing(record ->
                                tree.text(record, ContentModel.PROP_NAME).orElse("")))
                .toList();
    }

    private boolean has(NodeRef node, QName property, String value) {
        return tree.text(node, property).filter(value::equals).isPresent();
    }

    private boolean isGiven(NodeRef record) {
        return has(record, CaseModel.ANSWER, "GIVEN");
    }

    private LocalDate date(NodeRef record) {
        return LawDate.fromStored(tree.nodes().getProperty(record, CaseModel.DOCUMENT_DATE))
                .orElse(LocalDate.MIN);
    }
}
