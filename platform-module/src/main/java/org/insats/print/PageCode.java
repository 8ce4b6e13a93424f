package org.insats.print;

/** What the code in the corner of each page says. */
@FunctionalInterface
public interface PageCode {

    /** The text of one page; pages count from 1. */
    String text(int page, int pages);
}
