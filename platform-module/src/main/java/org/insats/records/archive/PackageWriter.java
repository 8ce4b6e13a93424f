package org.insats.records.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a package as a zip file, streaming: a file is read once and never held in memory, checksums are taken on the way, and METS and
 * PREMIS, which need them, come last (RET-86).
 */
public final class PackageWriter {

    static final String DATA = "representations/rep1/data/";

    private final ZipOutputStream zip;
    private final PackageHead head;
    private final List<PackagedFile> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Begins a package.
     *
     * @param head what the package is
     * @param out where it goes; not closed
     */
    public PackageWriter(PackageHead head, OutputStream out) {
        this.head = head;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * What a package is.
     *
     * @param id its id and the name of its folder
     * @param label what it holds, impersonal
     * @param created when
     * @param organisation who hands it over
     * @param software name of the program
     * @param version version of the program
     */
    public record PackageHead(
            String id, String label, Instant created, String organisation, String software, String version) {}

    /**
     * Adds what is preserved.
     *
     * @param name below the data folder; must not go out of it
     */
    public PackagedFile data(String name, String mimetype, InputStream content) throws IOException {
        return add(DATA + name, mimetype, content);
    }

    /** Adds what tells of the whole, such as the index. */
    public PackagedFile documentation(String name, String mimetype, String content) throws IOException {
        return add("documentation/" + name, mimetype, stream(content));
    }

    /** Adds the description of the file. */
    public PackagedFile description(String name, String content) throws IOException {
        return add("metadata/descriptive/" + name, "text/xml", stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private PackagedFile add(String path, String mimetype, InputStream content) throws IOException {
        PackagedFile file = put(path, mimetype, content);
        files.add(file);
        return file;
    }

    private PackagedFile put(String path, String mimetype, InputStream content) throws IOException {
        if (path.contains("..") || path.contains("//") || !names.add(path)) {
            throw new IllegalArgumentException("Not a place in the package, or taken");
        }
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(head.id() + '/' + path));
        long size = content.transferTo(new DigestOutputStream(new OpenStream(zip), digest));
        zip.closeEntry();
        return new PackagedFile(path, mimetype, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** All files so far, METS and PREMIS apart. */
    public List<PackagedFile> files() {
        return List.copyOf(files);
    }

    /** Writes PREMIS and METS; the package is whole then. */
    public void finish() throws IOException {
        List<PackagedFile> data = files.stream().filter(PackagedFile::isData).toList();
        PackagedFile premis = put("metadata/preservation/premis.xml", "text/xml", stream(Premis.of(head, data)));
        PackagedFile representation =
                put("representations/rep1/METS.xml", "text/xml", stream(Mets.representation(head, data)));
        put("METS.xml", "text/xml", stream(Mets.root(head, files, premis, representation)));
        zip.finish();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is not closed by who writes to it. */
    private static final class OpenStream extends OutputStream {

        private final OutputStream out;

        OpenStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
