package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.insats.casefile.Documents;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.springframework.extensions.webscripts.WebScriptRequest;

/** {@code DELETE documents/{id}}: Deletes a draft that was never sent, decided or established (ORD-59). */
public final class DocumentDelete extends JsonWebScript {

    private final Documents documents;

    /** Creates it. */
    public DocumentDelete(WebScriptSupport support, Documents documents) {
        super(support);
        this.documents = documents;
    }

    @Override
    protected JsonNode readBody(WebScriptRequest request) {
        return support().mapper().createObjectNode();
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = request.path("id");
        documents.deleteDraft(id, request.parameter("version"));
        return Map.of("id", id, "deleted", true);
    }
}
