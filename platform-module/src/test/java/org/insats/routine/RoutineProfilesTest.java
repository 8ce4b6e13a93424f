package org.insats.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped profiles, and what is refused. */
class RoutineProfilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoutineProfiles shipped = RoutineProfiles.shipped();

    @Test
    @Covers({"PRF-01", "PRF-43", "PRF-44", "TERM-188"})
    void fiveProfilesAreShippedEachWithItsServices() {
        assertThat(shipped.profiles())
                .extracting(RoutineProfile::id, RoutineProfile::code)
                .containsExactly(
                        tuple("bas-assignments", "P3"),
                        tuple("malmo-contact", "P2"),
                        tuple("malmo-family-therapist", "P4"),
                        tuple("motala-rop", "P0"),
                        tuple("motala-srv", "P1"));
        assertThat(codes("motala-rop")).contains("CP", "CF", "SF", "FH", "HVB-A", "HVB-N", "SIS", "SH");
        assertThat(codes("motala-srv")).containsExactly("OC", "TMP");
        assertThat(codes("malmo-contact")).containsExactly("CP", "CF");
        assertThat(codes("bas-assignments")).containsExactly("OC", "CP", "CF", "SQ", "HVB", "FH");
        assertThat(codes("malmo-family-therapist")).containsExactly("FT");
        assertThat(shipped.profile("motala-srv")
                        .orElseThrow()
                        .setting("PRF-43")
                        .orElseThrow()
                        .text())
                .hasValue("VIVA");
        assertThat(shipped.profile("bas-assignments")
                        .orElseThrow()
                        .setting("PRF-44")
                        .orElseThrow()
                        .entry("number"))
                .hasValue("2016/600");
    }

    @Test
    void everyProfileHasEverySettingWithStrengthAndSource() {
        Set<String> all = new TreeSet<>();
        IntStream.concat(IntStream.rangeClosed(1, 44), IntStream.rangeClosed(50, 68))
                .forEach(number -> all.add("PRF-%02d".formatted(number)));
        assertThat(shipped.profiles()).allSatisfy(profile -> {
            assertThat(profile.settings().keySet()).isEqualTo(all);
            assertThat(profile.settings().values())
                    .allMatch(
                            setting -> setting.source().equals("default") == (setting.strength() == Strength.DEFAULT));
        });
    }

    @Test
    void everyRuleOfTheTableIsInSomeProfile() {
        assertThat(shipped.profiles().stream()
                        .flatMap(profile -> profile.deadlines().stream())
                        .map(DeadlineSetting::name))
                .containsAll(DeadlineRuleNames.ALL);
    }

    @Test
    @Covers({"PRF-27", "BR-79", "PRF-54", "PRF-08"})
    void intervalsDifferAsTheRoutinesSay() {
        assertThat(row("motala-rop", "DL-13", "CP").period()).hasValue(Span.months(6));
        assertThat(row("motala-rop", "DL-13", "CP").strength()).isEqualTo(Strength.SHOULD);
        assertThat(row("motala-rop", "DL-14", "SF").period()).hasValue(Span.months(12));
        assertThat(row("motala-srv", "DL-15", "OC").strength()).isEqualTo(Strength.MUST);
        assertThat(row("malmo-contact", "DL-12", "CF").period()).hasValue(Span.months(1));
        assertThat(row("malmo-family-therapist", "DL-17", "FT").period()).hasValue(Span.months(3));
        assertThat(shipped.profiles().stream()
                        .filter(profile -> profile.deadlines().stream()
                                .anyMatch(row -> row.rule().equals("DL-06")))
                        .map(RoutineProfile::code))
                .as("the execution check")
                .containsExactly("P1");
        assertThat(shipped.profiles().stream()
                        .filter(profile ->
                                profile.setting("PRF-54").orElseThrow().flag())
                        .map(RoutineProfile::code))
                .as("the one-month rule")
                .containsExactly("P2");
    }

    @Test
    @Covers({"PRF-62", "PRF-63", "PRF-64", "PRF-68"})
    void silentRoutinesGetTheDefaults() {
        assertThat(shipped.profiles()).allSatisfy(profile -> {
            assertThat(profile.setting("PRF-62").orElseThrow().number()).hasValue(15);
            assertThat(profile.dayCounts())
                    .isEqualTo(new DayCounts(RollPolicy.KEEP, Span.workingDays(3), Span.workingDays(1), 5, 5));
            assertThat(profile.weeklyMeeting()).isEmpty();
            assertThat(profile.setting("PRF-68").orElseThrow().entry("anchor")).hasValue("LAST_HELD");
        });
    }

    @Test
    void serviceIsFoundByCodeAndByType() {
        RoutineProfile profile = shipped.profile("motala-srv").orElseThrow();
        assertThat(profile.service("OC"))
                .isEqualTo(profile.service("OPEN_CARE"))
                .isPresent();
        assertThat(profile.service("FT")).isEmpty();
    }

    @Test
    void rowHoldsOnlyWhileItIsValid() {
        ObjectNode profile = document("motala-srv");
        ObjectNode check = (ObjectNode) profile.withArray("deadlines").get(0);
        check.put("validTo", "2026-12-31");
        ObjectNode next = check.deepCopy().put("validFrom", "2027-01-01").putNull("validTo");
        ((ObjectNode) next.get("period")).put("amount", 3);
        profile.withArray("deadlines").add(next);
        RoutineProfile read = read(profile);
        assertThat(read.deadline("DL-06", "OC", LocalDate.parse("2026-12-31"))
                        .orElseThrow()
                        .period())
                .hasValue(new Span(2, SpanUnit.WEEKS));
        assertThat(read.deadline("DL-06", "OC", LocalDate.parse("2027-01-01"))
                        .orElseThrow()
                        .period())
                .hasValue(new Span(3, SpanUnit.WEEKS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /version                           | 1                        | /version
                    /surprise                          | 1                        | /
                    /titles/sv                         | ~                        | /titles/sv
                    /validFrom                         | ~2026-02-30              | /validFrom
                    /validFrom                         | ~soon                    | /validFrom
                    /settings/PRF-62/value             | ~15                      | /settings/PRF-62/value
                    /settings/PRF-62/strength          | ~perhaps                 | /settings/PRF-62/strength
                    /settings/PRF-63/value/rollPolicy  | ~LATER                   | /settings/PRF-63/value/rollPolicy
                    /settings/PRF-64/value             | {"weekday": "SUNDAY"}    | /settings/PRF-64/value
                    /settings/PRF-01/value/1/code      | ~OC                      | /settings/PRF-01/value
                    /settings/PRF-08/value/deadlines/0 | ~DL-04                   | /settings/PRF-08/value/deadlines
                    /settings/PRF-54/value             | true                     | /settings/PRF-54/value
                    /deadlines/0/rule                  | ~DL-63                   | /deadlines/0/rule
                    /deadlines/0/part                  | ~half                    | /deadlines/0/rule
                    /deadlines/0/services/0            | ~CP                      | /deadlines/0/services
                    /deadlines/0/period/amount         | -1                       | /deadlines/0/period/amount
                    /deadlines/0/period/unit           | ~FORTNIGHTS              | /deadlines/0/period/unit
                    /deadlines/0/period/unit           | ~PROMPTLY                | /deadlines/0/period
                    /deadlines/0/responsible           | []                       | /deadlines/0/responsible
                    /deadlines/0/escalateTo/0          | ~MAYOR                   | /deadlines/0/escalateTo/0
                    /deadlines/0/joint                 | true                     | /deadlines/0/joint
                    /deadlines/0/ageThrough            | 20                       | /deadlines/0/ageThrough
                    /deadlines/2/period/unit           | ~WORKING_DAYS            | /deadlines/2/period
                    /deadlines/2/rule                  | ~DL-06                   | /deadlines/2
                    /deadlines/4/rollPolicy            | ~NEXT                    | /deadlines/4/rollPolicy
                    """)
    void nonsenseIsRefusedWithItsPlace(String place, String value, String expected) throws JsonProcessingException {
        ObjectNode profile = document("motala-srv");
        // a value after ~ is text, any other is JSON
        put(
                profile,
                place,
                value.startsWith("~") ? JSON.getNodeFactory().textNode(value.substring(1)) : JSON.readTree(value));
        assertThatThrownBy(() -> read(profile))
                .asInstanceOf(throwable(InvalidProfileException.class))
                .extracting(InvalidProfileException::problems, list(InvalidProfileException.Problem.class))
                .extracting(InvalidProfileException.Problem::place)
                .contains(expected);
    }

    @Test
    void whatIsWrongIsSaidInSwedishAndEnglish() {
        ObjectNode profile = document("motala-srv");
        profile.put("reviewBy", "2026-02-30");
        assertThat(problem(profile, "/reviewBy", "sv")).isEqualTo("det finns ingen sådan dag: 2026-02-30");
        assertThat(problem(profile, "/reviewBy", "en")).isEqualTo("no such day: 2026-02-30");
        ((ObjectNode) profile.at("/settings/PRF-62")).put("strength", "perhaps");
        assertThat(problem(profile, "/settings/PRF-62/strength", "sv"))
                .contains("värde")
                .doesNotContain("$");
        assertThat(problem(profile, "/settings/PRF-62/strength", "en")).contains("value");
    }

    private static String problem(ObjectNode profile, String place, String language) {
        InvalidProfileException refused = catchThrowableOfType(InvalidProfileException.class, () -> read(profile));
        return refused.problems().stream()
                .filter(problem -> problem.place().equals(place))
                .findFirst()
                .orElseThrow()
                .reason(Locale.forLanguageTag(language));
    }

    @Test
    @Covers("PRF-65")
    void theSchemeOfRetentionAndTheRegionAreChosenAtInstallation() {
        assertThat(shipped.profiles())
                .allSatisfy(profile -> assertThat(profile.toChoose()).containsExactly("PRF-65"));
        ObjectNode profile = document("motala-srv");
        ObjectNode retention = (ObjectNode) profile.at("/settings/PRF-65");

        retention.putObject("value").put("scheme", "Provstads plan").put("region", "PRESERVED_FOR_EVERYONE");
        assertThat(read(profile).toChoose()).isEmpty();
        retention.putObject("value").put("scheme", "Provstads plan").put("region", "SOMEWHERE");
        assertThatThrownBy(() -> read(profile)).isInstanceOf(InvalidProfileException.class);
    }

    @Test
    @Covers("PRF-40")
    void feedbackOnTheContractorIsAskedForExactlyWhereTheRoutineHasIt() {
        assertThat(setting("motala-rop", "PRF-40").flag()).isTrue();
        ObjectNode without = document("motala-rop");
        ((ObjectNode) without.at("/settings/PRF-40")).put("value", false);
        assertThat(problem(without, "/settings/PRF-40/value", "sv")).contains("DL-39");
        ObjectNode silent = document("malmo-contact");
        ((ObjectNode) silent.at("/settings/PRF-40")).put("value", true);
        assertThat(problem(silent, "/settings/PRF-40/value", "en")).contains("DL-39");
    }

    @Test
    @Covers({"PRF-52", "PRF-53"})
    void whatHoldsWhereTheRoutineIsSilentIsChangedTogetherWithItsDeadline() {
        ObjectNode profile = document("bas-assignments");
        ((ObjectNode) profile.at("/settings/PRF-53/value")).put("amount", 12);
        assertThat(problem(profile, "/settings/PRF-53/value", "en")).contains("DL-20");
        profile.path("deadlines").forEach(row -> {
            if (row.path("rule").asText().equals("DL-20")) {
                ((ObjectNode) row.path("period")).put("amount", 12);
            }
        });
        assertThat(read(profile).setting("PRF-53").orElseThrow().entry("amount"))
                .hasValue(12);
        ((ObjectNode) profile.at("/settings/PRF-52")).put("value", true);
        assertThat(problem(profile, "/settings/PRF-52/value", "sv")).contains("DL-06");
    }

    /** "Every value carries strength, source, valid-from and valid-to" (6.3); a setting or a period without one is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"strength", "source", "validFrom", "validTo"})
    void everySettingSaysHowStrongItIsWhereItIsFromAndHowLongItHolds(String part) {
        for (String id :
                Set.of("motala-rop", "motala-srv", "malmo-contact", "bas-assignments", "malmo-family-therapist")) {
            ObjectNode profile = document(id);
            profile.path("settings").fieldNames().forEachRemaining(setting -> {
                ObjectNode changed = profile.deepCopy();
                ((ObjectNode) changed.at("/settings/" + setting)).remove(part);
                assertThatThrownBy(() -> read(changed))
                        .as(id + " " + setting)
                        .isInstanceOf(InvalidProfileException.class);
            });
        }
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        assertThatThrownBy(() -> new RoutineProfileReader().read("own.json", "{\n  \"id\": ,\n}"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("own.json")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> new RoutineProfileReader().read("own.json", "{\"id\": \"a\", \"id\": \"b\"}"))
                .isInstanceOf(InvalidProfileException.class);
    }

    @Test
    void missingPartsAreNamed() {
        ObjectNode profile = document("motala-srv");
        profile.remove("deadlines");
        assertThatThrownBy(() -> read(profile))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("deadlines");
    }

    @Test
    void twoProfilesWithOneIdAreRefused() {
        String text = document("motala-srv").toString();
        assertThatThrownBy(() ->
                        new RoutineProfiles(new RoutineProfileReader(), () -> Map.of("a.json", text, "b.json", text)))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("/id");
    }

    @Test
    @Covers({"PRF-19", "PRF-21", "PRF-52", "PRF-53"})
    void whatOneRoutineStatesIsOffElsewhereAndASilentIntervalIsSixMonthsForInformation() {
        assertThat(row("malmo-contact", "DL-08", "CP").period()).hasValue(new Span(2, SpanUnit.WEEKS));
        assertThat(row("malmo-contact", "DL-09", "CP").strength()).isEqualTo(Strength.SHOULD);
        assertThat(row("malmo-contact", "DL-10", "CP").period()).hasValue(new Span(3, SpanUnit.WEEKS));
        assertThat(row("malmo-contact", "DL-10", "CP").strength()).isEqualTo(Strength.MUST);
        assertThat(setting("malmo-contact", "PRF-19").entry("deadlines")).hasValue(List.of("DL-09", "DL-10"));
        assertThat(setting("malmo-contact", "PRF-21").entry("deadlines")).hasValue(List.of("DL-08"));
        assertThat(shipped.profiles().stream()
                        .filter(profile -> profile.deadlines().stream()
                                .map(DeadlineSetting::rule)
                                .anyMatch(Set.of("DL-08", "DL-09", "DL-10")::contains))
                        .map(RoutineProfile::code))
                .containsExactly("P2");
        assertThat(List.of("motala-rop", "malmo-contact", "bas-assignments", "malmo-family-therapist"))
                .allMatch(id -> !setting(id, "PRF-52").flag());
        assertThat(row("bas-assignments", "DL-20", "SQ").period()).hasValue(Span.months(6));
        assertThat(row("bas-assignments", "DL-20", "SQ").severityWhenOverdue()).isEqualTo(Severity.INFORMATION);
    }

    @Test
    @Covers("PRF-64")
    void aUnitMayMeetOnADayOfItsOwn() {
        ObjectNode profile = document("malmo-family-therapist");
        ObjectNode value = ((ObjectNode) profile.at("/settings/PRF-64")).putObject("value");
        value.put("weekday", "MONDAY");
        value.putObject("units").putObject("FT1").put("weekday", "THURSDAY").put("time", "13:30");

        RoutineProfile read = read(profile);

        assertThat(read.meetingOf("FT1"))
                .hasValue(new WeeklyMeeting(DayOfWeek.THURSDAY, Optional.of(LocalTime.parse("13:30"))));
        assertThat(read.meetingOf("FT2")).hasValue(new WeeklyMeeting(DayOfWeek.MONDAY, Optional.empty()));
        ((ObjectNode) value.at("/units/FT1")).put("weekday", "SUNDAY");
        assertThatThrownBy(() -> read(profile)).isInstanceOf(InvalidProfileException.class);
    }

    private Setting setting(String id, String setting) {
        return shipped.profile(id).orElseThrow().setting(setting).orElseThrow();
    }

    private List<String> codes(String id) {
        return shipped.profile(id).orElseThrow().services().stream()
                .map(Service::code)
                .toList();
    }

    private DeadlineSetting row(String id, String rule, String service) {
        return shipped.profile(id)
                .orElseThrow()
                .deadline(rule, service, LocalDate.parse("2026-11-22"))
                .orElseThrow();
    }

    private static RoutineProfile read(ObjectNode profile) {
        return new RoutineProfileReader().read("own.json", profile.toString());
    }

    private static ObjectNode document(String id) {
        String place = "/alfresco/module/insats-platform/routine/" + id + ".json";
        try (InputStream document = RoutineProfilesTest.class.getResourceAsStream(place)) {
            return (ObjectNode) JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode profile, String place, JsonNode value) {
        String parent = place.substring(0, place.lastIndexOf('/'));
        String name = place.substring(place.lastIndexOf('/') + 1);
        JsonNode target = profile.at(parent);
        if (target.isArray()) {
            ((ArrayNode) target).set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) target).set(name, value);
        }
    }
}
