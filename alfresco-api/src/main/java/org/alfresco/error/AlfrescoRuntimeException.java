package org.alfresco.error;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.extensions.surf.util.I18NUtil;

/** A failure whose message is looked up by id in the thread's locale and begins with a number (month, day, count). */
public class AlfrescoRuntimeException extends RuntimeException {

    private static final long serialVersionUID = 3787143176461219632L;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String msgId;

    /** With a message or its id. */
    public AlfrescoRuntimeException(String msgId) {
        super(numbered(msgId, null));
        this.msgId = msgId;
    }

    /** With a message or its id and parameters. */
    public AlfrescoRuntimeException(String msgId, Object[] msgParams) {
        super(numbered(msgId, msgParams));
        this.msgId = msgId;
    }

    /** With a message or its id and a cause. */
    public AlfrescoRuntimeException(String msgId, Throwable cause) {
        super(numbered(msgId, null), cause);
        this.msgId = msgId;
    }

    /** The message or its id, as given. */
    public String getMsgId() {
        return msgId;
    }

    private static String numbered(String msgId, Object[] params) {
        LocalDate today = LocalDate.now();
        return String.format(
                "%02d%02d%04d %s",
                today.getMonthValue() - 1, today.getDayOfMonth(), COUNT.getAndIncrement(), resolved(msgId, params));
    }

    private static String resolved(String msgId, Object[] params) {
        String message = I18NUtil.getMessage(msgId, params);
        if (message != null) {
            return message;
        }
        return params == null ? String.valueOf(msgId) : msgId + " - " + Arrays.toString(params);
    }
}
