package org.insats.scan.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.print.PrintService;

/** {@code GET insats/v1/scans/separator.pdf}: a sheet that parts papers in a batch. */
public final class SeparatorSheet extends JsonWebScript {

    private final PrintService printService;

    /** Creates it. */
    public SeparatorSheet(WebScriptSupport support, PrintService printService) {
        super(support);
        this.printService = printService;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        PrintService.Form sheet = printService.separator();
        return Reply.pdf(sheet.fileName(), sheet.pdf());
    }
}
