package org.insats.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.requirements.Covers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionRuleTest {

    @ParameterizedTest(name = "goals met {0}, consents {1}, need remains {2}: extended {3}")
    @CsvSource({
        "false, true,  true,  true",
        "true,  true,  true,  false",
        "false, false, true,  false",
        "false, true,  false, false",
        "true,  false, true,  false",
        "true,  true,  false, false",
        "false, false, false, false",
        "true,  false, false, false"
    })
    @Covers({"BR-14", "EXT-05"})
    void extendedIfAndOnlyIfAllThreeHold(boolean goalsMet, boolean consents, boolean needRemains, boolean extended) {
        assertThat(new ExtensionRule(goalsMet, consents, needRemains).isExtended())
                .isEqualTo(extended);
    }
}
