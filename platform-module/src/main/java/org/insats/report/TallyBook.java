package org.insats.report;

import static org.insats.platform.DatabaseQuery.quoted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Collision;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;

/**
 * The counters: one node a unit, service and month, in the folder of reports. They hold numbers only. A report reads the nodes of its
 * unit and months, so that it costs what it shows and not what there is. Inside the service person's scope.
 */
final class TallyBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final String FIRST_GENERATION = "1";
    private static final int BATCH = 500;

    private final NodeService nodes;
    private final DatabaseQuery query;
    private final InsatsFolders folders;

    TallyBook(NodeService nodes, DatabaseQuery query, InsatsFolders folders) {
        this.nodes = nodes;
        this.query = query;
        this.folders = folders;
    }

    /** Where something is counted. */
    record Place(String unit, YearMonth month, String service) {

        private String key() {
            return month + "." + service;
        }
    }

    /** The counts of a unit for a month and service, by what is counted. */
    record Tally(YearMonth month, String service, Map<String, Integer> counts) {}

    /** The generation of counters in force. */
    String generation() {
        return text(folders.reports(), ReportModel.CURRENT_GENERATION).orElse(FIRST_GENERATION);
    }

    /** Begins with new, empty counters, into which all cases are to be counted; answers the generation before. */
    String renew() {
        String before = generation();
        Map<QName, Serializable> renewed = new HashMap<>();
        renewed.put(ReportModel.CURRENT_GENERATION, Integer.toString(Integer.parseInt(before) + 1));
        renewed.put(ReportModel.REBUILD_AFTER, "0");
        nodes.addProperties(folders.reports(), renewed);
        return before;
    }

    /** The number of the last case that was counted into new counters; empty when all have been. */
    Optional<String> rebuiltUntil() {
        return text(folders.reports(), ReportModel.REBUILD_AFTER);
    }

    /** Notes how far counting anew has come; empty when it is done. */
    void rebuiltUntil(Optional<String> caseNumber) {
        caseNumber.ifPresentOrElse(
                number -> nodes.setProperty(folders.reports(), ReportModel.REBUILD_AFTER, number),
                () -> nodes.removeProperty(folders.reports(), ReportModel.REBUILD_AFTER));
    }

    /** Adds to the counts of a place; what comes to nothing is left out. */
    void add(Place place, Map<String, Integer> more) {
        String generation = generation();
        String name = generation + "." + place.unit() + "." + place.key();
        NodeRef tally = Optional.ofNullable(nodes.getChildByName(folders.reports(), ContentModel.ASSOC_CONTAINS, name))
                .orElseGet(() -> create(name, generation, place));
        Map<String, Integer> counts = counts(tally);
        more.forEach((what, number) -> counts.merge(what, number, Integer::sum));
        counts.values().removeIf(number -> number == 0);
        nodes.setProperty(tally, ReportModel.COUNTS, write(counts));
    }

    private NodeRef create(String name, String generation, Place place) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, name);
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        properties.put(ReportModel.UNIT, generation + "." + place.unit());
        properties.put(ReportModel.KEY, place.key());
        properties.put(ReportModel.GENERATION, generation);
        properties.put(ReportModel.COUNTS, "{}");
        try {
            return nodes.createNode(
                            folders.reports(),
                            ContentModel.ASSOC_CONTAINS,
                            QName.createQName(ReportModel.URI, name),
                            ReportModel.TYPE_TALLY,
                            properties)
                    .getChildRef();
        } catch (DuplicateChildNodeNameException e) {
            throw new Collision("The counter was made at the same moment", e);
        }
    }

    /** What is counted of a unit from one month to another, both included, by month and service. */
    List<Tally> read(String unit, YearMonth from, YearMonth to) {
        String select = "SELECT * FROM insrep:tally WHERE insrep:tallyUnit = " + quoted(generation() + "." + unit)
                + " AND insrep:tallyKey < " + quoted(to.plusMonths(1).toString());
        List<Tally> all = new ArrayList<>();
        Optional<String> after = Optional.of(from.toString());
        List<NodeRef> batch;
        do {
            batch = query.findAfter(select, "insrep:tallyKey", after, BATCH);
            for (NodeRef node : batch) {
                String key = text(node, ReportModel.KEY).orElseThrow();
                int point = key.indexOf('.');
                all.add(new Tally(YearMonth.parse(key.substring(0, point)), key.substring(point + 1), counts(node)));
                after = Optional.of(key);
            }
        } while (batch.size() == BATCH);
        return all;
    }

    /** Removes some counters of a generation that is in force no more; answers whether there are more. */
    boolean discard(String generation) {
        List<NodeRef> old =
                query.find("SELECT * FROM insrep:tally WHERE insrep:tallyGeneration = " + quoted(generation), BATCH);
        old.forEach(node -> {
            nodes.addAspect(node, ContentModel.ASPECT_TEMPORARY, null);
            nodes.deleteNode(node);
        });
        return old.size() == BATCH;
    }

    private Map<String, Integer> counts(NodeRef tally) {
        try {
            return JSON.readValue(text(tally, ReportModel.COUNTS).orElse("{}"), COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("insrep:counts is not JSON", e);
        }
    }

    private static String write(Map<String, Integer> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> text(NodeRef node, QName property) {
        return Optional.ofNullable(nodes.getProperty(node, property)).map(Object::toString);
    }
}
