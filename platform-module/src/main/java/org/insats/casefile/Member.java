package org.insats.casefile;

import java.time.LocalDate;

/**
 * Somebody who works in a case.
 *
 * @param userName who
 * @param role as what
 * @param from since which day
 */
public record Member(String userName, Role role, LocalDate from) {}
