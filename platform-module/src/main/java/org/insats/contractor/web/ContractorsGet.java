package org.insats.contractor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorQuery;
import org.insats.contractor.ContractorService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET contractors}: Searches the register, homes under agreement with the municipality first. */
public final class ContractorsGet extends JsonWebScript {

    private final ContractorService contractors;
    private final ContractorJson contractorJson;

    /** Creates it. */
    public ContractorsGet(WebScriptSupport support, ContractorService contractors, ContractorJson contractorJson) {
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
        int size = request.size(50, 500);
        List<Contractor> found = contractors.search(query(request), request.parameter("after"), size + 1);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        found.stream().limit(size).map(contractorJson::line).forEach(items::add);
        answer.put("next", found.size() > size ? contractors.key(found.get(size - 1)) : null);
        return answer;
    }

    private static ContractorQuery query(JsonRequest request) {
        return new ContractorQuery(
                request.parameter("type"),
                request.parameter("place"),
                request.parameter("skill"),
                number(request, "capacity"),
                number(request, "freePlaces"),
                date(request, "availableOn"),
                date(request, "withoutContactSince"));
    }

    private static Optional<Integer> number(JsonRequest request, String name) {
        return request.parameter(name).map(text -> {
            if (!text.matches("\\d{1,4}")) {
                throw wrong(name, "0-9999");
            }
            return Integer.valueOf(text);
        });
    }

    private static Optional<LocalDate> date(JsonRequest request, String name) {
        return request.parameter(name).map(text -> LawDate.parse(text).orElseThrow(() -> wrong(name, "yyyy-mm-dd")));
    }

    private static RuntimeException wrong(String name, String allowed) {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", name, allowed)
                .onField(name)
                .violation();
    }
}
