package vn.sothon.app.ui.form;

import android.content.res.Resources;
import vn.sothon.app.R;
import vn.sothon.model.sync.Push.Problem;

/** What is wrong with an answer, in the words of the field. */
public final class ProblemWords {
    private ProblemWords() {}

    public static String of(Resources words, Problem problem) {
        return switch (problem.code()) {
            case "REQUIRED" -> words.getString(R.string.problem_required);
            case "MORE_THAN_DISBURSED" -> words.getString(R.string.problem_more_than_disbursed);
            case "PROPER_AND_MISUSED_MUST_ADD_UP" -> words.getString(R.string.problem_add_up);
            case "TOO_LONG", "TOO_LARGE" -> words.getString(R.string.problem_too_long);
            case LostFiles.CODE -> words.getString(R.string.problem_file_gone);
            default -> words.getString(R.string.problem_other, problem.code());
        };
    }
}
