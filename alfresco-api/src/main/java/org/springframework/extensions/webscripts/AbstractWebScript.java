package org.springframework.extensions.webscripts;

import java.io.IOException;

/** A web script in Java; its bean has the parent webscript and an id {@code webscript.<package>.<name>.<method>}. */
public abstract class AbstractWebScript {

    /** Answers a request. */
    public abstract void execute(WebScriptRequest req, WebScriptResponse res) throws IOException;
}
