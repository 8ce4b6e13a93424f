package org.insats.platform;

import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What two transactions at once both wanted to make: the later one is to be done over and then finds what the other made. The platform
 * never does over what has a {@link DuplicateChildNodeNameException} among its causes, so that it is kept beside them.
 */
public final class Collision extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message what was made, nothing personal
     * @param failure by which the platform told of it
     */
    public Collision(String message, DuplicateChildNodeNameException failure) {
        super(message);
        addSuppressed(failure);
    }
}
