package org.insats.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands on paper: the fields of a document as a person reads them.
 *
 * @param language language of the labels
 * @param reference the document's impersonal name, for example {@code 2026-000123-GPL-01}; also the PDF's title
 * @param title name of the kind, for example "Genomförandeplan"
 * @param subtitle what stands below it: status, version, date
 * @param sections groups of fields, in order
 * @param signatures who signs, one line each; empty for a record
 * @param code the code for the scanner; empty for a record
 * @param footer text at the foot of every page
 * @param questions what is answered by ticking yes or no, on the last page, with the day; at most three
 */
public record Paper(
        Locale language,
        String reference,
        String title,
        String subtitle,
        List<Section> sections,
        List<String> signatures,
        Optional<? extends PageCode> code,
        String footer,
        List<String> questions) {

    /** A paper that asks nothing. */
    public Paper(
            Locale language,
            String reference,
            String title,
            String subtitle,
            List<Section> sections,
            List<String> signatures,
            Optional<? extends PageCode> code,
            String footer) {
        this(language, reference, title, subtitle, sections, signatures, code, footer, List.of());
    }

    /** Checks and copies. */
    public Paper {
        sections = List.copyOf(sections);
        signatures = List.copyOf(signatures);
        questions = List.copyOf(questions);
    }

    /** A group of fields under a heading. */
    public record Section(String heading, List<Entry> entries) {
        /** Copies. */
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A field.
     *
     * @param label its label
     * @param value its value as text; several lines become several paragraphs
     * @param choices what can be ticked in its place on a blank form
     * @param lines empty lines to write on
     */
    public record Entry(String label, String value, List<String> choices, int lines) {
        /** Copies. */
        public Entry {
            choices = List.copyOf(choices);
        }

        /** A field with its value. */
        public Entry(String label, String value) {
            this(label, value, List.of(), 0);
        }
    }
}
