package vn.sothon.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sothon.server.plan.TaskChange.Outcome;
import vn.sothon.server.plan.TaskMatch.Fresh;
import vn.sothon.server.plan.TaskMatch.Known;

class TaskMatchTest {
    private static final UUID LINE = UUID.fromString("00000000-0000-5000-8000-000000000001");
    private static final Known CHECKS = known("1.a", Plans.CHECKS);
    private static final Known NEWS = known("1.b", Plans.NEWS);

    @Test
    void changes_whenATaskIsPutInBefore_carryTheOthersUnderTheirNewKeys() {
        List<TaskChange> changes = changes(
                List.of(CHECKS, NEWS),
                new Fresh("1.a", Plans.DEBTS),
                new Fresh("1.b", Plans.CHECKS),
                new Fresh("1.c", Plans.NEWS));

        assertThat(changes)
                .extracting(TaskChange::outcome)
                .containsExactly(Outcome.ADDED, Outcome.MOVED, Outcome.MOVED);
        assertThat(changes)
                .extracting(TaskChange::taskId)
                .doesNotHaveDuplicates()
                .endsWith(CHECKS.id(), NEWS.id());
        assertThat(changes.get(1).oldKey()).isEqualTo("1.a");
    }

    @Test
    void changes_whenWordsAreMended_carryTheTaskAndSaySo() {
        List<TaskChange> changes = changes(
                List.of(CHECKS, NEWS), new Fresh("1.a", Plans.CHECKS + " hiện hành"), new Fresh("1.b", Plans.NEWS));

        assertThat(changes).extracting(TaskChange::outcome).containsExactly(Outcome.REWORDED, Outcome.SAME);
        assertThat(changes).extracting(TaskChange::taskId).containsExactly(CHECKS.id(), NEWS.id());
    }

    @Test
    void changes_whenAKeyHasQuiteOtherWords_doNotCarryIt() {
        List<TaskChange> changes = changes(List.of(CHECKS), new Fresh("1.a", Plans.MONEY));

        assertThat(changes).extracting(TaskChange::outcome).containsExactly(Outcome.ADDED, Outcome.DROPPED);
        assertThat(changes.get(0).taskId()).isNotEqualTo(CHECKS.id());
        assertThat(changes.get(1).taskId()).isEqualTo(CHECKS.id());
    }

    @Test
    void changes_whenADroppedTaskComesBack_giveItItsIdAgain() {
        List<TaskChange> changes = TaskMatch.changes(
                LINE,
                List.of(NEWS),
                List.of(CHECKS, NEWS),
                List.of(new Fresh("1.a", Plans.CHECKS), new Fresh("1.b", Plans.NEWS)));

        assertThat(changes).extracting(TaskChange::taskId).containsExactly(CHECKS.id(), NEWS.id());
    }

    @Test
    void changes_whenTwoTasksHaveTheSameWords_tellThemApartByKey() {
        Known twin = known("2.a", Plans.CHECKS);

        List<TaskChange> changes =
                changes(List.of(CHECKS, twin), new Fresh("1.a", Plans.CHECKS), new Fresh("2.a", Plans.CHECKS));

        assertThat(changes).extracting(TaskChange::taskId).containsExactly(CHECKS.id(), twin.id());
    }

    private static Known known(String key, String content) {
        return new Known(PlanLine.taskId(LINE, key), key, content);
    }

    private static List<TaskChange> changes(List<Known> before, Fresh... now) {
        return TaskMatch.changes(LINE, before, before, List.of(now));
    }
}
