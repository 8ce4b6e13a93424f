/**
 * What stands on scanned paper. Everything here opens what strangers sent, so it runs in a process of its own
 * ({@link org.insats.importer.read.ReaderProcess}) with its own heap and under a time limit, without the password and
 * without anything to reach the repository by.
 */
package org.insats.importer.read;
