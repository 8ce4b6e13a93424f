package org.insats.contractor;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Documents;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ContractorContacted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** {@code establish}: the entry of the log stands, and the contractor was last in contact that day (DL-58). */
public final class NoteContact implements DocumentAction {

    static final String NAME = "establish";

    private final Documents documents;
    private final Assignments assignments;
    private final CaseTree tree;
    private final NodeService nodes;
    private final CaseEvents events;

    /** Writes through the doors of the case file. */
    public NoteContact(
            Documents documents, Assignments assignments, CaseTree tree, NodeService nodes, CaseEvents events) {
        this.documents = documents;
        this.assignments = assignments;
        this.tree = tree;
        this.nodes = nodes;
        this.events = events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean allowed(Document document, Set<Role> roles) {
        return document.status().equals("DRAFT") && roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public boolean weighty() {
        return true;
    }

    @Override
    public void perform(Document contact, Act act) {
        LocalDate date = contact.date(ContractorModel.CONTACT_DATE).orElse(act.today());
        if (date.isAfter(act.today())) {
            throw Refusal.rule("DOC-COM-04", "contactDate")
                    .onField("contactDate")
                    .violation();
        }
        documents.record(contact, NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
        NodeRef file = contact.caseFile();
        LocalDate last = LawDate.fromStored(nodes.getProperty(file, ContractorModel.LAST_CONTACT))
                .orElse(LocalDate.MIN);
        if (last.isBefore(date)) {
            nodes.addProperties(
                    file,
                    Map.of(
                            ContractorModel.LAST_CONTACT,
                            LawDate.toStored(date),
                            ContractorModel.CONTACT_KEY,
                            SearchKeys.contact(Optional.of(date))));
        }
        assignments.of(file).forEach(intervention -> tree.caseFile(intervention)
                .ifPresent(caseFile ->
                        events.publish(new ContractorContacted(caseFile, intervention, contact.node(), date))));
    }
}
