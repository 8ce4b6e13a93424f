package org.insats.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.contract.Suite.Outcome;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** POST /insats/contract/run: runs the suite and answers how each test went. For administrators, by its descriptor. */
public final class RunWebScript extends AbstractWebScript {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
        List<Outcome> outcomes =
                Suite.run(Optional.ofNullable(request.getParameter("only")).orElse(""));
        long failed = outcomes.stream()
                .filter(outcome -> !outcome.status().equals("SUCCESSFUL"))
                .count();
        response.setContentType("application/json");
        response.setContentEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(Map.of("run", outcomes.size(), "failed", failed, "tests", outcomes)));
    }
}
