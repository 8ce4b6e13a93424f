package org.insats.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.agreement.AgreementLifecycle;
import org.insats.casefile.InterventionLifecycle;
import org.insats.closing.EndingLifecycle;
import org.insats.complaint.ComplaintLifecycle;
import org.insats.contractor.InvestigationLifecycle;
import org.insats.deadline.DeadlineLifecycle;
import org.insats.extension.ExtensionLifecycle;
import org.insats.followup.ChildTalkLifecycle;
import org.insats.followup.FollowUpLifecycle;
import org.insats.match.MatchLifecycle;
import org.insats.order.OrderLifecycle;
import org.insats.plan.PlanLifecycle;
import org.insats.platform.StateMachine;
import org.insats.resource.ResourceLifecycle;
import org.insats.situation.CoordinationLifecycle;
import org.insats.situation.TemporaryLifecycle;
import org.insats.startup.StartUpLifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws {@code docs/processes} from the tables and fails when what stands there is out of date. To draw anew:
 * {@code mvn -pl platform-module -am test -Dtest=StateDiagramsTest -Dinsats.draw
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class StateDiagramsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("insats.root", "..")).resolve("docs/processes");

    static Stream<Arguments> lifecycles() {
        return Stream.of(
                Arguments.of("order", "Order", OrderLifecycle.TABLE),
                Arguments.of("contractor-investigation", "Contractor investigation", InvestigationLifecycle.TABLE),
                Arguments.of("agreement", "Agreement", AgreementLifecycle.TABLE),
                Arguments.of("complaint", "Complaint", ComplaintLifecycle.TABLE),
                Arguments.of("match", "Match", MatchLifecycle.TABLE),
                Arguments.of("start-up", "Start-up meeting", StartUpLifecycle.TABLE),
                Arguments.of("implementation-plan", "Implementation plan", PlanLifecycle.TABLE),
                Arguments.of("follow-up", "Follow-up", FollowUpLifecycle.TABLE),
                Arguments.of("child-talk", "Talk with the child", ChildTalkLifecycle.TABLE),
                Arguments.of("intervention", "Intervention", InterventionLifecycle.TABLE),
                Arguments.of("extension", "Extension", ExtensionLifecycle.TABLE),
                Arguments.of("ending", "Ending", EndingLifecycle.TABLE),
                Arguments.of("resource-allocation", "Resource allocation", ResourceLifecycle.TABLE),
                Arguments.of("temporary-intervention", "Temporary intervention", TemporaryLifecycle.TABLE),
                Arguments.of("coordination", "Coordination", CoordinationLifecycle.TABLE),
                Arguments.of("deadline", "Deadline", DeadlineLifecycle.TABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lifecycles")
    void theDrawingIsTheCode(String file, String title, StateMachine<?, ?> machine) throws IOException {
        Path page = FOLDER.resolve(file + ".md");
        String drawn = draw(title, machine);
        if (System.getProperty("insats.draw") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(page, drawn);
        }
        assertThat(page)
                .as("run this test with -Dinsats.draw and commit the page")
                .content()
                .isEqualTo(drawn);
    }

    private static <S extends Enum<S>, A extends Enum<A>> String draw(String title, StateMachine<S, A> machine) {
        Map<String, String> arrows = new LinkedHashMap<>();
        machine.table()
                .forEach(line -> arrows.merge(
                        line.from() + " --> " + line.to(),
                        readable(line.action()) + " (" + line.source() + ")",
                        (one, other) -> one + "<br/>" + other));
        String body = arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + " : " + arrow.getValue())
                .collect(Collectors.joining("\n"));
        String ends = machine.states().stream()
                .filter(machine::isFinal)
                .map(state -> "    " + state + " --> [*]")
                .collect(Collectors.joining("\n"));
        return """
                # %s

                Drawn from the code by `StateDiagramsTest`; do not edit by hand. In brackets: the requirement.

                ```mermaid
                stateDiagram-v2
                    [*] --> %s
                %s
                %s
                ```
                """
                .formatted(title, machine.initial(), body, ends);
    }

    private static String readable(Enum<?> action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
