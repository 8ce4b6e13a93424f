/**
 * Filing of scanned forms and the queue of those that need a person. The repository never opens what was scanned; the
 * importer, a process of its own, says what is on it.
 */
package org.insats.scan;
