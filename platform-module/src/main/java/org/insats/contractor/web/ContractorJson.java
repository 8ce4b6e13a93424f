package org.insats.contractor.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Documents;
import org.insats.casefile.Labels;
import org.insats.casefile.Permissions;
import org.insats.casefile.PersonFields;
import org.insats.casefile.Role;
import org.insats.contractor.Approval;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorModel;
import org.insats.contractor.ContractorPart;
import org.insats.contractor.ContractorService;
import org.insats.contractor.EntryFields;
import org.insats.platform.ServicePerson;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.extensions.surf.util.I18NUtil;

/** Contractors as the HTTP API shows them, to who may read their files. */
public final class ContractorJson {

    private static final List<String> WHO = List.of("name", "contactDetails", "personalIdentityNumber", "birthDate");

    private final ContractorService contractors;
    private final EntryFields fields;
    private final PersonFields personFields;
    private final CaseFileService caseFiles;
    private final Documents documents;
    private final DocumentKinds kinds;
    private final Labels labels;
    private final ServicePerson servicePerson;
    private final ListableBeanFactory beans;
    private final ObjectMapper mapper;

    /** Creates it. */
    public ContractorJson(
            ContractorService contractors,
            EntryFields fields,
            PersonFields personFields,
            CaseFileService caseFiles,
            Documents documents,
            DocumentKinds kinds,
            Labels labels,
            ServicePerson servicePerson,
            ListableBeanFactory beans,
            ObjectMapper mapper) {
        this.contractors = contractors;
        this.fields = fields;
        this.personFields = personFields;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.kinds = kinds;
        this.labels = labels;
        this.servicePerson = servicePerson;
        this.beans = beans;
        this.mapper = mapper;
    }

    /** A line of a list. */
    ObjectNode line(Contractor contractor) {
        ObjectNode json = fields.write(contractor);
        json.put("version", contractors.version(contractor));
        servicePerson.elevated(() -> contractors.person(contractor)).ifPresent(person -> {
            ObjectNode who = personFields.write(person);
            WHO.stream().filter(who::has).forEach(name -> json.set(name, who.get(name)));
        });
        Approval approval = servicePerson.elevated(() -> contractors.approval(contractor));
        json.put("approval", approval.state().name());
        return json;
    }

    /** Everything about one. */
    ObjectNode whole(Contractor contractor) {
        ObjectNode json = line(contractor);
        json.set("earlierAssignments", fields.assignments(contractor));
        ArrayNode list = json.putArray("documents");
        documents.inCase(contractor.node()).forEach(document -> list.add(line(document, list.objectNode())));
        Set<Role> roles = caseFiles.roles(CaseAccess.currentUser(), contractor.node(), Optional.empty());
        json.put("mayEdit", roles.stream().anyMatch(Role::isPlacementGroup));
        ArrayNode mayCreate = json.putArray("mayCreate");
        kinds.all().stream()
                .filter(kind -> kind.fileType().equals(ContractorModel.TYPE_FILE))
                .filter(kind -> kind.mayCreate(contractor.node(), Optional.empty(), creators(contractor, kind)))
                .forEach(kind -> mayCreate
                        .addObject()
                        .put("kind", kind.id())
                        .put("label", labels.type(kind.type(), I18NUtil.getLocale())));
        for (ContractorPart part :
                beans.getBeansOfType(ContractorPart.class, false, false).values()) {
            json.set(part.name(), mapper.valueToTree(servicePerson.elevated(() -> part.of(contractor))));
        }
        return json;
    }

    private Set<Role> creators(Contractor contractor, DocumentKind kind) {
        return caseFiles.rolesFor(
                CaseAccess.currentUser(), contractor.node(), Optional.empty(), kind.id(), Permissions.CREATE);
    }

    private ObjectNode line(Document document, ObjectNode json) {
        json.put("id", document.id());
        json.put("kind", document.kind().id());
        json.put("label", labels.type(document.kind().type(), I18NUtil.getLocale()));
        json.put("name", document.text(ContentModel.PROP_NAME).orElse(""));
        json.put("status", document.status());
        json.put("statusLabel", labels.status(document.kind(), document.status(), I18NUtil.getLocale()));
        document.date(CaseModel.DOCUMENT_DATE).ifPresent(date -> json.put("documentDate", date.toString()));
        json.put("version", documents.versionLabel(document));
        json.put("erroneous", document.isFilled(CaseModel.ERRONEOUS_AT));
        return json;
    }
}
