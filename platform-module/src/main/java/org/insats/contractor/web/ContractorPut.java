package org.insats.contractor.web;

import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code PUT contractors/{id}}: Changes an entry of the register. */
public final class ContractorPut extends JsonWebScript {

    private final ContractorService contractors;
    private final ContractorJson contractorJson;

    /** Creates it. */
    public ContractorPut(WebScriptSupport support, ContractorService contractors, ContractorJson contractorJson) {
        super(support);
        this.contractors = contractors;
        this.contractorJson = contractorJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Contractor changed = contractors.change(
                request.path("id"), request.body().path("version").asText(), request.body());
        return Reply.AfterCommit.ok(() -> contractorJson.whole(contractors.read(changed.id())));
    }
}
