package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.FormGuidance;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * {@code GET model/{kind}}: Fields of a kind, with labels, value lists and when they are mandatory. With {@code case} also the values
 * that the routine of the case lists for a new document (PRF-67).
 */
public final class ModelGet extends JsonWebScript {

    private final DocumentKinds kinds;
    private final ModelJson modelJson;
    private final CaseFileService caseFiles;
    private final FormGuidance guidance;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public ModelGet(
            WebScriptSupport support,
            DocumentKinds kinds,
            ModelJson modelJson,
            CaseFileService caseFiles,
            FormGuidance guidance,
            ServicePerson servicePerson) {
        super(support);
        this.kinds = kinds;
        this.modelJson = modelJson;
        this.caseFiles = caseFiles;
        this.guidance = guidance;
        this.servicePerson = servicePerson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        DocumentKind kind = kinds.find(request.path("kind"))
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation());
        ObjectNode answer = modelJson.of(kind);
        request.parameter("case")
                .map(caseFiles::byNumber)
                .ifPresent(caseFile -> answer.set("choices", choices(kind, caseFile)));
        return answer;
    }

    private ObjectNode choices(DocumentKind kind, CaseFile caseFile) {
        ObjectNode choices = support().mapper().createObjectNode();
        servicePerson
                .elevated(() -> guidance.choices(kind, caseFile, I18NUtil.getLocale()))
                .forEach((field, values) -> {
                    ArrayNode list = choices.putArray(field);
                    values.forEach(value ->
                            list.addObject().put("value", value.value()).put("label", value.label()));
                });
        return choices;
    }
}
