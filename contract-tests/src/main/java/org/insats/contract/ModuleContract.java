package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the platform does with a module when it starts. */
@Tag("module")
class ModuleContract {

    @Test
    void componentRunsOnceAStartAsSystemInAWritingTransaction() {
        assertThat(StartComponent.runs()).containsExactly("System TXN_READ_WRITE");
    }
}
