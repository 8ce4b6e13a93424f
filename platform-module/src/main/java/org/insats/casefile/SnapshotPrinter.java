package org.insats.casefile;

import java.io.OutputStream;

/** Prints the record of a document (bean {@code insats.snapshotPrinter}); the room {@code print} implements it. */
public interface SnapshotPrinter {

    /** Writes a PDF/A of all fields of the document as it stands, its goal texts and the names of the people it refers to. */
    void print(Document document, OutputStream out);
}
