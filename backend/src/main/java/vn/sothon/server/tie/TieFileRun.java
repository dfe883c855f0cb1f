package vn.sothon.server.tie;

import java.io.IOException;
import java.util.List;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.rule.TieRule;

/** Asks the tie of every record of a file, against the tasks of one plan. */
public final class TieFileRun {
    private final TieRule rule = new TieRule();
    private final List<PlanTask> tasks;

    public TieFileRun(List<PlanTask> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** Who hears the answers, in the order of the file. */
    interface Listener {
        void answered(String id, TieAnswer answer) throws IOException;

        void refused(int line, BadLine problem);
    }

    void run(RecordLines lines, Listener listener) throws IOException {
        while (lines.next()) {
            try {
                String text = lines.text();
                if (!text.isEmpty()) {
                    RecordLine record = RecordLine.read(text);
                    listener.answered(record.id(), rule.answer(record.question(), tasks));
                }
            } catch (BadLine problem) {
                listener.refused(lines.number(), problem);
            }
        }
    }
}
