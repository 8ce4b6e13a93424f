package org.insats.embedded.webscript;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.access.Authenticator;
import org.insats.embedded.access.Authenticator.Login;
import org.insats.embedded.http.Failures;
import org.insats.embedded.webscript.WebScriptDescription.Authentication;
import org.insats.embedded.webscript.WebScriptDescription.FormatStyle;
import org.insats.embedded.webscript.WebScriptDescription.Transaction;
import org.insats.embedded.webscript.WebScriptRegistry.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.extensions.webscripts.Match;
import org.springframework.extensions.webscripts.WebScriptException;

/** The web script container: finds the script, the user and the transaction, and answers errors in Surf's shape. */
public final class WebScriptServlet extends HttpServlet implements ApplicationListener<ContextRefreshedEvent> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WebScriptServlet.class);

    private final transient Authenticator authenticator;
    private final transient AuthorityService authorityService;
    private final transient TransactionService transactionService;
    private final transient ObjectMapper json = new ObjectMapper();
    private final boolean allModules;
    private transient WebScriptRegistry registry;

    /**
     * Needs who may log in, who is administrator, and transactions.
     *
     * @param allModules false when modules were left out: then their descriptors have no bean, which is else an error
     */
    public WebScriptServlet(
            Authenticator authenticator,
            AuthorityService authorityService,
            TransactionService transactionService,
            boolean allModules) {
        super();
        this.allModules = allModules;
        this.authenticator = authenticator;
        this.authorityService = authorityService;
        this.transactionService = transactionService;
    }

    /** All beans are there: the descriptors can be matched with them. */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        registry = new WebScriptRegistry(event.getApplicationContext(), allModules);
        LOG.info("{} web script addresses", registry.size());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        I18NUtil.setLocale(locale(request));
        Found found = null;
        try {
            String path = request.getPathInfo() == null ? "" : request.getPathInfo();
            found = find(request.getMethod(), path);
            execute(found, path, request, response);
        } catch (Exception e) {
            answerFailure(found, e, request, response);
        } finally {
            I18NUtil.setLocale(null);
            AuthenticationUtil.clearCurrentSecurityContext();
        }
    }

    private static Locale locale(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Locale.getDefault();
        }
        String first = header.split("[,;]")[0].trim();
        return Locale.forLanguageTag(first);
    }

    private Found find(String method, String path) {
        if (path.isEmpty()) {
            throw new WebScriptException(400, "Script URL not specified");
        }
        String wanted = "HEAD".equals(method) ? "GET" : method;
        Found found = registry.find(wanted, path)
                .orElseThrow(
                        () -> new WebScriptException(404, "Script url " + path + " does not map to a Web Script."));
        if (found.script() == null) {
            throw new WebScriptException(405, "Script url " + path + " does not support the method " + method);
        }
        return found;
    }

    private void execute(Found found, String path, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        WebScriptDescription description = found.description();
        Match match = new Match(found.template(), found.variables(), path);
        try (ServletWebScriptRequest scriptRequest = new ServletWebScriptRequest(request, match, path)) {
            BufferedWebScriptResponse scriptResponse = new BufferedWebScriptResponse(response);
            if (description.authentication() == Authentication.NONE) {
                run(found, scriptRequest, scriptResponse);
            } else {
                String user = user(description, request, response);
                AuthenticationUtil.runAs(
                        () -> {
                            checkAdministrator(description);
                            run(found, scriptRequest, scriptResponse);
                            return null;
                        },
                        user);
            }
            scriptResponse.send();
        }
    }

    private String user(WebScriptDescription description, HttpServletRequest request, HttpServletResponse response) {
        Optional<Login> login = authenticator.login(request);
        if (login.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Alfresco\"");
            throw new WebScriptException(401, "Authentication failed for Web Script " + description.id());
        }
        return login.get().userName();
    }

    private void checkAdministrator(WebScriptDescription description) {
        if (description.authentication() == Authentication.ADMIN && !authorityService.hasAdminAuthority()) {
            throw new WebScriptException(
                    401,
                    "Web Script " + description.id()
                            + " requires admin authentication; however, a non-admin has attempted access.");
        }
    }

    private void run(Found found, ServletWebScriptRequest request, BufferedWebScriptResponse response)
            throws IOException {
        WebScriptDescription description = found.description();
        if (description.transaction() == Transaction.NONE) {
            found.script().execute(request, response);
            return;
        }
        transactionService
                .getRetryingTransactionHelper()
                .doInTransaction(
                        () -> {
                            response.reset();
                            found.script().execute(request, response);
                            return null;
                        },
                        description.readOnly(),
                        description.transaction() == Transaction.REQUIRESNEW);
    }

    private void answerFailure(Found found, Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int code = failure instanceof WebScriptException e ? e.getStatus() : 500;
        if (code >= 500) {
            LOG.error(
                    "Web script {} failed: {}",
                    found == null ? "?" : found.description().id(),
                    Failures.trace(failure));
        }
        if (response.isCommitted()) {
            return;
        }
        String challenge = response.getHeader("WWW-Authenticate");
        response.reset();
        if (challenge != null) {
            response.setHeader("WWW-Authenticate", challenge);
        }
        response.setStatus(code);
        response.setHeader("Cache-Control", "no-cache");
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (found != null && "json".equals(format(found.description(), request))) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(body(code, message));
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write("<!DOCTYPE html><html lang=\"en\"><title>Web Script Status " + code + "</title><h1>" + code
                            + "</h1><p>" + escaped(message) + "</p></html>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String format(WebScriptDescription description, HttpServletRequest request) {
        String path = request.getPathInfo();
        String argument = request.getParameter("format");
        boolean extension = path.lastIndexOf('.') > path.lastIndexOf('/');
        if (extension && description.formatStyle() != FormatStyle.ARGUMENT) {
            return path.substring(path.lastIndexOf('.') + 1);
        }
        return argument != null && description.formatStyle() != FormatStyle.EXTENSION
                ? argument
                : description.defaultFormat();
    }

    private String body(int code, String message) throws IOException {
        ObjectNode root = json.createObjectNode();
        String[] names = STATUS.getOrDefault(code, new String[] {"", ""});
        root.putObject("status").put("code", code).put("name", names[0]).put("description", names[1]);
        root.put("message", message).put("exception", "");
        root.putArray("callstack");
        root.put("server", "").put("time", "");
        return json.writeValueAsString(root);
    }

    private static final Map<Integer, String[]> STATUS = Map.ofEntries(
            Map.entry(400, new String[] {"Bad Request", "Request sent by the client was syntactically incorrect."}),
            Map.entry(401, new String[] {"Unauthorized", "The request requires HTTP authentication."}),
            Map.entry(403, new String[] {"Forbidden", "Server understood the request but refused to fulfill it."}),
            Map.entry(404, new String[] {"Not Found", "Requested resource is not available."}),
            Map.entry(
                    405, new String[] {"Method Not Allowed", "The method is not allowed for the requested resource."}),
            Map.entry(409, new String[] {"Conflict", "The request conflicts with the current state of the resource."}),
            Map.entry(413, new String[] {"Request Entity Too Large", "The request is larger than the server accepts."}),
            Map.entry(500, new String[] {
                "Internal Error", "An error inside the HTTP server which prevented it from fulfilling the request."
            }));
}
