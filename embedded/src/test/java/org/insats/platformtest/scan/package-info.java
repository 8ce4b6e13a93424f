/** Filing of scans and the queue, on the embedded repository. */
package org.insats.platformtest.scan;
