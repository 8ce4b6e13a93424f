package org.insats.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.platform.web.Csv;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.CaseLists;

/** A list across cases, in pages, or whole as a file with {@code format=csv}. */
abstract class CaseListScript<T> extends JsonWebScript {

    private static final int PRESET = 100;
    private static final int MOST = 500;
    /** Rows of a file; a longer list is no list that anybody works by. */
    private static final int MOST_ROWS = 10_000;

    private final String fileName;
    private final List<String> columns;

    /** Columns are also the names in JSON. */
    CaseListScript(WebScriptSupport support, String fileName, List<String> columns) {
        super(support);
        this.fileName = fileName;
        this.columns = columns;
    }

    /** A page of the list. */
    abstract CaseLists.Page<T> page(JsonRequest request, Optional<String> after, int size);

    /** The values of a line, one a column. */
    abstract List<?> values(T each);

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (request.wantsCsv()) {
            Csv list = new Csv(columns);
            page(request, Optional.empty(), MOST_ROWS).items().stream()
                    .map(this::values)
                    .forEach(list::row);
            return Reply.csv(fileName, list);
        }
        CaseLists.Page<T> page = page(request, request.parameter("after"), request.size(PRESET, MOST));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(this::line).toList());
        answer.put("next", page.next());
        return answer;
    }

    private Map<String, Object> line(T each) {
        Map<String, Object> line = new LinkedHashMap<>();
        List<?> values = values(each);
        for (int i = 0; i < columns.size(); i++) {
            line.put(columns.get(i), values.get(i));
        }
        return line;
    }
}
