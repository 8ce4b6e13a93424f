package org.insats.importer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSplitterTest {

    /**
     * Pages: a form's letter and its page (A1 of three), - plain, _ blank, x damaged, ! several forms, ? unreadable, | separator.
     * Papers: pages of the file, then the reason.
     */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "A1 A2 A3, 1 2 3:",
        "A3 A1 A2, 2 3 1:",
        "A1 A2 A3 B1 B2 B3, 1 2 3:/4 5 6:",
        "A1 B1 A2 B2 A3 B3, 1 3 5:/2 4 6:",
        "A1 A2 A3 A1 A2 A3, 1 2 3:/4 5 6:",
        "A1 A2, 1 2:PAGES_MISSING",
        "A1 A1 A2 A3, 1 2 3 4:PAGES_MISSING",
        "A1 _ A2 _ A3 _, 1 2 3 4 5 6:",
        "A2 _ A1 A3, 3 1 2 4:",
        "A1 A2 A3 -, 1 2 3 4:EXTRA_PAGES",
        "A1 - A3, 1 2 3:PAGES_MISSING",
        "- - A1 A2 A3, 1 2:NO_CODE/3 4 5:",
        "A1 A2 A3 | - _ -, 1 2 3:/5 6 7:NO_CODE",
        "A1 A2 | A3, 1 2:PAGES_MISSING/4:PAGES_MISSING",
        "A1 A2 A3 x B1 B2 B3, 1 2 3:/4:DAMAGED_CODE/5 6 7:",
        "A1 x A2 A3, 1 3 4:/2:DAMAGED_CODE",
        "! A1 A2 A3, 1:SEVERAL_FORMS/2 3 4:",
        "? A1 A2 A3, 1:UNREADABLE/2 3 4:",
        "| |, ''",
        "_ _, 1 2:NO_CODE"
    })
    void batchesArePartedIntoPapers(String pages, String papers) {
        List<PageReading> readings = new ArrayList<>();
        for (String page : pages.split(" ")) {
            readings.add(page(readings.size() + 1, page));
        }

        List<String> found = BatchSplitter.split(readings).stream()
                .map(group -> String.join(
                                " ",
                                group.inOrder().stream()
                                        .map(each -> Integer.toString(each.number()))
                                        .toList())
                        + ":" + group.reason().map(Enum::name).orElse(""))
                .toList();

        assertThat(String.join("/", found)).isEqualTo(papers);
    }

    private static PageReading page(int number, String page) {
        PageReading.State state =
                switch (page.charAt(0)) {
                    case '-' -> PageReading.State.PLAIN;
                    case '_' -> PageReading.State.BLANK;
                    case 'x' -> PageReading.State.DAMAGED;
                    case '!' -> PageReading.State.SEVERAL;
                    case '?' -> PageReading.State.UNREADABLE;
                    case '|' -> PageReading.State.SEPARATOR;
                    default -> PageReading.State.CODED;
                };
        Optional<FormCode> code = state == PageReading.State.CODED
                ? Optional.of(new FormCode(
                        page, "2026-00000" + (page.charAt(0) - 'A'), "GPL", 1, "1.0", page.charAt(1) - '0', 3))
                : Optional.empty();
        return new PageReading(number, state, code.stream().toList(), "", List.of());
    }
}
