package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET cases}: Lists the cases the user may read, by number. */
public final class CasesGet extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public CasesGet(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
        super(support);
        this.caseFiles = caseFiles;
        this.caseJson = caseJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        int size = request.size(50, 500);
        List<CaseFile> found = caseFiles.list(request.parameter("after"), size + 1);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        found.stream().limit(size).map(caseJson::line).forEach(items::add);
        answer.put("next", found.size() > size ? found.get(size - 1).caseNumber() : null);
        return answer;
    }
}
