package org.insats.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The door to printed forms (bean {@code insats.printService}). */
public interface PrintService {

    /**
     * A form.
     *
     * @param fileName impersonal name
     * @param pdf the PDF
     */
    record Form(String fileName, byte[] pdf) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Form form && fileName.equals(form.fileName) && Arrays.equals(pdf, form.pdf);
        }

        @Override
        public int hashCode() {
            return fileName.hashCode() * 31 + Arrays.hashCode(pdf);
        }

        @Override
        public String toString() {
            return "Form[" + fileName + ", " + pdf.length + " bytes]";
        }
    }

    /**
     * The document on paper as it stands, with lines to sign on and a code that leads its scan back to the case.
     *
     * @param language of labels and texts, Swedish or English
     */
    Form form(String documentId, Locale language);

    /**
     * A kind's form with nothing in it.
     *
     * @param kind id of the kind, for example {@code implementationPlan}
     * @param caseNumber the case that its scan is to come back to; empty for a form that anybody may take
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where there is no such kind or case
     */
    Form blank(String kind, Optional<String> caseNumber, Locale language);

    /** A sheet that parts one paper from the next in a batch to scan. */
    Form separator();
}
