package org.insats.embedded.core.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.dictionary.PropertyDef;
import org.insats.embedded.core.node.NodeStore;
import org.insats.embedded.core.node.TypeConversion;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Transactional queries in CMIS QL. As in ACS, each row is a permission check, also for administrators, and after so many checks or
 * so long a time the result ends without a word.
 */
public final class SearchServiceImpl implements SearchService {
    private static final int PERMISSION_CHECKS = 1000;
    private static final long PERMISSION_CHECK_MILLIS = 10_000;
    private static final int BATCH = 200;
    private static final int FEW = 12;

    private final JdbcTemplate jdbc;
    private final NodeStore store;
    private final DictionaryComponent dictionary;
    private final PermissionService permissionService;
    private final Clock clock;

    public SearchServiceImpl(
            JdbcTemplate jdbc,
            NodeStore store,
            DictionaryComponent dictionary,
            PermissionService permissionService,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.dictionary = dictionary;
        this.permissionService = permissionService;
        this.clock = clock;
    }

    @Override
    public org.alfresco.service.cmr.search.ResultSet query(SearchParameters parameters) {
        boolean cmis = LANGUAGE_CMIS_ALFRESCO.equals(parameters.getLanguage())
                || LANGUAGE_CMIS_STRICT.equals(parameters.getLanguage());
        if (!cmis
                || parameters.getQueryConsistency() == QueryConsistency.EVENTUAL
                || parameters.getQueryConsistency() == QueryConsistency.HYBRID) {
            throw new UnsupportedOperationException("Queries in " + parameters.getLanguage() + " with consistency "
                    + parameters.getQueryConsistency() + " are not supported by the embedded repository");
        }
        StoreRef in = parameters.getStores().isEmpty()
                ? StoreRef.STORE_REF_WORKSPACE_SPACESSTORE
                : parameters.getStores().get(0);
        Statement statement = statement(CmisQuery.parse(parameters.getQuery()), in);
        return readable(statement, parameters);
    }

    private record Statement(String sql, List<Object> arguments, StoreRef store) {}

    private Statement statement(CmisQuery query, StoreRef in) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder from = new StringBuilder("SELECT n.uuid FROM ins_node n");
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < query.orders().size(); i++) {
            CmisQuery.Order each = query.orders().get(i);
            PropertyDef property = property(each.property());
            if (!property.orderable()) {
                throw new IllegalArgumentException("Ordering is not supported for " + each.property());
            }
            String alias = "o" + i;
            from.append(" LEFT JOIN ins_node_property %1$s ON %1$s.node_id = n.id AND %1$s.name = ?".formatted(alias));
            arguments.add(property.name().toString());
            order.append(order.isEmpty() ? " ORDER BY " : ", ").append(alias + '.' + column(property));
            order.append(each.descending() ? " DESC" : " ASC");
        }
        order.append(order.isEmpty() ? " ORDER BY n.id" : ", n.id");
        Set<QName> types = dictionary.queriedTypes(type(query.type()));
        StringBuilder where = new StringBuilder(" WHERE n.store = ? AND n.type_name IN (");
        where.append(String.join(",", Collections.nCopies(types.size(), "?"))).append(')');
        arguments.add(in.toString());
        types.forEach(each -> arguments.add(each.toString()));
        conditions(query, where, arguments);
        return new Statement(from.append(where).append(order).toString(), arguments, in);
    }

    /**
     * The most selective property leads, by its index: one that equals something, else the first. The rest is looked up for
     * each node that it finds, and kept from their index by an expression, or H2 may scan that for every node.
     */
    private void conditions(CmisQuery query, StringBuilder where, List<Object> arguments) {
        Map<PropertyDef, List<CmisQuery.Condition>> byProperty = new LinkedHashMap<>();
        for (CmisQuery.Condition each : query.conditions()) {
            if (each.property().equalsIgnoreCase("cmis:objectId")) {
                where.append(" AND n.uuid ").append(each.operator()).append(" ?");
                String id = each.values().get(0).value();
                arguments.add(id.substring(id.lastIndexOf('/') + 1).replaceAll(";.*", ""));
            } else if (each.operator().equals("IN")) {
                in(each, property(each.property()), where, arguments);
            } else {
                byProperty
                        .computeIfAbsent(property(each.property()), key -> new ArrayList<>())
                        .add(each);
            }
        }
        Optional<PropertyDef> leading = byProperty.keySet().stream()
                .filter(each -> !each.isMultiValued() && !has(byProperty.get(each), "<>"))
                .filter(each -> !has(query.conditions(), "IN"))
                .max(Comparator.comparing(each -> has(byProperty.get(each), "=")));
        byProperty.forEach((property, all) -> {
            if (leading.filter(property::equals).isPresent()) {
                where.append(" AND n.id IN (SELECT p.node_id FROM ins_node_property p WHERE p.name = ?");
                arguments.add(property.name().toString());
                all.forEach(each -> compare(each, property, column(property), where, arguments));
                where.append(')');
            } else {
                all.forEach(each -> lookUp(each, property, where, arguments));
            }
        });
    }

    /** One of several values leads. H2 has no index for IN beside another column: a few are a union, many are looked up first. */
    private void in(CmisQuery.Condition condition, PropertyDef property, StringBuilder where, List<Object> arguments) {
        if (property.isMultiValued() != condition.any()) {
            throw new IllegalArgumentException("ANY is for several values only: " + property.prefixedName());
        }
        String name = property.name().toString();
        List<Object> values =
                condition.values().stream().map(value -> value(property, value)).toList();
        if (values.size() <= FEW) {
            String each = "SELECT p.node_id FROM ins_node_property p WHERE p.name = ? AND p.%s = ?"
                    .formatted(column(property));
            where.append(" AND n.id IN (")
                    .append(String.join(" UNION ", Collections.nCopies(values.size(), each)))
                    .append(')');
            values.forEach(value -> arguments.addAll(List.of(name, value)));
            return;
        }
        boolean number = column(property).equals("long_value");
        String sql = "SELECT DISTINCT p.node_id FROM UNNEST(CAST(? AS %s ARRAY)) v(x) JOIN ins_node_property p"
                + " ON p.name = ? AND p.%s = v.x";
        String statement = sql.formatted(number ? "BIGINT" : "VARCHAR", column(property));
        Object[] array = values.toArray(number ? Long[]::new : String[]::new);
        where.append(" AND n.id = ANY(?)");
        arguments.add(jdbc.queryForList(statement, Long.class, array, name).toArray(Long[]::new));
    }

    private static boolean has(List<CmisQuery.Condition> conditions, String operator) {
        return conditions.stream().anyMatch(each -> each.operator().equals(operator));
    }

    private void lookUp(
            CmisQuery.Condition condition, PropertyDef property, StringBuilder where, List<Object> arguments) {
        boolean differs = condition.operator().equals("<>");
        String column = column(property);
        where.append(differs ? " AND NOT EXISTS" : " AND EXISTS")
                .append(" (SELECT 1 FROM ins_node_property p WHERE p.node_id = n.id AND p.name = ?");
        arguments.add(property.name().toString());
        CmisQuery.Condition asked =
                differs ? new CmisQuery.Condition(condition.property(), false, "=", condition.values()) : condition;
        compare(asked, property, column + (column.equals("long_value") ? " + 0" : " || ''"), where, arguments);
        where.append(')');
    }

    private static void compare(
            CmisQuery.Condition asked, PropertyDef property, String column, StringBuilder where, List<Object> values) {
        where.append(" AND p.%s %s ?".formatted(column, asked.operator()));
        values.add(value(property, asked.values().get(0)));
    }

    private static String column(PropertyDef property) {
        return switch (property.dataTypeName().getLocalName()) {
            case "text", "mltext", "noderef", "qname", "locale" -> "string_value";
            case "int", "long", "date", "datetime" -> "long_value";
            default -> throw new UnsupportedOperationException("Comparing or sorting by " + property.prefixedName()
                    + " is not supported by the embedded repository: ACS has no database index for its data type");
        };
    }

    private static Object value(PropertyDef property, CmisQuery.Literal literal) {
        String type = property.dataTypeName().getLocalName();
        boolean date = type.equals("date") || type.equals("datetime");
        boolean number = type.equals("int") || type.equals("long");
        if (!literal.kind().equals("TEXT") && !literal.kind().equals(date ? "TIMESTAMP" : number ? "NUMBER" : "TEXT")) {
            throw new IllegalArgumentException("The literal does not fit the type of " + property.prefixedName());
        }
        String text = literal.value();
        return date ? TypeConversion.instant(text).toEpochMilli() : number ? Long.valueOf(text) : (Object) text;
    }

    private QName type(String name) {
        String known =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "cmis:document" -> "cm:content";
                    case "cmis:folder" -> "cm:folder";
                    default -> name;
                };
        QName type = QName.createQName(known, dictionary);
        if (dictionary.type(type).isEmpty()) {
            throw new IllegalArgumentException("A query for a type that is not in the dictionary: " + name);
        }
        return type;
    }

    private PropertyDef property(String name) {
        String known = name.equalsIgnoreCase("cmis:name") ? "cm:name" : name;
        PropertyDef property = known.startsWith("cmis:")
                ? null
                : dictionary
                        .property(QName.createQName(known, dictionary))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "A query for a property that is not in the dictionary: " + name));
        // What an aspect brings is no column of a type, not even of one that always has the aspect.
        if (property == null || property.owner().isAspect()) {
            throw new UnsupportedOperationException(
                    "Comparing or sorting by " + name + " is not supported by the embedded repository");
        }
        return property;
    }

    private Found readable(Statement statement, SearchParameters parameters) {
        int checks = parameters.getMaxPermissionChecks() >= 0 ? parameters.getMaxPermissionChecks() : PERMISSION_CHECKS;
        long millis = parameters.getMaxPermissionCheckTimeMillis() >= 0
                ? parameters.getMaxPermissionCheckTimeMillis()
                : PERMISSION_CHECK_MILLIS;
        int skip = Math.max(0, parameters.getSkipCount());
        long wanted = parameters.getMaxItems() >= 0 ? (long) skip + parameters.getMaxItems() + 1 : Long.MAX_VALUE;
        List<NodeRef> passed = new ArrayList<>();
        long end = clock.millis() + millis;
        long limit = (long) checks + 1;
        String sql = statement.sql() + " LIMIT " + limit;
        List<NodeRef> rows = jdbc.query(
                sql,
                (ResultSet row) -> read(row, statement.store()),
                statement.arguments().toArray());
        for (int from = 0; from < rows.size() && passed.size() < wanted && clock.millis() < end; from += BATCH) {
            List<NodeRef> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            store.prefetch(batch);
            for (NodeRef each : batch) {
                if (permissionService.hasPermission(each, PermissionService.READ) == AccessStatus.ALLOWED) {
                    passed.add(each);
                }
            }
        }
        int to = (int) Math.min(passed.size(), wanted == Long.MAX_VALUE ? Long.MAX_VALUE : wanted - 1);
        return new Found(List.copyOf(passed.subList(Math.min(skip, to), to)), passed.size() > to);
    }

    private static List<NodeRef> read(ResultSet rows, StoreRef store) throws SQLException {
        List<NodeRef> result = new ArrayList<>();
        while (rows.next()) {
            result.add(new NodeRef(store, rows.getString(1)));
        }
        return result;
    }

    private record Found(List<NodeRef> refs, boolean more) implements org.alfresco.service.cmr.search.ResultSet {
        @Override
        public int length() {
            return refs.size();
        }

        @Override
        public NodeRef getNodeRef(int n) {
            return refs.get(n);
        }

        @Override
        public List<NodeRef> getNodeRefs() {
            return refs;
        }

        @Override
        public boolean hasMore() {
            return more;
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
