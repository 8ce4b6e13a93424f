/** Archive packages by E-ARK CSIP and SIP 2.1: METS, PREMIS and the checks of a package; knows nothing of the platform. */
package org.insats.records.archive;
