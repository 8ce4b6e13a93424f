package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.ArchivePackages;

/** {@code GET cases/{caseNumber}/package}: the archive package of a closed file, streamed from disk. */
public final class PackageGet extends JsonWebScript {

    private final ArchivePackages packages;

    /** Creates it. */
    public PackageGet(WebScriptSupport support, ArchivePackages packages) {
        super(support);
        this.packages = packages;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String caseNumber = request.path("caseNumber");
        return new Reply.Download(packages.write(caseNumber), "application/zip", "insats-" + caseNumber + ".zip");
    }
}
