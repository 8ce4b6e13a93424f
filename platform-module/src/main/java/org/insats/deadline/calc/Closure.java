package org.insats.deadline.calc;

import java.time.LocalDate;

/** That a deadline lost its object, when and why. */
record Closure(CancelReason reason, LocalDate on) {}
