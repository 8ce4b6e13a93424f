package org.springframework.extensions.webscripts;

import java.util.Collections;
import java.util.Map;

/** How a URL matched a script's template. */
public final class Match {

    private final Map<String, String> templateVars;

    /** A match without its script; template and path are the platform's own business. */
    public Match(String templatePath, Map<String, String> templateVars, String matchPath) {
        this.templateVars = Collections.unmodifiableMap(templateVars);
    }

    /** The values of the template's variables. */
    public Map<String, String> getTemplateVars() {
        return templateVars;
    }
}
