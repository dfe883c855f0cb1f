package vn.sothon.app.ui.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.sync.Push.Problem;

/**
 * What the screen of a form shows.
 *
 * @param number the page's place, counted from 1; 0 for a page beside the line
 * @param of how many pages there are
 * @param tie which plan task it would serve; only on the pages that show it
 * @param here what keeps it from being finished, as far as this page can mend it
 * @param busy being sealed, or a picture being taken in
 * @param trouble the storage refused
 */
public record FormState<F, S>(
        F form,
        S page,
        int number,
        int of,
        @Nullable TieAnswer tie,
        List<Problem> here,
        boolean busy,
        boolean trouble) {}
