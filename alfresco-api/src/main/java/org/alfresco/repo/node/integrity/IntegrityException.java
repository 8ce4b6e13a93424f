package org.alfresco.repo.node.integrity;

import java.util.List;
import org.alfresco.error.AlfrescoRuntimeException;

/** The data would break a rule of the model. Over HTTP the platform answers 422 with the message. */
public class IntegrityException extends AlfrescoRuntimeException {

    private static final long serialVersionUID = -5036557255854195669L;

    /** With a message; the platform keeps the records, null is allowed, and we never read them. */
    public IntegrityException(String msg, List<?> records) {
        super(msg);
    }
}
