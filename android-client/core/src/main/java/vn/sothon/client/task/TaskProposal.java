package vn.sothon.client.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.Payload;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.rule.TieQuestions;
import vn.sothon.model.rule.TieRule;

/** Which plan task a record would be tied to, told without a network by the server's own rule. */
public final class TaskProposal {
    private final WorkList workList;
    private final Supplier<Instant> now;
    private final TieRule rule = new TieRule();

    /** With the time as the server would judge it, which need not be the phone's clock. */
    public TaskProposal(WorkList workList, Supplier<Instant> now) {
        this.workList = workList;
        this.now = now;
    }

    /** Empty while the draft says too little, and for kinds that are never tied. */
    public Optional<TieAnswer> propose(Draft draft) {
        if (!draft.kind().isTied()) {
            return Optional.empty();
        }
        try {
            Payload payload = Json.tolerant(draft.payload(), draft.kind().payload());
            List<PlanTask> tasks = workList.tasks();
            return Optional.of(rule.answer(
                    TieQuestions.of(
                            draft.id(),
                            draft.kind(),
                            draft.acting().role(),
                            payload,
                            DueDates.day(now.get()),
                            areas(draft.acting(), tasks),
                            draft.planTaskId()),
                    tasks));
        } catch (JsonRefused e) {
            return Optional.empty();
        }
    }

    /** Village and commune of the work, then the provinces whose plans this phone was given: it was given only its own. */
    private static List<String> areas(Draft.Acting acting, List<PlanTask> tasks) {
        List<String> areas = new ArrayList<>();
        if (acting.villageCode() != null) {
            areas.add(acting.villageCode());
        }
        areas.add(acting.communeCode());
        for (PlanTask task : tasks) {
            if (task.level() != PlanLevel.COMMUNE && !areas.contains(task.areaCode())) {
                areas.add(task.areaCode());
            }
        }
        return areas;
    }
}
