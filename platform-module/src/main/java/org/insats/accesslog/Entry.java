package org.insats.accesslog;

/**
 * An entry of the access log.
 *
 * @param segment number of its segment
 * @param position its place in the segment, from 1
 * @param look what is logged
 * @param hash hash over the hash before and the look
 */
public record Entry(long segment, long position, Look look, String hash) {}
