/** What a case worker sees before registering: the deadlines that some facts would give, with nothing stored. */
package org.insats.deadline.preview;
