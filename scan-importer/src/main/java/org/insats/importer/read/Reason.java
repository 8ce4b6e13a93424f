package org.insats.importer.read;

/** Why a paper needs a person. The repository's queue shows it in the reader's language. */
public enum Reason {
    /** The file has no bytes. */
    EMPTY,
    /** It cannot be opened: damaged, or not what its name says. */
    UNREADABLE,
    /** The file asks for a password. */
    ENCRYPTED,
    /** More pages, larger ones or more memory than the importer spends on a file. */
    TOO_LARGE,
    /** A page took longer to open than the importer waits. */
    TOO_SLOW,
    /** The file holds scripts, other files or things that start programs; a scanner makes none of these. */
    ACTIVE_CONTENT,
    /** No code of ours is on any page. */
    NO_CODE,
    /** A code of ours is there, but its checksum is wrong. */
    DAMAGED_CODE,
    /** Codes of more than one form are on one page. */
    SEVERAL_FORMS,
    /** A page of the form is missing or there twice. */
    PAGES_MISSING,
    /** Pages without a code lie behind the form: an attachment, or pages whose code cannot be read. */
    EXTRA_PAGES,
    /** The name printed on the paper is another than the code says: a code that was stuck on, or sheets mixed up. */
    CONFLICT,
    /** A box is neither clearly ticked nor clearly empty, or two that exclude each other are ticked. */
    ANSWER_UNCLEAR,
    /** Somebody ticked that they do not agree. */
    ANSWER_NO
}
