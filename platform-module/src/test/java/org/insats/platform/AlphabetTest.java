package org.insats.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlphabetTest {

    @Test
    void theLastLettersComeLastAndInTheirOrder() {
        assertThat(Stream.of("Östen", "adam", "Ärla", "Zelda", "Åsa", "Bo", "Adèle")
                        .sorted(Alphabet.order()))
                .containsExactly("adam", "Adèle", "Bo", "Zelda", "Åsa", "Ärla", "Östen");
    }
}
