package org.insats.deadline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.alfresco.model.ContentModel;
import org.insats.casefile.ActForms;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Labels;
import org.insats.casefile.Staff;
import org.insats.deadline.TaskForms;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * {@code GET /insats/v1/tasks/{id}}: a task with its form: {@code acts} that complete it, each with its document and inputs;
 * {@code write}, the documents to write first; {@code ownForm}, whether the task's own fields do.
 */
public final class TaskGet extends JsonWebScript {

    private final TaskForms forms;
    private final ActForms actForms;
    private final Labels labels;
    private final Staff staff;

    /** Reads {@code forms}; describes acts by {@code actForms}. */
    public TaskGet(WebScriptSupport support, TaskForms forms, ActForms actForms, Labels labels, Staff staff) {
        super(support);
        this.forms = forms;
        this.actForms = actForms;
        this.labels = labels;
        this.staff = staff;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        TaskForms.Form form = forms.of(request.path("id"));
        ObjectNode json = new DeadlineJson(support().mapper(), staff).task(form.task());
        ArrayNode acts = json.putArray("acts");
        form.choices()
                .forEach(choice -> acts.add(actForms.form(choice.document(), choice.action())
                        .set("document", document(choice.document()))));
        ArrayNode write = json.putArray("write");
        form.write().forEach(kind -> write.add(kind(kind)));
        return json.put("ownForm", form.ownForm());
    }

    private ObjectNode document(Document document) {
        return kind(document.kind())
                .put("id", document.id())
                .put("name", document.text(ContentModel.PROP_NAME).orElse(""))
                .put("status", document.status());
    }

    private ObjectNode kind(DocumentKind kind) {
        return support()
                .mapper()
                .createObjectNode()
                .put("kind", kind.id())
                .put("label", labels.type(kind.type(), I18NUtil.getLocale()));
    }
}
