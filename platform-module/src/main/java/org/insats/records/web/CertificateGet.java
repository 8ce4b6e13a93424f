package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Certificates;

/** {@code GET records/disposals/{number}/certificate}: the certificate of a disposal, as PDF/A or with {@code format=json} for machines. */
public final class CertificateGet extends JsonWebScript {

    private final Certificates certificates;

    /** Creates it. */
    public CertificateGet(WebScriptSupport support, Certificates certificates) {
        super(support);
        this.certificates = certificates;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String number = request.path("number");
        return request.parameter("format").filter("json"::equals).isPresent()
                ? new Reply(200, "application/json", certificates.read(number, false), Map.of())
                : Reply.pdf(number + ".pdf", certificates.read(number, true));
    }
}
