package org.insats.resource;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class ResourceLifecycleTest {

    @Test
    @Covers({"STA-45", "END-25"})
    void anAllocationIsMadeProlongedAndClosedOnce() {
        WholeTable.holds(
                ResourceLifecycle.TABLE,
                ResourceAction.class,
                """
                DRAFT     ALLOCATE ALLOCATED
                ALLOCATED PROLONG  ALLOCATED
                ALLOCATED CLOSE    CLOSED
                """);
    }
}
