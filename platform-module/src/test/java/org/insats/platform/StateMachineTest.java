package org.insats.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class StateMachineTest {

    private enum Door {
        OPEN,
        SHUT,
        WALLED_UP
    }

    private enum Act {
        OPEN,
        SHUT,
        KNOCK
    }

    private final StateMachine<Door, Act> door = StateMachine.of(Door.class, Act.class, Door.SHUT)
            .allow(Door.SHUT, Act.OPEN, Door.OPEN, "A")
            .allow(Door.OPEN, Act.SHUT, Door.SHUT, "B")
            .note(EnumSet.of(Door.SHUT), Act.KNOCK, "C")
            .build();

    @Test
    void anActionLeadsWhereTheTableSays() {
        assertThat(door.initial()).isEqualTo(Door.SHUT);
        assertThat(door.next(Door.SHUT, Act.OPEN)).contains(Door.OPEN);
        assertThat(door.next(Door.SHUT, Act.KNOCK)).contains(Door.SHUT);
    }

    @Test
    void anActionThatTheTableDoesNotHaveLeadsNowhere() {
        assertThat(door.next(Door.OPEN, Act.OPEN)).isEmpty();
        assertThat(door.allows(Door.OPEN, Act.KNOCK)).isFalse();
    }

    @Test
    void aStateKnowsWhatMayBeDoneInIt() {
        assertThat(door.actions(Door.SHUT)).containsExactly(Act.OPEN, Act.KNOCK);
        assertThat(door.isFinal(Door.WALLED_UP)).isTrue();
        assertThat(door.isFinal(Door.SHUT)).isFalse();
        assertThat(door.states()).hasSize(3);
    }

    @Test
    void twoLinesForTheSameActionAreAMistakeInTheTable() {
        var builder = StateMachine.of(Door.class, Act.class, Door.SHUT).allow(Door.SHUT, Act.OPEN, Door.OPEN, "A");
        assertThatThrownBy(() -> builder.allow(Door.SHUT, Act.OPEN, Door.WALLED_UP, "B"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
