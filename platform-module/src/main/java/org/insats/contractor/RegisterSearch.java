package org.insats.contractor;

import static org.insats.platform.DatabaseQuery.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Has the database answer what is looked for in the register, in the order of the list: homes under agreement first, then by number
 * (bean {@code insats.registerSearch}). It asks for one span of numbers after another, each wider than the one before, for a query
 * in order sorts all that it finds: so a page that fills at once costs the same in a large register, and one that few fit takes
 * few queries.
 */
public final class RegisterSearch {

    private static final String KEY = "insctr:listKey";
    private static final String UNDER_AGREEMENT = "0-";
    private static final String OTHERS = "1-";
    private static final int FIRST_SPAN = 5;
    private static final int WIDER = 4;

    private final DatabaseQuery database;
    private final InsatsFolders folders;
    private final NodeService nodes;
    private final ServicePerson servicePerson;

    /**
     * Creates it.
     *
     * @param database leaves out what the user may not read
     */
    public RegisterSearch(
            DatabaseQuery database, InsatsFolders folders, NodeService nodes, ServicePerson servicePerson) {
        this.database = database;
        this.folders = folders;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
    }

    /** The first {@code size} files after a key that fit and that the user may read. */
    List<NodeRef> find(ContractorQuery query, Optional<String> after, int size) {
        String select = select(query);
        String key = after.filter(given -> given.matches("[01]-U-\\d{6}")).orElse(UNDER_AGREEMENT);
        List<NodeRef> found = new ArrayList<>();
        if (key.startsWith(UNDER_AGREEMENT)) {
            found.addAll(find(select, key, OTHERS, size));
        }
        int from = key.startsWith(OTHERS) ? Integer.parseInt(key.substring(4)) : 0;
        int last = lastNumber();
        for (int span = FIRST_SPAN * size; from < last && found.size() < size; span *= WIDER) {
            int to = Math.min(last, from + span);
            found.addAll(find(select, numbered(from), numbered(to + 1), size - found.size()));
            from = to;
        }
        return found;
    }

    private List<NodeRef> find(String select, String after, String before, int size) {
        return database.findAfter(select + KEY + " < " + quoted(before), KEY, Optional.of(after), size);
    }

    private static String numbered(int number) {
        return String.format(Locale.ROOT, "%sU-%06d", OTHERS, number);
    }

    private int lastNumber() {
        return servicePerson.elevated(() ->
                nodes.getProperty(folders.contractors(), CaseModel.LAST_NUMBER) instanceof Integer number ? number : 0);
    }

    private static String select(ContractorQuery query) {
        StringBuilder select = new StringBuilder("SELECT * FROM insctr:contractorFile WHERE ");
        query.type().ifPresent(type -> and(select, "insctr:contractorType = " + quoted(type)));
        query.place().ifPresent(place -> and(select, "insctr:place = " + quoted(place)));
        query.skill()
                .ifPresent(skill -> and(select, "ANY insctr:skillKeys IN (" + quoted(SearchKeys.skill(skill)) + ")"));
        query.capacity().ifPresent(number -> and(select, "insctr:capacity >= " + number));
        query.freePlaces().ifPresent(number -> and(select, "insctr:freePlaces >= " + number));
        query.availableOn().ifPresent(day -> and(select, "insctr:availableFrom <= " + stored(day)));
        query.withoutContactSince().ifPresent(day -> and(select, "insctr:contactKey < " + quoted(day.toString())));
        return select.toString();
    }

    private static void and(StringBuilder select, String condition) {
        select.append(condition).append(" AND ");
    }

    private static String stored(LocalDate day) {
        return DatabaseQuery.timestamp(LawDate.toStored(day).toInstant());
    }
}
