package org.insats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCasesTest {

    private final Api nobody = new Api(URI.create("http://127.0.0.1:1"), "nobody", "");
    private final Staff staff = new Staff(URI.create("http://127.0.0.1:1"), nobody);

    @Test
    void thereIsACaseAtEachStage() {
        Set<Stage> stages = Main.cases(staff).stream().map(DemoCase::stage).collect(Collectors.toSet());

        assertThat(stages).isEqualTo(EnumSet.allOf(Stage.class));
    }

    @Test
    void thereIsAPlacementAtEachStage() {
        Set<PlacementStage> stages = Main.placements(staff, new Register(staff)).stream()
                .map(PlacementCase::stage)
                .collect(Collectors.toSet());

        assertThat(stages).isEqualTo(EnumSet.allOf(PlacementStage.class));
    }

    @Test
    void everythingHappensBeforeTheDayOnWhichTheDemonstrationStands() {
        Timeline timeline = new Timeline(nobody);
        Main.cases(staff).forEach(each -> each.putOn(timeline));
        Register register = new Register(staff);
        register.putOn(timeline);
        Main.placements(staff, register).forEach(each -> each.putOn(timeline));

        List<LocalDate> days = timeline.days();

        assertThat(days).isNotEmpty().allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(Main.TODAY));
    }

    @Test
    void everybodyIsInvented() {
        assertThat(Staff.PEOPLE).allSatisfy(each -> assertThat(each.lastName()).isEqualTo("Testsson"));
    }
}
