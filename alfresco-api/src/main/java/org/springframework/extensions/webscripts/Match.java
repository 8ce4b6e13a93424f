package org.springframework.extensions.webscripts;

import java.util.Collections;
import java.util.Map;

/** How a URL matched a script's template. */
public final class Match {

    private final String templatePath;
    private final Map<String, String> templateVars;
    private final String matchPath;

    /** A match without its script. */
    public Match(String templatePath, Map<String, String> templateVars, String matchPath) {
        this.templatePath = templatePath;
        this.templateVars = Collections.unmodifiableMap(templateVars);
        this.matchPath = matchPath;
    }

    /** The template, for example {@code /insats/v1/cases/{caseNumber}}. */
    public String getTemplate() {
        return templatePath;
    }

    /** The values of the template's variables. */
    public Map<String, String> getTemplateVars() {
        return templateVars;
    }

    /** The part of the template that has no variables. */
    public String getPath() {
        return matchPath;
    }
}
