package org.insats.importer.read;

import java.io.IOException;

/** The file is not opened any further, and a person is told why. */
final class Unfit extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final int pages;

    Unfit(Reason reason, int pages) {
        super(reason.name());
        this.reason = reason;
        this.pages = pages;
    }

    Reason reason() {
        return reason;
    }

    int pages() {
        return pages;
    }
}
