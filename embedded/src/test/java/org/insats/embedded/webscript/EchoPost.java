package org.insats.embedded.webscript;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;
import org.springframework.extensions.webscripts.servlet.FormData;

/** Does what the address says, to see what the container makes of it. */
public final class EchoPost extends AbstractWebScript {

    /** Calls so far in mode "retry". */
    static final AtomicInteger TRIES = new AtomicInteger();

    private final NodeService nodeService;

    /** Any public service, to see that there is a transaction. */
    public EchoPost(NodeService nodeService) {
        super();
        this.nodeService = nodeService;
    }

    @Override
    public void execute(WebScriptRequest req, WebScriptResponse res) throws IOException {
        String mode = req.getServiceMatch().getTemplateVars().get("mode");
        nodeService.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        String body = body(req);
        res.setContentType("text/plain;charset=UTF-8");
        res.getWriter()
                .write(AuthenticationUtil.getFullyAuthenticatedUser() + ":" + req.getParameter("note") + ":" + body);
        switch (mode) {
            case "plain" -> res.setStatus(202);
            case "conflict" -> throw new WebScriptException(409, "Somebody \"else\" was faster");
            case "rule" -> throw new IntegrityException("A rule refuses", null);
            case "retry" -> {
                if (TRIES.incrementAndGet() < 3) {
                    throw new ConcurrencyFailureException("Once more");
                }
            }
            default -> throw new IllegalArgumentException(mode);
        }
    }

    private static String body(WebScriptRequest req) throws IOException {
        if (req.parseContent() instanceof FormData form) {
            StringBuilder text = new StringBuilder();
            for (FormData.FormField field : form.getFields()) {
                text.append(field.getName())
                        .append('=')
                        .append(field.getIsFile() ? field.getFilename() : field.getValue())
                        .append(';');
            }
            return text.toString();
        }
        return req.getContent().getContent();
    }
}
