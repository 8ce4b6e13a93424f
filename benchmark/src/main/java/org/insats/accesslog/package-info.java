/** Measures of the access log; in its package, so that the switch that turns logging off is open to nobody else. */
package org.insats.accesslog;
