package org.insats.deadline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.insats.deadline.calc.Act;
import org.insats.deadline.calc.CancelReason;
import org.insats.deadline.calc.DeadlineState;
import org.insats.deadline.calc.Flag;
import org.insats.deadline.calc.Warning;
import org.insats.requirements.Covers;
import org.insats.routine.DeadlineRuleNames;
import org.insats.routine.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.extensions.surf.util.I18NUtil;

/** What the preview answers, and refuses. */
class DeadlinePreviewTest {

    private static final String BUNDLE = "alfresco.module.insats-platform.messages.deadline-calc";

    private final DeadlineExamples examples = new DeadlineExamples();

    @AfterEach
    void forgetLanguage() {
        I18NUtil.setLocale(null);
    }

    @Test
    void inputThatCannotBeComputedWithIsRefusedNamingTheField() {
        examples.replay("refusals");
    }

    @Test
    @Covers("DL-06")
    void answersInTheLanguageOfTheRequest() {
        String request =
                "{\"profile\": \"motala-srv\", \"service\": \"OPEN_CARE\", \"today\": \"2026-06-05\", \"facts\": {\"orderReceived\": \"2026-06-05\"}}";
        JsonNode swedish = examples.answer(request);
        assertThat(swedish.at("/deadlines/0/text").asText()).startsWith("Kontakta utföraren");
        assertThat(swedish.at("/deadlines/0/stateText").asText()).isEqualTo("Kommande");
        assertThat(swedish.at("/profile/title").asText()).startsWith("Sociala resursverksamheten");
        I18NUtil.setLocale(Locale.ENGLISH);
        JsonNode english = examples.answer(request);
        assertThat(english.at("/deadlines/0/text").asText()).startsWith("Ask the executing unit");
        assertThat(english.at("/profile/title").asText()).startsWith("Social Resource Services");
        assertThat(english.at("/service/code").asText()).isEqualTo("OC");
    }

    @Test
    void withoutADayItIsComputedForToday() {
        JsonNode answer = examples.answer("{\"profile\": \"motala-srv\", \"service\": \"OC\"}");
        assertThat(answer.path("today").asText()).isEqualTo("2026-11-22");
        assertThat(answer.path("deadlines")).isEmpty();
    }

    @Test
    void beforeTheStartTheFirstDayGrantedIsTakenForIt() {
        JsonNode answer = examples.answer(
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": {\"grants\": [{\"from\": \"2026-12-01\", \"to\": \"2027-11-30\"}]}}");
        assertThat(answer.path("deadlines"))
                .filteredOn(each -> each.path("key").asText().equals("DL-15#1"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("dueDate").asText()).isEqualTo("2027-06-01");
                    assertThat(each.path("flags").toString()).contains("PROVISIONAL");
                });
    }

    @Test
    void lastFollowUpAloneGivesTheNext() {
        JsonNode answer = examples.answer(
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": {\"followUps\": [{\"heldOn\": \"2026-10-12\"}]}}");
        assertThat(answer.path("deadlines"))
                .filteredOn(each -> each.path("key").asText().equals("DL-15#2"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("dueDate").asText()).isEqualTo("2027-04-12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"profile\": 1, \"service\": \"OC\"}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": []}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": null}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"name\": \"Test Testsson\"}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": {\"Test Testsson\": \"2026-01-01\"}}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": {\"orderSent\": \"<script>Test Testsson</script>\"}}",
                "{\"profile\": \"motala-srv\", \"service\": \"OC\", \"facts\": {\"followUps\": [{\"heldOn\": \"2026-01-01\", \"ref\": \"Test Testsson\"}]}}"
            })
    void refusalNeverRepeatsWhatWasSent(String request) {
        JsonNode answer = examples.answer(request);
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        assertThat(answer.toString()).doesNotContain("Testsson").doesNotContain("script");
    }

    @Test
    @Covers("DL-46")
    void profileWhoseReviewIsPastSaysSo() {
        JsonNode answer = examples.answer("{\"profile\": \"malmo-family-therapist\", \"service\": \"FT\"}");
        assertThat(answer.at("/profile/review/dueDate").asText()).isEqualTo("2016-06-11");
        assertThat(answer.path("deadlines")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sv", "en"})
    void everyTextIsThere(String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
        assertThat(keys().filter(key -> !has(texts, key))).isEmpty();
    }

    @Test
    void swedishIsTheDefault() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle plain = ResourceBundle.getBundle(BUNDLE, Locale.ROOT, exact);
        ResourceBundle swedish = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag("sv"), exact);
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, exact);
        assertThat(plain.keySet()).isEqualTo(swedish.keySet()).isEqualTo(english.keySet());
        assertThat(plain.keySet()).allMatch(key -> plain.getString(key).equals(swedish.getString(key)));
    }

    private static Stream<String> keys() {
        return Stream.of(
                        DeadlineRuleNames.ALL.stream().map(name -> "insats.deadline.rule." + name.replace('/', '.')),
                        names("insats.deadline.act.", Act.values()),
                        names("insats.deadline.state.", DeadlineState.values()),
                        names("insats.deadline.closed.", CancelReason.values()),
                        names("insats.deadline.flag.", Flag.values()),
                        names("insats.deadline.warning.", Warning.Id.values()),
                        names("insats.role.", Role.values()))
                .flatMap(stream -> stream);
    }

    private static Stream<String> names(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static boolean has(ResourceBundle texts, String key) {
        try {
            return !texts.getString(key).isBlank();
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
