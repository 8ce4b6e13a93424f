package org.insats.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.platform.InsatsFolders;

/**
 * Goes through all files by number, some at a time, for jobs that have to see each one (bean {@code insats.fileWalk}). A file is found
 * by its name in its folder, so that a step costs the same however many files there are: a query in order of name would sort what is
 * left each time. Inside the service person's scope.
 */
public final class FileWalk {

    private final NodeService nodes;
    private final InsatsFolders folders;

    /** Creates it. */
    public FileWalk(NodeService nodes, InsatsFolders folders) {
        this.nodes = nodes;
        this.folders = folders;
    }

    /**
     * A step.
     *
     * @param files the files with the next numbers; fewer than asked for where numbers have no file
     * @param next the number to go on after; empty at the end
     */
    public record Step(List<NodeRef> files, Optional<String> next) {}

    /**
     * The cases with the next {@code size} numbers.
     *
     * @param after the number that the step before ended with; anything that is no case number begins with the first
     */
    public Step cases(String after, int size) {
        boolean begun = after.matches("\\d{4}-\\d{6}");
        String from = begun ? after.substring(0, 4) : "";
        List<NodeRef> years = nodes.getChildAssocs(folders.cases()).stream()
                .map(child -> child.getChildRef())
                .filter(year -> name(year).matches("\\d{4}") && name(year).compareTo(from) >= 0)
                .sorted(Comparator.comparing(this::name))
                .toList();
        if (years.isEmpty()) {
            return new Step(List.of(), Optional.empty());
        }
        NodeRef year = years.get(0);
        int last = begun && name(year).equals(from) ? Integer.parseInt(after.substring(5)) : 0;
        Optional<String> later = years.stream().skip(1).findFirst().map(next -> name(next) + "-000000");
        return step(year, name(year) + "-", last, size, later);
    }

    /** The contractors' files with the next {@code size} numbers; parameters as for {@link #cases}. */
    public Step contractors(String after, int size) {
        int last = after.matches("U-\\d{6}") ? Integer.parseInt(after.substring(2)) : 0;
        return step(folders.contractors(), "U-", last, size, Optional.empty());
    }

    private Step step(NodeRef folder, String prefix, int after, int size, Optional<String> later) {
        int given = nodes.getProperty(folder, CaseModel.LAST_NUMBER) instanceof Integer number ? number : 0;
        int to = Math.min(given, after + size);
        List<NodeRef> files = IntStream.rangeClosed(after + 1, to)
                .mapToObj(number -> nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, numbered(prefix, number)))
                .filter(Objects::nonNull)
                .toList();
        return new Step(files, to < given ? Optional.of(numbered(prefix, to)) : later);
    }

    private static String numbered(String prefix, int number) {
        return String.format(Locale.ROOT, "%s%06d", prefix, number);
    }

    private String name(NodeRef node) {
        return String.valueOf(nodes.getProperty(node, ContentModel.PROP_NAME));
    }
}
