package org.insats.importer.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Parts a scanned batch into papers: at separator sheets, and where the code changes. Every page but a separator ends in
 * exactly one paper. What is not certain keeps its best guess and a reason.
 */
final class BatchSplitter {

    private final List<Group> groups = new ArrayList<>();
    private int segment;
    private Optional<Group> current = Optional.empty();

    private BatchSplitter() {}

    static List<Group> split(List<PageReading> pages) {
        BatchSplitter splitter = new BatchSplitter();
        pages.forEach(splitter::take);
        return splitter.merged();
    }

    private void take(PageReading page) {
        switch (page.state()) {
            case SEPARATOR -> {
                segment++;
                current = Optional.empty();
            }
            case CODED -> coded(page);
            case BLANK, PLAIN -> current.filter(group -> group.state() != PageReading.State.DAMAGED)
                    .orElseGet(() -> begin(PageReading.State.PLAIN))
                    .add(page);
            case DAMAGED, SEVERAL, UNREADABLE -> {
                begin(page.state()).add(page);
                current = Optional.empty();
            }
        }
    }

    private void coded(PageReading page) {
        FormCode code = page.code().orElseThrow();
        boolean goesOn = current.flatMap(Group::code).filter(code::sameFormAs).isPresent()
                && !(current.get().complete() && current.get().has(code.page()));
        (goesOn ? current.get() : begin(PageReading.State.CODED)).add(page);
    }

    private Group begin(PageReading.State state) {
        Group group = new Group(state, segment);
        groups.add(group);
        current = Optional.of(group);
        return group;
    }

    /** Joins what was torn apart by pages of another form in between. */
    private List<Group> merged() {
        List<Group> merged = new ArrayList<>();
        for (Group group : groups) {
            Optional<Group> first =
                    merged.stream().filter(earlier -> earlier.lacks(group)).findFirst();
            first.ifPresentOrElse(earlier -> earlier.pages.addAll(group.pages), () -> merged.add(group));
        }
        return merged;
    }

    /** Pages that belong together. */
    static final class Group {

        private final PageReading.State state;
        private final int segment;
        private final List<PageReading> pages = new ArrayList<>();

        Group(PageReading.State state, int segment) {
            this.state = state;
            this.segment = segment;
        }

        private void add(PageReading page) {
            pages.add(page);
        }

        private PageReading.State state() {
            return state;
        }

        Optional<FormCode> code() {
            return pages.stream()
                    .filter(page -> page.state() != PageReading.State.SEVERAL)
                    .flatMap(page -> page.code().stream())
                    .findFirst();
        }

        private List<Integer> formPages() {
            return pages.stream()
                    .filter(page -> page.state() == PageReading.State.CODED)
                    .map(page -> page.code().orElseThrow().page())
                    .sorted()
                    .toList();
        }

        private boolean has(int formPage) {
            return formPages().contains(formPage);
        }

        private boolean complete() {
            return code().map(FormCode::pages)
                    .map(all -> IntStream.rangeClosed(1, all).boxed().toList().equals(formPages()))
                    .orElse(false);
        }

        private boolean lacks(Group other) {
            return state == PageReading.State.CODED
                    && other.state == PageReading.State.CODED
                    && segment == other.segment
                    && !complete()
                    && code().orElseThrow().sameFormAs(other.code().orElseThrow())
                    && other.formPages().stream().noneMatch(this::has);
        }

        /** In the order of the form; a page without a code stays behind the one it lay behind. */
        List<PageReading> inOrder() {
            List<List<PageReading>> leaves = new ArrayList<>();
            for (PageReading page : pages) {
                if (leaves.isEmpty() || page.state() == PageReading.State.CODED) {
                    leaves.add(new ArrayList<>());
                }
                leaves.get(leaves.size() - 1).add(page);
            }
            leaves.sort(Comparator.comparing(
                    leaf -> leaf.get(0).code().map(FormCode::page).orElse(0)));
            return leaves.stream().flatMap(List::stream).toList();
        }

        /** Why a person has to look at it; empty where it is certain. */
        Optional<Reason> reason() {
            return switch (state) {
                case DAMAGED -> Optional.of(Reason.DAMAGED_CODE);
                case SEVERAL -> Optional.of(Reason.SEVERAL_FORMS);
                case UNREADABLE -> Optional.of(Reason.UNREADABLE);
                case CODED -> complete() ? extra() : Optional.of(Reason.PAGES_MISSING);
                case PLAIN, BLANK, SEPARATOR -> Optional.of(Reason.NO_CODE);
            };
        }

        private Optional<Reason> extra() {
            return pages.stream().anyMatch(page -> page.state() == PageReading.State.PLAIN)
                    ? Optional.of(Reason.EXTRA_PAGES)
                    : Optional.empty();
        }
    }
}
