package vn.sothon.app.ui.form;

import java.time.Instant;
import java.util.List;
import vn.sothon.client.record.Draft;
import vn.sothon.model.sync.Push.Problem;

/**
 * What one kind of form asks. Pure: pages and answers follow from the form alone.
 *
 * @param <F> the form as far as it is written; a value
 * @param <S> a page of it; a value
 */
public interface Questions<F, S> {
    Draft draft(F form);

    F on(Draft draft);

    /** The pages this form needs, in order; the last one sums up. */
    List<S> pages(F form);

    /** The first page without an answer, or the last page. */
    S firstOpen(F form);

    /** The page that a problem's field belongs to; the last page where it belongs to none. */
    S ofField(F form, String field);

    /** The page to go on with from a page that {@link #pages} does not name. */
    S home(F form, S side);

    /** How the page is remembered. */
    String name(S page);

    /** The page remembered so. */
    S named(String name);

    boolean showsTask(S page);

    boolean showsPlace(S page);

    /** What this form asks beyond the rules of the record itself. */
    List<Problem> missing(F form);

    /** As it is sealed. */
    Draft whole(F form, Instant now);
}
