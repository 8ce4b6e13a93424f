package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.casefile.Documents;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases/{caseNumber}/documents}: Creates a document in a case. */
public final class DocumentsPost extends JsonWebScript {

    private final Documents documents;
    private final DocumentJson documentJson;

    /** Creates it. */
    public DocumentsPost(WebScriptSupport support, Documents documents, DocumentJson documentJson) {
        super(support);
        this.documents = documents;
        this.documentJson = documentJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        JsonNode body = request.body();
        String id = documents
                .create(
                        request.path("caseNumber"),
                        body.path("kind").asText(),
                        body.path("interventionId").asText(""),
                        body.path("fields"))
                .id();
        return Reply.AfterCommit.created(() -> documentJson.whole(documents.get(id)));
    }
}
