/** What is kept and for how long: plain rules over facts, with no knowledge of the platform (RET-60 to RET-89). */
package org.insats.records.retention;
