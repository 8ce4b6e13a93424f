/** The access log: who looked at what, in which role and from where, in a chain that shows tampering (CON-118, RET-88). */
package org.insats.accesslog;
