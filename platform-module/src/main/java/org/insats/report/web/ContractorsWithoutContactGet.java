package org.insats.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorQuery;
import org.insats.contractor.ContractorService;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;

/**
 * {@code GET lists/contractors-without-contact}: contractors of the register with whom nobody has been in contact since the day
 * {@code since} (preset: half a year ago; DL-58). For those who may search the register.
 */
public final class ContractorsWithoutContactGet extends ListScript<Contractor> {

    private static final List<String> COLUMNS =
            List.of("lastContact", "contractorNumber", "contractorId", "contractorType", "unit");
    private static final int PRESET_MONTHS = 6;

    private final ContractorService contractors;
    private final Clock clock;

    /** Creates it. */
    public ContractorsWithoutContactGet(WebScriptSupport support, ContractorService contractors, Clock clock) {
        super(support, "insats-contractors-without-contact.csv", COLUMNS, 100, 500);
        this.contractors = contractors;
        this.clock = clock;
    }

    @Override
    protected Page<Contractor> page(JsonRequest request, Optional<String> after, int size) {
        LocalDate since = request.parameter("since")
                .map(text -> LawDate.parse(text).orElseThrow(ContractorsWithoutContactGet::noDate))
                .orElseGet(() -> LawDate.today(clock).minusMonths(PRESET_MONTHS));
        ContractorQuery query = ContractorQuery.all().withoutContactSince(since);
        return Page.of(contractors.search(query, after, size + 1), size, contractors::key);
    }

    private static RuntimeException noDate() {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "since", "yyyy-mm-dd")
                .onField("since")
                .violation();
    }

    @Override
    protected List<?> row(Contractor each) {
        return Arrays.asList(each.lastContact().orElse(null), each.number(), each.id(), each.type(), each.unit());
    }
}
