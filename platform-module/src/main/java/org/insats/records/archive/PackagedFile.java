package org.insats.records.archive;

/**
 * A file in a package.
 *
 * @param path below the package's folder, for example {@code representations/rep1/data/2026-000123-BES-01/1.0.pdf}
 * @param mimetype media type
 * @param size in bytes
 * @param sha256 in hex
 */
public record PackagedFile(String path, String mimetype, long size, String sha256) {

    /** Whether it is part of what is preserved, and not about it. */
    public boolean isData() {
        return path.startsWith(PackageWriter.DATA);
    }

    /** An id that XML allows. */
    String id() {
        return "file-" + path.replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
