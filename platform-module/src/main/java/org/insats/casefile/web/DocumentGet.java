package org.insats.casefile.web;

import org.insats.casefile.Documents;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET documents/{id}}: A document with all its fields and what the user may do with it. */
public final class DocumentGet extends JsonWebScript {

    private final Documents documents;
    private final DocumentJson documentJson;

    /** Creates it. */
    public DocumentGet(WebScriptSupport support, Documents documents, DocumentJson documentJson) {
        super(support);
        this.documents = documents;
        this.documentJson = documentJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return documentJson.whole(documents.get(request.path("id")));
    }
}
