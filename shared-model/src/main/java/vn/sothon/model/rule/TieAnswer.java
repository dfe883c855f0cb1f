package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.sync.TieView;

/** Which task a record fulfils, or why none. */
public sealed interface TieAnswer {

    /** The code, the quoted words and what a sentence names beside them; see {@link ReasonSentences}. */
    TieView.Reason reason();

    /**
     * A task was found.
     *
     * @param others the next two, best first; never the task itself
     */
    record Tied(PlanTask task, TieView.By by, TieView.Reason reason, List<Option> others) implements TieAnswer {
        public Tied {
            others = List.copyOf(others);
        }

        /** As it travels. */
        public TieView view() {
            List<UUID> ids = new ArrayList<>();
            for (Option other : others) {
                ids.add(other.task().id());
            }
            return new TieView(task.id(), task.planId(), task.key(), TaskTitle.of(task.content()), by, reason, ids);
        }
    }

    /** None; the record waits for a person. */
    record Untied(TieView.Reason reason) implements TieAnswer {}

    /** Another task that would do, and why. */
    record Option(PlanTask task, TieView.Reason reason) {}
}
