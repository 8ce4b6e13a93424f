package org.insats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scanner's folder. A file lies there until the repository has it; then it is moved to {@code done/} (filed or queued in
 * the repository) or, where the repository will never take it, to {@code refused/}. A file is never deleted.
 */
public final class Inbox {

    private static final Set<String> SUFFIXES = Set.of("pdf", "tif", "tiff", "jpg", "jpeg", "png");

    private final Path folder;
    private final Clock clock;
    private final Duration quiet;

    /**
     * @param folder where the scanner writes
     * @param quiet how long a file must have been untouched before it counts as wholly written
     */
    public Inbox(Path folder, Clock clock, Duration quiet) {
        this.folder = folder;
        this.clock = clock;
        this.quiet = quiet;
    }

    Path folder() {
        return folder;
    }

    /** Files to import, oldest first. Hidden files and other kinds of file are left alone. */
    public List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Inbox::isScan)
                    .filter(this::isWhollyWritten)
                    .sorted(Comparator.comparing(Inbox::modified).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    /** All scans that lie there, also those that are still being written. */
    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(Inbox::isScan).toList();
        }
    }

    private static boolean isScan(Path file) {
        String name = file.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.contains(suffix);
    }

    private boolean isWhollyWritten(Path file) {
        return !modified(file).isAfter(clock.instant().minus(quiet));
    }

    private static java.time.Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a file that the repository has. The new name is its checksum: a scanner's names may hold a person's. */
    public Path done(Path file, String sha256) throws IOException {
        return move(file, "done", sha256);
    }

    /** Moves a file that the repository refused, with the reason in a text file beside it. */
    public Path refused(Path file, String sha256, String reason) throws IOException {
        Path moved = move(file, "refused", sha256);
        Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason.txt"), reason + System.lineSeparator());
        return moved;
    }

    /** Whether a file of this checksum left the inbox. */
    boolean hasLeft(String sha256) {
        return List.of("done", "refused").stream()
                .flatMap(
                        to -> SUFFIXES.stream().map(suffix -> folder.resolve(to).resolve(sha256 + "." + suffix)))
                .anyMatch(Files::exists);
    }

    private Path move(Path file, String to, String sha256) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to)).resolve(sha256 + suffix(file));
        try {
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }
}
