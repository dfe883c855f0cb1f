package vn.sothon.app.ui.check;

import android.content.res.Resources;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Page;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.model.rule.TieAnswer;

/** The plan task this check serves, why, and which others would do. */
final class TaskPage {
    private static final int FEW = 4;

    private final Resources words;
    private final Page page;
    private final CheckFlow flow;

    TaskPage(Resources words, Page page, CheckFlow flow) {
        this.words = words;
        this.page = page;
        this.flow = flow;
    }

    void draw(@Nullable TieAnswer answer, @Nullable UUID chosen) {
        if (answer == null) {
            page.text(words.getText(R.string.check_task_unknown));
            return;
        }
        String reason =
                ReasonSentences.in(words.getConfiguration().getLocales().get(0)).say(answer.reason());
        if (answer instanceof TieAnswer.Tied tied) {
            page.choice(title(tied.task()), true, flow::next);
            page.text(reason);
            if (!tied.others().isEmpty()) {
                page.text(words.getText(R.string.check_task_others));
            }
            for (TieAnswer.Option other :
                    tied.others().subList(0, Math.min(FEW, tied.others().size()))) {
                page.choice(
                        title(other.task()),
                        false,
                        () -> flow.chooseTask(other.task().id()));
            }
            if (chosen != null) {
                page.choice(words.getText(R.string.check_task_proposed), false, () -> flow.chooseTask(null));
            }
        } else {
            page.text(reason);
            page.text(words.getText(R.string.check_task_none));
        }
    }

    private String title(PlanTask task) {
        return words.getString(R.string.check_task, task.key(), TaskTitle.of(task.content()));
    }
}
