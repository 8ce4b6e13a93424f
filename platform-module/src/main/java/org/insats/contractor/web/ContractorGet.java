package org.insats.contractor.web;

import org.insats.contractor.ContractorService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET contractors/{id}}: A contractor with everything that is kept with them. */
public final class ContractorGet extends JsonWebScript {

    private final ContractorService contractors;
    private final ContractorJson contractorJson;

    /** Creates it. */
    public ContractorGet(WebScriptSupport support, ContractorService contractors, ContractorJson contractorJson) {
        super(support);
        this.contractors = contractors;
        this.contractorJson = contractorJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return contractorJson.whole(contractors.read(request.path("id")));
    }
}
