package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.access.Authenticator;
import org.insats.embedded.access.Authenticator.Login;
import org.insats.embedded.http.Body;
import org.insats.embedded.http.Failures;
import org.insats.embedded.rest.RestResult.Download;
import org.insats.embedded.rest.Routes.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.extensions.webscripts.WebScriptException;

/** The part of ACS's public REST API (version 1) that the user interface and the tests use. */
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final String NETWORK = "/-default-/public";

    private final transient Routes routes = new Routes();
    private final transient Authenticator authenticator;
    private final transient TransactionService transactionService;
    private final transient ObjectMapper json = new ObjectMapper();

    /** Takes the calls from the parts of the API. */
    public RestServlet(
            Authenticator authenticator, TransactionService transactionService, List<? extends RestApi> parts) {
        super();
        this.authenticator = authenticator;
        this.transactionService = transactionService;
        parts.forEach(each -> each.register(routes));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        I18NUtil.setLocale(locale(request));
        try {
            RestResult result = answer(request);
            send(result, request, response);
        } catch (Exception e) {
            sendFailure(e, response);
        } finally {
            I18NUtil.setLocale(null);
            AuthenticationUtil.clearCurrentSecurityContext();
        }
    }

    private static Locale locale(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        return header == null || header.isBlank()
                ? Locale.getDefault()
                : Locale.forLanguageTag(header.split("[,;]")[0].trim());
    }

    private RestResult answer(HttpServletRequest request) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        if (!path.startsWith(NETWORK + "/")) {
            throw RestException.notFound(path);
        }
        Optional<Login> login = authenticator.login(request);
        Optional<Found> found = routes.find(method, path.substring(NETWORK.length()));
        boolean open = found.isPresent() && found.get().route().open();
        if (login.isEmpty() && !open) {
            throw new RestException(
                    401, "framework.exception.ApiDefault", "Authentication failed for Web Script org/alfresco/api");
        }
        Found call = found.orElseThrow(() -> RestException.notSupported(method + " of this address"));
        boolean multipart = String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
        try (Body body = multipart ? Body.none() : Body.of(request.getInputStream())) {
            RestRequest restRequest = new RestRequest(request, call.variables(), login.orElse(null), body);
            restRequest.refuse("relativePath");
            return open
                    ? call.route().handler().handle(restRequest)
                    : AuthenticationUtil.runAs(
                            () -> inTransaction(call, restRequest), login.get().userName());
        }
    }

    private RestResult inTransaction(Found call, RestRequest request) {
        boolean readOnly = "GET".equals(call.route().method());
        return transactionService
                .getRetryingTransactionHelper()
                .doInTransaction(() -> call.route().handler().handle(request), readOnly, true);
    }

    private void send(RestResult result, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(result.status());
        response.setHeader("Cache-Control", "no-cache");
        if (result.download() != null) {
            send(result.download(), request, response);
        } else if (result.body() != null) {
            response.setContentType("application/json;charset=UTF-8");
            json.writeValue(response.getOutputStream(), result.body());
        }
    }

    private static void send(Download download, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String mimetype = download.reader().getMimetype();
        String encoding = download.reader().getEncoding();
        response.setContentType(encoding == null ? mimetype : mimetype + ";charset=" + encoding);
        response.setHeader("Cache-Control", "max-age=0, must-revalidate");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLengthLong(download.reader().getSize());
        if (download.attachment()) {
            String name = download.fileName();
            String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + name.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_")
                            + "\"; filename*=UTF-8''" + escaped);
        }
        if (!"HEAD".equals(request.getMethod())) {
            try (InputStream in = download.reader().getContentInputStream()) {
                in.transferTo(response.getOutputStream());
            }
        }
    }

    private void sendFailure(Exception failure, HttpServletResponse response) throws IOException {
        int status = status(failure);
        if (status >= 500 && status != 501) {
            LOG.error("REST call failed: {}", Failures.trace(failure));
        }
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Alfresco\"");
        }
        String key = failure instanceof RestException e ? e.errorKey() : "framework.exception.ApiDefault";
        if (failure instanceof DuplicateChildNodeNameException) {
            key = String.valueOf(failure.getMessage()).replaceFirst("^\\d{8} ", "");
        }
        ObjectNode body = json.createObjectNode();
        body.putObject("error")
                .put("errorKey", key)
                .put("statusCode", status)
                .put("briefSummary", String.valueOf(failure.getLocalizedMessage()))
                .put(
                        "stackTrace",
                        "For security reasons the stack trace is no longer displayed, but the property is kept for previous versions")
                .put("descriptionURL", "https://api-explorer.alfresco.com")
                .put("logId", UUID.randomUUID().toString());
        json.writeValue(response.getOutputStream(), body);
    }

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("java.lang.IllegalArgumentException", 400),
            Map.entry("org.insats.embedded.core.node.TypeConversionException", 400),
            Map.entry("org.alfresco.service.cmr.repository.InvalidNodeRefException", 404),
            Map.entry("org.alfresco.repo.security.permissions.AccessDeniedException", 403),
            Map.entry("org.alfresco.service.cmr.repository.DuplicateChildNodeNameException", 409),
            Map.entry("org.alfresco.repo.node.integrity.IntegrityException", 422));

    /** As ACS maps exceptions: by the class of the exception itself or a class above it, never by its cause. */
    private static int status(Exception failure) {
        if (failure instanceof RestException e) {
            return e.status();
        }
        if (failure instanceof WebScriptException e) {
            return e.getStatus();
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            Integer status = STATUS.get(type.getName());
            if (status != null) {
                return status;
            }
        }
        return 500;
    }
}
