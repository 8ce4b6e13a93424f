package org.insats.casefile.web;

import org.insats.casefile.Documents;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST documents/{id}/actions/{action}}: Performs an action on a document. */
public final class ActionPost extends JsonWebScript {

    private final Documents documents;
    private final DocumentJson documentJson;

    /** Creates it. */
    public ActionPost(WebScriptSupport support, Documents documents, DocumentJson documentJson) {
        super(support);
        this.documents = documents;
        this.documentJson = documentJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = documents
                .act(request.path("id"), request.path("action"), request.body())
                .id();
        return Reply.AfterCommit.ok(() -> documentJson.whole(documents.get(id)));
    }
}
