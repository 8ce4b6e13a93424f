package org.insats.importer.read;

/**
 * Something read on a paper.
 *
 * @param name what it is, for example {@code answer1} or {@code reference}
 * @param value as read
 * @param confidence 0 to 1
 */
public record Field(String name, String value, double confidence) {}
