package vn.sothon.app.ui.sheet;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormScreen;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.Draft;

/** The sheet 06/TD of a visit: figures that follow from its checks, and what the person adds. */
public final class SheetActivity extends FormScreen<SheetForm, SheetStep> {
    private @Nullable VisitPaper paper;

    @Override
    protected Optional<Draft> draft(OpenProfile open) {
        String visit = getIntent().getStringExtra(Destination.VISIT);
        return visit == null
                ? named(open).map(paper(open)::refigured)
                : paper(open).ofVisit(UUID.fromString(visit));
    }

    @Override
    protected int gone() {
        return R.string.sheet_gone;
    }

    @Override
    protected Questions<SheetForm, SheetStep> questions(OpenProfile open) {
        return new SheetQuestions(paper(open));
    }

    @Override
    protected void draw(FormState<SheetForm, SheetStep> state, FormParts<SheetForm, SheetStep> parts) {
        VisitPaper known = paper;
        if (known != null) {
            new SheetPages(parts, known).draw(state);
        }
    }

    @Override
    protected CharSequence who(SheetForm form) {
        VisitPaper known = paper;
        return getString(R.string.sheet_of, known == null ? "" : known.group(form.draft()));
    }

    private VisitPaper paper(OpenProfile open) {
        VisitPaper known = paper;
        if (known == null) {
            known = new VisitPaper(open.phone());
            paper = known;
        }
        return known;
    }
}
