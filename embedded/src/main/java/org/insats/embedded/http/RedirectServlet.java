package org.insats.embedded.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads the server's bare address to the workbench. */
public final class RedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String target;

    /** @param target path on this server */
    public RedirectServlet(String target) {
        super();
        this.target = target;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/".equals(request.getRequestURI())) {
            response.sendRedirect(target);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
