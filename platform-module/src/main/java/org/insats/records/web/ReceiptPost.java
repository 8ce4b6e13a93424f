package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.ArchivePackages;

/** {@code POST cases/{caseNumber}/package/receipt}: registers that the archive has received a package. */
public final class ReceiptPost extends JsonWebScript {

    private final ArchivePackages packages;

    /** Creates it. */
    public ReceiptPost(WebScriptSupport support, ArchivePackages packages) {
        super(support);
        this.packages = packages;
    }

    @Override
    protected Object handle(JsonRequest request) {
        packages.received(
                request.path("caseNumber"),
                request.body().path("sha256").asText(""),
                request.body().path("receipt").asText("").strip());
        return Map.of("received", true);
    }
}
