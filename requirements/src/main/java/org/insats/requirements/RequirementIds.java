package org.insats.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requirement ids that {@code docs/requirements} defines. */
public final class RequirementIds {

    private static final Pattern ID = Pattern.compile("\\b[A-Z]+(?:-[A-Z]+)*-R?\\d+[a-z]?\\b");
    private static final Pattern REQUIREMENT_FILE = Pattern.compile("\\d-[a-z-]+\\.md");

    private RequirementIds() {}

    /**
     * Reads every id from the numbered files of a folder.
     *
     * @param folder the folder that holds {@code 1-terms-and-roles.md} and its siblings
     * @throws IllegalArgumentException if the folder holds no such file
     */
    public static SortedSet<String> readFrom(Path folder) {
        SortedSet<String> ids = new TreeSet<>();
        for (Path file : requirementFiles(folder)) {
            Matcher matcher = ID.matcher(read(file));
            while (matcher.find()) {
                ids.add(matcher.group());
            }
        }
        return ids;
    }

    private static List<Path> requirementFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> REQUIREMENT_FILE
                            .matcher(file.getFileName().toString())
                            .matches())
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("No requirement files in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
