package org.insats.print.web;

import java.util.Locale;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.print.PrintService;

/** {@code GET documents/{id}/form.pdf?language=}: the printed form with code. */
public final class FormGet extends JsonWebScript {

    private final PrintService printService;

    /** Creates it. */
    public FormGet(WebScriptSupport support, PrintService printService) {
        super(support);
        this.printService = printService;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        PrintService.Form form = printService.form(request.path("id"), language(request));
        return Reply.pdf(form.fileName(), form.pdf());
    }

    /** Swedish, unless {@code language=en} asks for English. */
    static Locale language(JsonRequest request) {
        return request.parameter("language").filter("en"::equals).isPresent()
                ? Locale.ENGLISH
                : Locale.forLanguageTag("sv");
    }
}
