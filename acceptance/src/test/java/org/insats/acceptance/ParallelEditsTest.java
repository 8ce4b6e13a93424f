package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty people at once in one case: nobody's change is lost, and who came too late is told so. */
class ParallelEditsTest {

    private static final int EDITS = 50;

    private final Staff staff = Staff.of(Target.get(), "par");
    private final Api caseWorker = staff.caseWorker();
    private final CaseDesk desk = CaseDesk.open(caseWorker, CaseDesk.intake(staff.unit(), staff.performerUnit()));

    @Test
    void ofFiftyChangesFromTheSameVersionOneIsTakenAndTheOthersAreTold() throws Exception {
        String note = desk.create(caseWorker, "journalNote", note("Utkast"));
        String version = CaseDesk.read(caseWorker, note).path("version").asText();

        List<Api.Answer> answers =
                atOnce(number -> CaseDesk.tryChange(caseWorker, note, version, note("Ändring " + number)));

        List<Api.Answer> taken =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(taken).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.errorId()).isEqualTo("INS-STALE");
            assertThat(answer.json().at("/error/message").asText()).isNotBlank();
        });
        assertThat(text(note))
                .isEqualTo(taken.get(0).json().at("/fields/noteText").asText());
    }

    @Test
    void fiftyChangesThatStartAnewWhenTheyAreToldAreAllThere() throws Exception {
        String note = desk.create(caseWorker, "journalNote", note("Början"));

        atOnce(number -> append(note, " [" + number + "]"));

        String text = text(note);
        assertThat(IntStream.range(0, EDITS))
                .allSatisfy(number -> assertThat(text).containsOnlyOnce("[" + number + "]"));
    }

    @Test
    void fiftyNewDocumentsHaveFiftyNamesAndAreAllThere() throws Exception {
        List<Api.Answer> answers =
                atOnce(number -> desk.tryCreate(caseWorker, "journalNote", note("Anteckning " + number)));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        Set<String> names = desk.overview(caseWorker).path("documents").findValuesAsText("name").stream()
                .collect(Collectors.toSet());
        assertThat(names).hasSize(EDITS);
    }

    /** Reads, adds and sends again until the change is taken. */
    private Api.Answer append(String note, String addition) {
        while (true) {
            JsonNode read = CaseDesk.read(caseWorker, note);
            Api.Answer answer = CaseDesk.tryChange(
                    caseWorker,
                    note,
                    read.path("version").asText(),
                    note(read.at("/fields/noteText").asText() + addition));
            if (answer.status() == 200) {
                return answer;
            }
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        }
    }

    private String text(String note) {
        return CaseDesk.read(caseWorker, note).at("/fields/noteText").asText();
    }

    private static Map<String, Object> note(String text) {
        return Map.of("noteType", "FAMILY_CONTACT", "noteText", text);
    }

    private interface Edit {
        Api.Answer send(int number);
    }

    private static List<Api.Answer> atOnce(Edit edit) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(EDITS);
        try {
            List<Callable<Api.Answer>> edits = IntStream.range(0, EDITS)
                    .mapToObj(number -> (Callable<Api.Answer>) () -> edit.send(number))
                    .toList();
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> each : people.invokeAll(edits)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }
}
