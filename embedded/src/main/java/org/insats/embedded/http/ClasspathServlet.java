package org.insats.embedded.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Leads the bare address of the server to the workbench, and serves that from the class path with the refusals that Share's resource controller has: no step upwards, no
 * configuration, no classes.
 */
public final class ClasspathServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern REFUSED = Pattern.compile(
            ".*(\\.\\.|//|\\\\|web-inf|meta-inf|/classes/|\\.properties$|\\.xml$|\\.class$|\\.jsp$|\\.ftl$).*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json;charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=UTF-8"));

    private final String root;

    /** @param root class path folder with a trailing slash, for example {@code META-INF/insats/} */
    public ClasspathServlet(String root) {
        super();
        this.root = root;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContextPath().isEmpty()) {
            response.sendRedirect("/insats/");
            return;
        }
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.endsWith("/")) {
            path += "index.html";
        }
        if (REFUSED.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        URL resource = Thread.currentThread().getContextClassLoader().getResource(root + path.substring(1));
        String type = TYPES.get(extension(path));
        if (resource == null || type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(resource, type, response);
    }

    private static void send(URL resource, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' blob:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'");
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
