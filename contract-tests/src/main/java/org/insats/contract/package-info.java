/**
 * What Insats relies on in the platform, stated as JUnit tests that run unchanged inside the embedded repository and inside a genuine
 * ACS. The expected values are the genuine platform's; where the two differ the embedded repository is wrong.
 */
package org.insats.contract;
