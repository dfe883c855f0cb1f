package vn.sothon.app.ui.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.sync.Push.Problem;

/**
 * What the check's screen shows.
 *
 * @param number the page's place, counted from 1
 * @param of how many pages there are
 * @param tie which plan task it would serve; only on the pages that show it
 * @param problems what keeps it from being finished
 * @param busy being sealed, or a photo being taken in
 * @param trouble the storage refused
 */
record CheckState(
        CheckForm form,
        CheckStep step,
        int number,
        int of,
        @Nullable TieAnswer tie,
        List<Problem> problems,
        boolean busy,
        boolean trouble) {}
