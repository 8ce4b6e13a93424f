package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.alfresco.service.cmr.repository.ContentReader;

/**
 * What a call answers.
 *
 * @param status HTTP status
 * @param body JSON, or null
 * @param download content to send instead, or null
 */
record RestResult(int status, JsonNode body, Download download) {

    /**
     * Content for download.
     *
     * @param reader the content
     * @param fileName name offered to the browser
     * @param attachment whether the browser is to save it rather than show it
     */
    record Download(ContentReader reader, String fileName, boolean attachment) {}

    static RestResult entry(int status, JsonNode entry) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("entry", entry);
        return new RestResult(status, body, null);
    }

    static RestResult noContent() {
        return new RestResult(204, null, null);
    }

    static RestResult content(Download download) {
        return new RestResult(200, null, download);
    }

    /** One page of a list that is at hand as a whole. */
    static RestResult page(List<? extends JsonNode> all, Paging paging) {
        int from = Math.min(paging.skipCount(), all.size());
        int to = (int) Math.min((long) from + paging.maxItems(), all.size());
        return page(all.subList(from, to), all.size(), paging);
    }

    /** One page with the total known. */
    static RestResult page(List<? extends JsonNode> entries, int total, Paging paging) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode list = body.putObject("list");
        list.putObject("pagination")
                .put("count", entries.size())
                .put("hasMoreItems", paging.skipCount() + entries.size() < total)
                .put("totalItems", total)
                .put("skipCount", paging.skipCount())
                .put("maxItems", paging.maxItems());
        ArrayNode items = list.putArray("entries");
        entries.forEach(each -> items.addObject().set("entry", each));
        return new RestResult(200, body, null);
    }

    /** Which part of a list is asked for. */
    record Paging(int skipCount, int maxItems) {

        static Paging of(RestRequest request) {
            return new Paging(number(request, "skipCount", 0, 0), number(request, "maxItems", 100, 1));
        }

        private static int number(RestRequest request, String name, int otherwise, int least) {
            String text = request.parameter(name);
            if (text == null) {
                return otherwise;
            }
            try {
                int value = Integer.parseInt(text);
                if (value >= least) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw RestException.invalid("Invalid paging parameter " + name);
            }
            throw RestException.invalid("Only positive values supported for " + name + ".");
        }
    }
}
