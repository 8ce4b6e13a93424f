/** Lists across cases: what waits for allocation, which grants run out. */
package org.insats.report;
