package org.insats.contractor.web;

import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST contractors}: Enters a contractor in the register. */
public final class ContractorsPost extends JsonWebScript {

    private final ContractorService contractors;
    private final ContractorJson contractorJson;

    /** Creates it. */
    public ContractorsPost(WebScriptSupport support, ContractorService contractors, ContractorJson contractorJson) {
        super(support);
        this.contractors = contractors;
        this.contractorJson = contractorJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Contractor entered = contractors.register(request.body());
        return Reply.AfterCommit.created(() -> contractorJson.whole(contractors.read(entered.id())));
    }
}
