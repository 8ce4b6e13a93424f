package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Documents;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST contractors/{id}/documents}: Creates a document in the file of a contractor. */
public final class ContractorDocumentsPost extends JsonWebScript {

    private final Documents documents;
    private final DocumentJson documentJson;
    private final CaseAccess access;
    private final CaseTree tree;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public ContractorDocumentsPost(
            WebScriptSupport support,
            Documents documents,
            DocumentJson documentJson,
            CaseAccess access,
            CaseTree tree,
            ServicePerson servicePerson) {
        super(support);
        this.documents = documents;
        this.documentJson = documentJson;
        this.access = access;
        this.tree = tree;
        this.servicePerson = servicePerson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        JsonNode body = request.body();
        String id = documents
                .createIn(file(request.path("id")), body.path("kind").asText(), body.path("fields"))
                .id();
        return Reply.AfterCommit.created(() -> documentJson.whole(documents.get(id)));
    }

    /** The file of a contractor that the user has some role to; anybody else is not told that it exists. */
    private NodeRef file(String id) {
        return servicePerson
                .elevated(() -> tree.node(id)
                        .filter(node -> tree.is(node, CaseModel.TYPE_FILE))
                        .filter(node -> !tree.is(node, CaseModel.TYPE_CASE_FILE)))
                .filter(node -> !access.roles(CaseAccess.currentUser(), node, Optional.empty())
                        .isEmpty())
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation());
    }
}
