package vn.sothon.client.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sothon.client.record.Draft;
import vn.sothon.client.session.PhoneClock;
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
    private final PhoneClock clock;
    private final TieRule rule = new TieRule();

    public TaskProposal(WorkList workList, PhoneClock clock) {
        this.workList = workList;
        this.clock = clock;
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
                            DueDates.day(clock.wall()),
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
