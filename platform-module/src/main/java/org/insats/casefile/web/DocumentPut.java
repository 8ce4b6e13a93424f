package org.insats.casefile.web;

import org.insats.casefile.Documents;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code PUT documents/{id}}: Changes fields of a document, from a stated version. */
public final class DocumentPut extends JsonWebScript {

    private final Documents documents;
    private final DocumentJson documentJson;

    /** Creates it. */
    public DocumentPut(WebScriptSupport support, Documents documents, DocumentJson documentJson) {
        super(support);
        this.documents = documents;
        this.documentJson = documentJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = documents
                .update(
                        request.path("id"),
                        request.body().path("version").asText(""),
                        request.body().path("fields"))
                .id();
        return Reply.AfterCommit.ok(() -> documentJson.whole(documents.get(id)));
    }
}
