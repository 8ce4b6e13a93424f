package org.insats.print.web;

import java.util.Optional;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.print.PrintService;

/** {@code GET forms/{kind}/blank.pdf?case=&language=}: a kind's form with nothing in it. */
public final class BlankFormGet extends JsonWebScript {

    private final PrintService printService;

    /** Creates it. */
    public BlankFormGet(WebScriptSupport support, PrintService printService) {
        super(support);
        this.printService = printService;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Optional<String> caseNumber = request.parameter("case").filter(number -> !number.isBlank());
        PrintService.Form form = printService.blank(request.path("kind"), caseNumber, FormGet.language(request));
        return Reply.pdf(form.fileName(), form.pdf());
    }
}
