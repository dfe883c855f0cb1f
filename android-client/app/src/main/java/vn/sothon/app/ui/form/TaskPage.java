package vn.sothon.app.ui.form;

import android.content.res.Resources;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.model.rule.TieAnswer;

/** The plan task this record serves, why, and which others would do. */
public final class TaskPage {
    private static final int FEW = 4;

    private final Resources words;
    private final Page page;
    private final FormFlow<?, ?> flow;

    public TaskPage(FormParts<?, ?> parts) {
        this.words = parts.words();
        this.page = parts.page();
        this.flow = parts.flow();
    }

    public void draw(@Nullable TieAnswer answer) {
        if (answer == null) {
            page.text(words.getText(R.string.check_task_unknown));
            return;
        }
        UUID chosen = flow.draft().planTaskId();
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

    /** The task in a line of a summary. */
    public static CharSequence brief(Resources words, @Nullable TieAnswer tie) {
        return tie instanceof TieAnswer.Tied tied
                ? words.getString(
                        R.string.check_task,
                        tied.task().key(),
                        TaskTitle.of(tied.task().content()))
                : words.getText(R.string.sum_no_task);
    }

    private String title(PlanTask task) {
        return words.getString(R.string.check_task, task.key(), TaskTitle.of(task.content()));
    }
}
