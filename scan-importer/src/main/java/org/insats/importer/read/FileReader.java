package org.insats.importer.read;

import java.io.IOException;
import java.nio.file.Path;

/** Reads scanned files. */
@FunctionalInterface
public interface FileReader {

    /**
     * Reads one file. Whatever is in it, the answer says what a person should know; nothing is thrown for bad content.
     *
     * @param work an existing folder for what is made of the file
     * @throws IOException when the file or the folder cannot be used, for example because the disk is full
     */
    BatchReading read(Path file, Path work) throws IOException;
}
