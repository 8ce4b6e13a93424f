package org.insats.importer;

import java.nio.file.Path;
import java.util.Optional;
import org.insats.importer.read.ScannedPaper;

/**
 * A paper ready to be handed over.
 *
 * @param file its bytes
 * @param sha256 their SHA-256
 * @param batchSha256 SHA-256 of the scanned file that it came in
 * @param paper what was read on it
 * @param preview a JPEG of its first pages
 * @param searchable a PDF/A with text
 */
public record Delivery(
        Path file,
        String sha256,
        String batchSha256,
        ScannedPaper paper,
        Optional<Path> preview,
        Optional<Path> searchable) {}
