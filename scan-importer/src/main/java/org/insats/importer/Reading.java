package org.insats.importer;

import java.util.Optional;

/**
 * What a scanned file turned out to be.
 *
 * @param code the form's code; empty where none can be trusted
 * @param pages pages of the file, 0 where it cannot be opened
 * @param reason why a person has to look at it; empty where the code is certain
 */
public record Reading(Optional<FormCode> code, int pages, Optional<Reason> reason) {

    /** Why a file needs a person. The repository's queue shows it in the reader's language. */
    public enum Reason {
        /** The file has no bytes. */
        EMPTY,
        /** No page of the file can be opened: damaged, or not what its name says. */
        UNREADABLE,
        /** The file asks for a password. */
        ENCRYPTED,
        /** More pages, or larger ones, than the importer opens. */
        TOO_LARGE,
        /** No code of ours is on any page. */
        NO_CODE,
        /** A code of ours is there, but its checksum is wrong. */
        DAMAGED_CODE,
        /** Pages of more than one form are in the file. */
        SEVERAL_FORMS,
        /** A page of the form is missing or there twice. */
        PAGES_MISSING
    }

    static Reading of(FormCode code, int pages) {
        return new Reading(Optional.of(code), pages, Optional.empty());
    }

    static Reading queued(Reason reason, int pages) {
        return new Reading(Optional.empty(), pages, Optional.of(reason));
    }

    static Reading queued(Reason reason, int pages, FormCode bestGuess) {
        return new Reading(Optional.of(bestGuess), pages, Optional.of(reason));
    }
}
