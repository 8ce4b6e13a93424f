package org.insats.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.insats.requirements.Covers;
import org.insats.testdata.TestPersonalNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("DOC-PER-02")
class PersonalIdentityNumberTest {

    @Test
    void aTestNumberIsRead() {
        assertThat(TestPersonalNumbers.VALID).allSatisfy(number -> assertThat(PersonalIdentityNumber.parse(number))
                .isPresent());
        PersonalIdentityNumber number =
                PersonalIdentityNumber.parse("19121212-1212").orElseThrow();
        assertThat(number.digits()).isEqualTo("191212121212");
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1912, 12, 12));
        assertThat(number.isCoordinationNumber()).isFalse();
    }

    @Test
    void aCoordinationNumberHasSixtyAddedToTheDay() {
        // The first test number with 60 added to the day and the check digit that Luhn's formula then asks for.
        PersonalIdentityNumber number =
                PersonalIdentityNumber.parse("191212721219").orElseThrow();

        assertThat(number.isCoordinationNumber()).isTrue();
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1912, 12, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestPersonalNumbers.WRONG_CHECK_DIGIT,
                "",
                "1212121212",
                "191213121212",
                "191202301212",
                "19121212121a",
                "191212121212; DROP TABLE"
            })
    void whatIsNoSuchNumberIsNotRead(String text) {
        assertThat(PersonalIdentityNumber.parse(text)).isEmpty();
    }

    @Test
    void itsTextGivesNothingAway() {
        assertThat(PersonalIdentityNumber.parse("191212121212").orElseThrow().toString())
                .doesNotContain("1212");
    }
}
