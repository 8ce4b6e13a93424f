package org.springframework.extensions.webscripts;

/** A failure with an HTTP status. */
public class WebScriptException extends RuntimeException {

    private static final long serialVersionUID = -7338963365877285084L;

    private final int status;

    /** With a status and a message. */
    public WebScriptException(int status, String msgId) {
        super(msgId);
        this.status = status;
    }

    /** With a status, a message and a cause. */
    public WebScriptException(int status, String msgId, Throwable cause) {
        super(msgId, cause);
        this.status = status;
    }

    /** The HTTP status. */
    public int getStatus() {
        return status;
    }
}
