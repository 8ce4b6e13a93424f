package org.insats.print;

import java.util.Arrays;

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

    /** The document on paper as it stands, with lines to sign on and a code that leads its scan back to the case. */
    Form form(String documentId);
}
