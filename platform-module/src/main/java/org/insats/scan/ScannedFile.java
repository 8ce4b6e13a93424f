package org.insats.scan;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A scanned paper as the importer hands it over.
 *
 * @param sha256 its SHA-256 as 64 lower-case hexadecimal digits
 * @param pages pages in the file, 0 where the importer could not open it
 * @param code text of the code on it, where there is one
 * @param reason why the importer wants a person to look, one of the importer's reasons such as {@code NO_CODE}
 * @param content opens its bytes; may be called again when a transaction is retried
 * @param reading what else was read on it
 * @param preview a JPEG of its first pages
 * @param searchable a PDF/A with the text that was read
 */
public record ScannedFile(
        String sha256,
        int pages,
        Optional<String> code,
        Optional<String> reason,
        Supplier<InputStream> content,
        ScanReading reading,
        Optional<Supplier<InputStream>> preview,
        Optional<Supplier<InputStream>> searchable) {

    /** A file of which nothing but its code is known. */
    public ScannedFile(
            String sha256, int pages, Optional<String> code, Optional<String> reason, Supplier<InputStream> content) {
        this(sha256, pages, code, reason, content, ScanReading.NOTHING, Optional.empty(), Optional.empty());
    }
}
