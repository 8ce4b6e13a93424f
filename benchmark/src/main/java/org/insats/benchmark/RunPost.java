package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** {@code POST /insats/benchmark/{measure}}: measures inside the repository and answers the figures. For administrators. */
public final class RunPost extends AbstractWebScript {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Measure> measures;

    RunPost(List<Measure> measures) {
        super();
        this.measures = measures.stream().collect(Collectors.toMap(Measure::name, Function.identity()));
    }

    @Override
    public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
        String name = request.getServiceMatch().getTemplateVars().get("measure");
        Measure measure = measures.get(name);
        if (measure == null) {
            throw new WebScriptException(404, "One of " + measures.keySet());
        }
        JsonNode settings = JSON.readTree(request.getContent().getContent());
        ObjectNode answer = JSON.createObjectNode();
        answer.put("measure", name);
        answer.set("settings", settings.<ObjectNode>deepCopy().without("ticket"));
        measure.run(settings, answer);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
    }
}
