package org.insats.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.platform.DatabaseQuery.Page;

/**
 * A list in pages by key ({@code size}, {@code after}), or whole as a file with {@code format=csv}.
 *
 * @param <T> what the list holds
 */
public abstract class ListScript<T> extends JsonWebScript {

    /** Rows of a file; a longer list is no list that anybody works by. */
    private static final int MOST_ROWS = 10_000;

    private final String fileName;
    private final List<String> columns;
    private final int preset;
    private final int most;

    /**
     * Creates it.
     *
     * @param fileName name of the file, impersonal
     * @param columns columns of the file, with headings {@code insats.column.<name>}
     * @param preset size of a page where none is asked for
     * @param most largest page
     */
    protected ListScript(WebScriptSupport support, String fileName, List<String> columns, int preset, int most) {
        super(support);
        this.fileName = fileName;
        this.columns = columns;
        this.preset = preset;
        this.most = most;
    }

    /** A page of the list. */
    protected abstract Page<T> page(JsonRequest request, Optional<String> after, int size);

    /** An item as a row of the file, one value a column; a null is an empty cell. */
    protected abstract List<?> row(T each);

    /** An item as JSON; the columns by name, unless told otherwise. */
    protected Object item(T each) {
        Map<String, Object> item = new LinkedHashMap<>();
        List<?> values = row(each);
        for (int i = 0; i < columns.size(); i++) {
            item.put(columns.get(i), values.get(i));
        }
        return item;
    }

    @Override
    protected final boolean isReadOnly() {
        return true;
    }

    @Override
    protected final Object handle(JsonRequest request) {
        if (request.wantsCsv()) {
            return Reply.csv(fileName, file(request));
        }
        Page<T> page = page(request, request.parameter("after"), request.size(preset, most));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(this::item).toList());
        answer.put("next", page.next());
        return answer;
    }

    private Csv file(JsonRequest request) {
        Csv file = new Csv(columns);
        Optional<String> after = Optional.empty();
        int rows = 0;
        do {
            Page<T> page = page(request, after, most);
            page.items().stream().map(this::row).forEach(file::row);
            rows += page.items().size();
            after = page.next();
        } while (after.isPresent() && rows < MOST_ROWS);
        return file;
    }
}
