package org.springframework.extensions.webscripts;

import org.springframework.extensions.surf.util.Content;

/** A request to a web script. */
public interface WebScriptRequest {

    /** How the URL matched the script's template. */
    Match getServiceMatch();

    /** The URL after the service path. */
    String getPathInfo();

    /** A parameter, null where missing. */
    String getParameter(String name);

    /** All values of a parameter, null where missing. */
    String[] getParameterValues(String name);

    /** A header, null where missing. */
    String getHeader(String name);

    /** The media type without parameters. */
    String getContentType();

    /** The body, null where there is none. */
    Content getContent();

    /** The body as an object: a {@link org.springframework.extensions.webscripts.servlet.FormData} for multipart/form-data. */
    Object parseContent();
}
